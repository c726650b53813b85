import type { Say } from "@countersign/words";

/** A version as it is named: its number, and its label where it has one. */
export const versionName = ({ number, label }: { number: number; label: string | null }): string =>
  `${number}${label ? ` · ${label}` : ""}`;

/** An environment inside a sentence: English writes names of this kind small there, other languages as they are. */
export const environmentInside = (say: Say, title: string): string =>
  say.locale === "en" ? title.toLowerCase() : title;

/** Rising numbers, those that follow each other drawn together: `1–4, 6`. */
export function spans(numbers: readonly number[]): string {
  const found: [first: number, last: number][] = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else found.push([number, number]);
  }
  return found
    .map(([first, last]) => (first === last ? `${first}` : `${first}${last === first + 1 ? ", " : "–"}${last}`))
    .join(", ");
}
