import type { Say } from "./say.ts";

/**
 * A message with its values, said once it is known to whom: refusals and problems carry it. A text in the values is data;
 * what is to be said itself is a message, and several stand one after the other.
 */
export interface Told {
  text: string;
  values?: Record<string, string | number | Told | readonly Told[]>;
}

/** Words that are said later: a message, or the text of one without values; a machine word (`in_validation`) among them. */
export type Words = string | Told;

/** Somebody's problem with a place of what was sent: "checks.3.limits.0.than", "must be a number". */
export interface PlaceProblem extends Told {
  path: string;
}

const hasSyntax = (text: string): boolean => /[{<]/.test(text);

export function tell(say: Say, words: Words): string {
  if (typeof words === "string") return say.term(words);
  const { text, values } = words;
  // A text with syntax and without values is a library's own: it stands as it is.
  if (!values) return hasSyntax(text) ? text : say(text);
  return say(text, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, valueOf(say, value)])));
}

function valueOf(say: Say, value: NonNullable<Told["values"]>[string]): string | number {
  if (typeof value !== "object") return value;
  return "text" in value ? tell(say, value) : value.map((one) => tell(say, one)).join(", ");
}

/** The same problem with its text said. */
export const saidProblem = (say: Say, problem: PlaceProblem): { path: string; text: string } => ({
  path: problem.path,
  text: tell(say, problem),
});
