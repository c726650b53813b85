import { msg, type Told } from "@countersign/words";
import type { z } from "zod";

type Issue = z.core.$ZodRawIssue;

const words: Record<string, string> = {
  string: msg("text"),
  number: msg("a number"),
  int: msg("a whole number"),
  boolean: msg("true or false"),
  array: msg("a list"),
  object: msg("a group of keys"),
  record: msg("a group of keys"),
  null: msg("nothing"),
};

/** A value as somebody reads it: short, never an object's insides. */
function shown(input: unknown): string | Told {
  if (input === null) return { text: msg("empty") };
  if (Array.isArray(input)) return { text: msg("a list") };
  if (typeof input === "object") return { text: msg("a group of keys") };
  const text = typeof input === "string" ? JSON.stringify(input) : String(input);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

const tooSmall: Record<string, string> = {
  string: msg("has fewer than {minimum} characters"),
  array: msg("has fewer than {minimum} entries"),
};
const tooBig: Record<string, string> = {
  string: msg("has more than {maximum} characters"),
  array: msg("has more than {maximum} entries"),
};

/**
 * What is wrong with an input, in words that follow its path: "is missing", "is 5, where text is expected". Given to zod as
 * its error map, so that no message speaks of types that were received. Messages written at a schema come before it. Its
 * values are the issue's: `toldIssue`.
 */
function plainIssue(issue: Issue): string | undefined {
  if (issue.code !== "unrecognized_keys" && issue.input === undefined) return msg("is missing");
  switch (issue.code) {
    case "invalid_type":
      return msg("is {found}, where {expected} is expected");
    case "invalid_value":
      return msg("is {found}; it can be {choices}");
    case "unrecognized_keys":
      return issue.keys.length === 1
        ? msg("has a key that nobody knows: {keys}")
        : msg("has keys that nobody knows: {keys}");
    case "too_small": {
      const counted = tooSmall[issue.origin];
      return counted === undefined ? msg("is below {minimum}") : issue.minimum === 1 ? msg("is empty") : counted;
    }
    case "too_big":
      return tooBig[issue.origin] ?? msg("is above {maximum}");
    case "invalid_union":
      return msg("is {found}, which does not fit here");
    case "invalid_key":
      return msg("has a key that does not fit: {why}");
    default:
      return undefined;
  }
}

/** How a schema is asked for what `toldIssue` reads. */
export const plainly = { error: plainIssue, reportInput: true } as const;

/** An issue's message with the values that it names. */
export function toldIssue(issue: z.core.$ZodIssue): Told {
  const values = Object.fromEntries(
    Object.entries(valuesOf(issue)).filter(([name]) => issue.message.includes(`{${name}}`)),
  );
  return { text: issue.message, ...(Object.keys(values).length > 0 ? { values } : {}) };
}

function valuesOf(issue: z.core.$ZodIssue): NonNullable<Told["values"]> {
  switch (issue.code) {
    case "invalid_type": {
      const expected = words[issue.expected];
      return { found: shown(issue.input), expected: expected === undefined ? issue.expected : { text: expected } };
    }
    case "invalid_value":
      return { found: shown(issue.input), choices: issue.values.map(String).join(", ") };
    case "unrecognized_keys":
      return {
        keys: issue.keys
          .slice(0, 10)
          .map((key) => key.slice(0, 60))
          .join(", "),
      };
    case "too_small":
      return { minimum: String(issue.minimum) };
    case "too_big":
      return { maximum: String(issue.maximum) };
    case "invalid_union":
      return { found: shown(issue.input) };
    case "invalid_key": {
      const [inner] = issue.issues;
      return { why: inner ? toldIssue(inner) : "" };
    }
    default:
      return {};
  }
}
