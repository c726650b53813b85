import type { CheckVerdict, OutcomeClass, PolicyCheck } from "./types.ts";

/** From best to worst. A check is as good as its worst measurement. */
export const verdictOrder: readonly CheckVerdict[] = ["pass", "warn", "skipped", "insufficient", "fail", "error"];
export const outcomeOrder: readonly (OutcomeClass | null)[] = [null, "informs", "condition", "blocks"];

/** What a verdict does to the approval. Not listed blocks; an error always does, whatever the policy says. */
export function outcomeOf(check: Pick<PolicyCheck, "outcome">, verdict: CheckVerdict): OutcomeClass | null {
  if (verdict === "pass") return null;
  if (verdict === "error") return "blocks";
  return check.outcome[verdict] ?? "blocks";
}

/** The worst of what was found, by an order from best to worst. */
export function worst<T>(found: readonly T[], order: readonly T[], otherwise: T): T {
  const at = Math.max(-1, ...found.map((one) => order.indexOf(one)));
  return order[at] ?? otherwise;
}
