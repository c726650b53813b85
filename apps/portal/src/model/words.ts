import type { ModelState } from "@countersign/domain";
import type { ChipTone } from "@countersign/ui";
import { msg } from "@countersign/words";

const words: Record<ModelState, [ChipTone, string]> = {
  proposed: ["change", msg("Proposed")],
  registered: ["valid", msg("Registered")],
  active: ["ok", msg("Active")],
  restricted: ["cond", msg("Restricted")],
  suspended: ["fail", msg("Suspended")],
  retiring: ["change", msg("Retiring")],
  retired: ["draft", msg("Retired")],
  rejected: ["draft", msg("Rejected")],
};

/** States of a model: how they look, and the message of their word. */
export const modelStates: Record<string, [ChipTone, string]> = words;
