import type { ModelState } from "@countersign/domain";
import type { ChipTone } from "@countersign/ui";
import type { Say } from "@countersign/words";

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

/** An environment inside a sentence: English writes names of this kind small there, other languages as they are. */
export const environmentInside = (say: Say, title: string): string =>
  say.locale === "en" ? title.toLowerCase() : title;
