import type { DryRunChange } from "./views/dry-run.ts";

/** What a draft would change for a review, in the fewest words. */
export const changeWords: Record<DryRunChange, string> = {
  blocked: "would be blocked",
  unmeasured: "would need new measurements",
  condition: "would need a condition",
  signature: "would need more signatures",
  eased: "would have less in its way",
};
