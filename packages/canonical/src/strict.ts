import { fromUtf8, utf8 } from "./bytes.ts";
import { jcs } from "./jcs.ts";

/** JSON as parsed. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export type ParseResult = { ok: true; value: Json } | { ok: false; problem: string };

/** Parses bytes that must be their own canonical form: no second reading of the same bytes is possible. Total. */
export function parseCanonical(bytes: Uint8Array): ParseResult {
  const text = fromUtf8(bytes);
  if (text === null) return { ok: false, problem: "not UTF-8" };
  try {
    const value = JSON.parse(text) as Json;
    return jcs(value) === text ? { ok: true, value } : { ok: false, problem: "not canonical JSON (RFC 8785)" };
  } catch {
    return { ok: false, problem: "not JSON" };
  }
}

/** The strict profile of leaves: canonical, integers only, plain keys, bounded depth. Total. */
export function parseStrict(bytes: Uint8Array): ParseResult {
  const parsed = parseCanonical(bytes);
  if (!parsed.ok) return parsed;
  const problem = profileProblem(parsed.value);
  return problem ? { ok: false, problem } : parsed;
}

/** Row images sit at depth 4 of a leaf and may hold small JSON themselves. */
const maxDepth = 12;
const key = /^[a-z0-9_]{1,40}$/;

/** Why a value is outside the leaf profile, or null. */
export function profileProblem(value: unknown, depth = 0): string | null {
  if (depth > maxDepth) return `nested deeper than ${maxDepth}`;
  if (value === null || typeof value === "boolean") return null;
  if (typeof value === "string") return value.isWellFormed() ? null : "text with a lone surrogate";
  if (typeof value === "number")
    return Number.isSafeInteger(value) && !Object.is(value, -0) ? null : "a number that is no integer below 2^53";
  if (Array.isArray(value)) return first(value, (item) => profileProblem(item, depth + 1));
  if (typeof value !== "object") return `a ${typeof value} is not JSON`;
  return first(Object.entries(value), ([name, member]) =>
    key.test(name) ? profileProblem(member, depth + 1) : `the key ${JSON.stringify(name.slice(0, 60))}`,
  );
}

function first<T>(items: T[], problem: (item: T) => string | null): string | null {
  for (const item of items) {
    const found = problem(item);
    if (found) return found;
  }
  return null;
}

/** Canonical bytes of a value in the leaf profile. Throws RangeError outside it or above `maxBytes` (default 16 KiB). */
export function leafBytes(value: unknown, options: { maxBytes?: number } = {}): Uint8Array {
  const problem = profileProblem(value);
  if (problem) throw new RangeError(problem);
  const bytes = utf8(jcs(value));
  const max = options.maxBytes ?? 16_384;
  if (bytes.length > max) throw new RangeError(`${bytes.length} bytes, more than ${max}`);
  return bytes;
}
