import { counted } from "./numbers.ts";
import type { Reason } from "./reasons.ts";

/** What is in the way: a check, another matter, an outcome that has no condition yet, or a signature. */
export type ReasonGroup = "check" | "matter" | "condition" | "signature";

export function groupOf(reason: Reason): ReasonGroup {
  if (reason.kind === "condition_missing") return "condition";
  if (reason.kind === "recommendation_missing" || reason.kind === "approval_missing") return "signature";
  if (reason.kind.startsWith("decision_")) return "signature";
  return "check" in reason ? "check" : "matter";
}

/** "13 checks and 1 other thing block approval and 3 outcomes need a condition"; signatures are not counted. */
export function inTheWay(reasons: readonly Reason[]): { blocking: number; words: string } {
  const count = (group: ReasonGroup): number => reasons.filter((reason) => groupOf(reason) === group).length;
  const [checks, matters, conditions] = [count("check"), count("matter"), count("condition")];
  const blocking = checks + matters;
  const things = [
    ...(checks > 0 ? [counted(checks, "check")] : []),
    ...(matters > 0 ? [counted(matters, checks > 0 ? "other thing" : "thing")] : []),
  ].join(" and ");
  const parts = [
    ...(blocking > 0 ? [`${things} ${blocking === 1 ? "blocks" : "block"} approval`] : []),
    ...(conditions > 0 ? [`${counted(conditions, "outcome")} ${conditions === 1 ? "needs" : "need"} a condition`] : []),
  ];
  return { blocking, words: parts.join(", and ") };
}
