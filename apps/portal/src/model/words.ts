import type { ModelState } from "@countersign/domain";
import type { ChipTone } from "@countersign/ui";

const words: Record<ModelState, [ChipTone, string]> = {
  proposed: ["change", "Proposed"],
  registered: ["valid", "Registered"],
  active: ["ok", "Active"],
  restricted: ["cond", "Restricted"],
  suspended: ["fail", "Suspended"],
  retiring: ["change", "Retiring"],
  retired: ["draft", "Retired"],
  rejected: ["draft", "Rejected"],
};

/** States of a model: how they look, and their word. */
export const modelStates: Record<string, [ChipTone, string]> = words;
