import type { EvaluateInput } from "./evaluate-input.ts";
import type { Reason } from "./reasons.ts";
import { isInstant, isPast } from "./time.ts";
import type { JudgedCheck, PolicyDocument } from "./types.ts";

/** Severities that leave an approval possible; any other, known or not, blocks while open. */
const bearable: readonly string[] = ["low", "medium"];

export function findingReasons(findings: EvaluateInput["findings"]): Reason[] {
  return findings
    .filter((finding) => finding.state !== "closed" && !bearable.includes(finding.severity))
    .map((finding) => ({
      kind: "finding_open",
      number: finding.number,
      severity: finding.severity,
      answered: finding.state === "answered",
    }));
}

/** Outcomes without their condition, conditions where none are allowed, without owner or date, or overdue. */
export function conditionReasons(
  policy: PolicyDocument,
  needCondition: readonly JudgedCheck[],
  { conditions, at }: EvaluateInput,
): Reason[] {
  const items = (conditions?.items ?? []).filter((item) => item.state !== "superseded");
  const reasons: Reason[] = [];
  if (!policy.conditions.allowed && (conditions !== null || needCondition.length > 0))
    reasons.push({ kind: "conditions_not_allowed", policy: policy.key });
  for (const { check, title, sentence } of needCondition) {
    if (!items.some((item) => item.covers.length === 0 || item.covers.includes(check)))
      reasons.push({ kind: "condition_missing", check, title, sentence });
  }
  for (const item of items) {
    if (!item.owner || item.dueAt === null || !isInstant(item.dueAt))
      reasons.push({ kind: "condition_incomplete", number: item.number });
    else if (isOverdue(item, at)) reasons.push({ kind: "condition_overdue", number: item.number, dueAt: item.dueAt });
  }
  return reasons;
}

/** A blocking condition whose date has passed without accepted evidence. A date that cannot be read has passed. */
export function isOverdue(item: { blocking: boolean; state: string; dueAt: string | null }, at: string): boolean {
  if (!item.blocking || item.state === "accepted" || item.state === "superseded") return false;
  return item.dueAt === null || !isInstant(item.dueAt) || isPast(item.dueAt, at);
}

/** Who may propose the conditions of a round: whoever recommends; without a recommendation, whoever approves. */
export function conditionProposers(
  policy: Pick<PolicyDocument, "signOffs">,
): PolicyDocument["signOffs"][number]["role"][] {
  const recommending = policy.signOffs.filter((signOff) => signOff.act === "recommend");
  return [...new Set((recommending.length > 0 ? recommending : policy.signOffs).map((signOff) => signOff.role))];
}
