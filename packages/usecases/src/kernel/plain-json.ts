import { msg, type PlaceProblem } from "@countersign/words";

/** Deeper than any command's input; a text of a policy or a result at most; more values than any result has. */
const depthMax = 24;
const textMax = 1_000_000;
const valuesMax = 1_000_000;

/**
 * Why an input is no plain JSON that can be hashed, recorded and stored, or null: every text is well-formed (RFC 8785
 * §3.2.2.2) without NUL, which PostgreSQL cannot hold, every number finite, depth and size bounded. Total, also on
 * cycles: asked before any schema, so that no command meets such a value.
 */
export function plainJsonProblem(input: unknown): PlaceProblem | null {
  const budget = { left: valuesMax };
  return problemAt(input, "", 0, budget);
}

function problemAt(value: unknown, path: string, depth: number, budget: { left: number }): PlaceProblem | null {
  if (--budget.left < 0)
    return { path: "", text: msg("holds more than {maximum} values"), values: { maximum: valuesMax } };
  switch (typeof value) {
    case "undefined":
    case "boolean":
      return null;
    case "string":
      return textProblem(value, path);
    case "number":
      return Number.isFinite(value) ? null : { path, text: msg("is not a number that JSON can hold") };
    case "object":
      return value === null
        ? null
        : depth >= depthMax
          ? { path, text: msg("is nested deeper than {maximum}"), values: { maximum: depthMax } }
          : membersProblem(value, path, depth, budget);
    default:
      return { path, text: msg("is a {type}, which JSON cannot hold"), values: { type: typeof value } };
  }
}

function membersProblem(value: object, path: string, depth: number, budget: { left: number }): PlaceProblem | null {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null)
    return { path, text: msg("is no plain object") };
  for (const [name, member] of Object.entries(value)) {
    const at = (path === "" ? name : `${path}.${name}`).slice(0, 200);
    const found =
      (name === "__proto__" ? { path, text: msg("holds a name that is not allowed") } : textProblem(name, path)) ??
      problemAt(member, at, depth + 1, budget);
    if (found) return { ...found, path: found.path.toWellFormed() };
  }
  return null;
}

function textProblem(text: string, path: string): PlaceProblem | null {
  if (text.length > textMax)
    return { path, text: msg("is longer than {maximum} characters"), values: { maximum: textMax } };
  return text.isWellFormed() && !text.includes("\0")
    ? null
    : { path, text: msg("has characters that cannot be stored") };
}
