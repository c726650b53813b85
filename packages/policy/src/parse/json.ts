import { msg, type Told } from "@countersign/words";
import type { Json } from "../types.ts";
import type { Place } from "./reader.ts";

const maxDepth = 8;
const maxValues = 2_000;

/** Parameters of a check: a JSON object of bounded depth and size, without keys that JavaScript treats specially. */
export function parseParams(place: Place): Record<string, Json> | undefined {
  if (place.value === undefined) return undefined;
  if (typeof place.value !== "object" || place.value === null || Array.isArray(place.value))
    return place.wrong(msg("must be an object"));
  const budget = { left: maxValues };
  const problem = jsonProblem(place.value, 0, budget);
  return problem ? place.wrong(problem.text, problem.values) : structuredCopy(place.value as Record<string, Json>);
}

function jsonProblem(value: unknown, depth: number, budget: { left: number }): Told | null {
  if (depth > maxDepth) return { text: msg("may be nested at most {maximum} deep"), values: { maximum: maxDepth } };
  budget.left -= 1;
  if (budget.left < 0) return { text: msg("may hold at most {maximum} values"), values: { maximum: maxValues } };
  switch (typeof value) {
    case "boolean":
      return null;
    case "number":
      return Number.isFinite(value) ? null : { text: msg("holds a number that is none") };
    case "string":
      return value.length > 10_000
        ? { text: msg("holds a text that is too long") }
        : value.isWellFormed()
          ? null
          : { text: msg("holds broken text") };
    case "object": {
      if (value === null) return null;
      for (const [key, inner] of Object.entries(value)) {
        if (key === "__proto__" || key.length > 200) return { text: msg("holds a key that is not allowed") };
        const problem = jsonProblem(inner, depth + 1, budget);
        if (problem) return problem;
      }
      return null;
    }
    default:
      return { text: msg("holds something that is not JSON") };
  }
}

/** A copy that shares nothing with what was sent. */
function structuredCopy<T extends Json>(value: T): T {
  if (Array.isArray(value)) return value.map((item) => structuredCopy(item)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, structuredCopy(inner)])) as T;
}
