/** Deeper than any command's input; a text of a policy or a result at most; more values than any result has. */
const depthMax = 24;
const textMax = 1_000_000;
const valuesMax = 1_000_000;

export interface InputProblem {
  path: string;
  text: string;
}

/**
 * Why an input is no plain JSON that can be hashed, recorded and stored, or null: every text is well-formed (RFC 8785
 * §3.2.2.2) without NUL, which PostgreSQL cannot hold, every number finite, depth and size bounded. Total, also on
 * cycles: asked before any schema, so that no command meets such a value.
 */
export function plainJsonProblem(input: unknown): InputProblem | null {
  const budget = { left: valuesMax };
  return problemAt(input, "", 0, budget);
}

function problemAt(value: unknown, path: string, depth: number, budget: { left: number }): InputProblem | null {
  if (--budget.left < 0) return { path: "", text: `holds more than ${valuesMax} values` };
  switch (typeof value) {
    case "undefined":
    case "boolean":
      return null;
    case "string":
      return textProblem(value, path);
    case "number":
      return Number.isFinite(value) ? null : { path, text: "is not a number that JSON can hold" };
    case "object":
      return value === null
        ? null
        : depth >= depthMax
          ? { path, text: `is nested deeper than ${depthMax}` }
          : membersProblem(value, path, depth, budget);
    default:
      return { path, text: `is a ${typeof value}, which JSON cannot hold` };
  }
}

function membersProblem(value: object, path: string, depth: number, budget: { left: number }): InputProblem | null {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null)
    return { path, text: "is no plain object" };
  for (const [name, member] of Object.entries(value)) {
    const at = (path === "" ? name : `${path}.${name}`).slice(0, 200);
    const found =
      (name === "__proto__" ? { path, text: "holds a name that is not allowed" } : textProblem(name, path)) ??
      problemAt(member, at, depth + 1, budget);
    if (found) return { ...found, path: found.path.toWellFormed() };
  }
  return null;
}

function textProblem(text: string, path: string): InputProblem | null {
  if (text.length > textMax) return { path, text: `is longer than ${textMax} characters` };
  return text.isWellFormed() && !text.includes("\0") ? null : { path, text: "has characters that cannot be stored" };
}
