import { english, type Say } from "@countersign/words";
import type { Reason } from "./reasons.ts";

/** What is in the way: a check, another matter, an outcome that has no condition yet, or a signature. */
export type ReasonGroup = "check" | "matter" | "condition" | "signature";

export function groupOf(reason: Reason): ReasonGroup {
  if (reason.kind === "condition_missing") return "condition";
  if (reason.kind === "recommendation_missing" || reason.kind === "approval_missing") return "signature";
  if (reason.kind.startsWith("decision_")) return "signature";
  return "check" in reason ? "check" : "matter";
}

/** "13 checks and 1 other thing block approval, and 3 outcomes need a condition"; signatures are not counted. */
export function inTheWay(reasons: readonly Reason[], say: Say = english): { blocking: number; words: string } {
  const count = (group: ReasonGroup): number => reasons.filter((reason) => groupOf(reason) === group).length;
  const [checks, others, n] = [count("check"), count("matter"), count("condition")];
  const blocks = blocksWords(checks, others, say);
  const needs = n > 0 ? say("{n, plural, one {# outcome needs} other {# outcomes need}} a condition", { n }) : null;
  return {
    blocking: checks + others,
    words: blocks && needs ? say("{blocks}, and {needs}", { blocks, needs }) : (blocks ?? needs ?? ""),
  };
}

function blocksWords(checks: number, others: number, say: Say): string | null {
  if (checks > 0 && others > 0)
    return say(
      "{checks, plural, one {# check} other {# checks}} and {others, plural, one {# other thing} other {# other things}} block approval",
      { checks, others },
    );
  if (checks > 0) return say("{n, plural, one {# check blocks} other {# checks block}} approval", { n: checks });
  return others > 0 ? say("{n, plural, one {# thing blocks} other {# things block}} approval", { n: others }) : null;
}
