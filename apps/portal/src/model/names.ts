import type { Say } from "@countersign/words";

/** A version as it is named: its number, and its label where it has one. */
export const versionName = ({ number, label }: { number: number; label: string | null }): string =>
  `${number}${label ? ` · ${label}` : ""}`;

/** An environment inside a sentence: English writes names of this kind small there, other languages as they are. */
export const environmentInside = (say: Say, title: string): string =>
  say.locale === "en" ? title.toLowerCase() : title;
