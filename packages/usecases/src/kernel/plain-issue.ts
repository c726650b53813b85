import type { z } from "zod";

type Issue = z.core.$ZodRawIssue;

const words: Record<string, string> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a group of keys",
  record: "a group of keys",
  null: "nothing",
};
const expectedWords = (kind: string): string => words[kind] ?? kind;

/** A value as somebody reads it: short, never an object's insides. */
function shown(input: unknown): string {
  if (input === null) return "empty";
  if (Array.isArray(input)) return "a list";
  if (typeof input === "object") return "a group of keys";
  const text = typeof input === "string" ? JSON.stringify(input) : String(input);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

const unitOf: Record<string, string> = { string: " characters", array: " entries" };

/**
 * What is wrong with an input, in words that follow its path: "is missing", "is 5, where text is expected". Given to zod as
 * its error map, so that no message speaks of types that were received. Messages written at a schema come before it.
 */
export function plainIssue(issue: Issue): string | undefined {
  if (issue.code !== "unrecognized_keys" && issue.input === undefined) return "is missing";
  switch (issue.code) {
    case "invalid_type":
      return `is ${shown(issue.input)}, where ${expectedWords(issue.expected)} is expected`;
    case "invalid_value":
      return `is ${shown(issue.input)}; it can be ${issue.values.map(String).join(", ")}`;
    case "unrecognized_keys":
      return `has ${issue.keys.length === 1 ? "a key" : "keys"} that nobody knows: ${issue.keys
        .slice(0, 10)
        .map((key) => key.slice(0, 60))
        .join(", ")}`;
    case "too_small": {
      const unit = unitOf[issue.origin];
      return unit === undefined
        ? `is below ${issue.minimum}`
        : issue.minimum === 1
          ? "is empty"
          : `has fewer than ${issue.minimum}${unit}`;
    }
    case "too_big":
      return unitOf[issue.origin]
        ? `has more than ${issue.maximum}${unitOf[issue.origin] ?? ""}`
        : `is above ${issue.maximum}`;
    case "invalid_union":
      return `is ${shown(issue.input)}, which does not fit here`;
    case "invalid_key": {
      const [inner] = issue.issues;
      return `has a key that does not fit: ${inner?.message ?? ""}`;
    }
    default:
      return undefined;
  }
}
