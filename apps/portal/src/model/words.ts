import type { ModelState } from "@countersign/domain";
import type { ChipTone } from "@countersign/ui";
import { msg, type Say } from "@countersign/words";

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

/** A version as it is named: its number, and its label where it has one. */
export const versionName = ({ number, label }: { number: number; label: string | null }): string =>
  `${number}${label ? ` · ${label}` : ""}`;

/** An environment inside a sentence: English writes names of this kind small there, other languages as they are. */
export const environmentInside = (say: Say, title: string): string =>
  say.locale === "en" ? title.toLowerCase() : title;
