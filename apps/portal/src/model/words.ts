import type { ModelState } from "@countersign/domain";
import type { ChipTone, IconName } from "@countersign/ui";
import { msg } from "@countersign/words";

const words: Record<ModelState, [ChipTone, IconName, string]> = {
  proposed: ["change", "open", msg("Proposed")],
  registered: ["valid", "half", msg("Registered")],
  active: ["prod", "dot", msg("Active")],
  restricted: ["susp", "lock", msg("Restricted")],
  suspended: ["susp", "pause", msg("Suspended")],
  retiring: ["change", "clock", msg("Retiring")],
  retired: ["draft", "ended", msg("Retired")],
  rejected: ["fail", "cross", msg("Rejected")],
};

/** States of a model: how they look, and the message of their word. */
export const modelStates: Record<string, [ChipTone, IconName, string]> = words;
