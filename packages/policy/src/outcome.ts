import type { CheckVerdict, OutcomeClass, PolicyCheck } from "./types.ts";

/** From best to worst. A check is as good as its worst measurement. */
export const verdictOrder: readonly CheckVerdict[] = ["pass", "warn", "skipped", "insufficient", "fail", "error"];
export const outcomeOrder: readonly (OutcomeClass | null)[] = [null, "informs", "condition", "blocks"];

/** What a verdict does to the approval. Not listed blocks; an error always does, whatever the policy says. */
export function outcomeOf(check: Pick<PolicyCheck, "outcome">, verdict: CheckVerdict): OutcomeClass | null {
  if (verdict === "pass") return null;
  if (verdict === "error") return "blocks";
  const outcome = check.outcome[verdict];
  return outcome === "condition" || outcome === "informs" ? outcome : "blocks";
}

/** The worst of what was found, by an order from best to worst; of nothing, `otherwise`. */
export function worst<T>(found: readonly T[], order: readonly T[], otherwise: T): T {
  const ranked = found.toSorted((a, b) => order.indexOf(b) - order.indexOf(a));
  return ranked.length > 0 ? (ranked[0] as T) : otherwise;
}
