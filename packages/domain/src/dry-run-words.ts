import { msg } from "@countersign/words";
import type { DryRunChange } from "./views/dry-run.ts";

/** What a draft would change for a review, in the fewest words. */
export const changeWords: Record<DryRunChange, string> = {
  blocked: msg("would be blocked"),
  unmeasured: msg("would need new measurements"),
  condition: msg("would need a condition"),
  signature: msg("would need more signatures"),
  eased: msg("would have less in its way"),
};
