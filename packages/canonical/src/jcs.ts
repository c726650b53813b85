import { utf8 } from "./bytes.ts";

const maxDepth = 64;

/**
 * Canonical JSON of RFC 8785: keys in UTF-16 order, numbers in ECMAScript form, no white space.
 * Throws RangeError on what JSON cannot hold: NaN, infinities, lone surrogates, undefined, functions, cycles.
 */
export function jcs(value: unknown): string {
  return write(value, 0);
}

/** UTF-8 bytes of the canonical JSON. */
export const jcsBytes = (value: unknown): Uint8Array => utf8(jcs(value));

function write(value: unknown, depth: number): string {
  if (depth > maxDepth) throw new RangeError(`nested deeper than ${maxDepth}`);
  switch (typeof value) {
    case "boolean":
      return value ? "true" : "false";
    case "number":
      if (!Number.isFinite(value)) throw new RangeError("a number that is not finite");
      return JSON.stringify(value);
    case "string":
      if (!value.isWellFormed()) throw new RangeError("text with a lone surrogate");
      return JSON.stringify(value);
    case "object":
      if (value === null) return "null";
      return Array.isArray(value) ? writeArray(value, depth) : writeObject(value as Record<string, unknown>, depth);
    default:
      throw new RangeError(`a ${typeof value} is not JSON`);
  }
}

const writeArray = (items: unknown[], depth: number): string =>
  `[${items.map((item) => write(item, depth + 1)).join(",")}]`;

/** Members that are undefined are left out, as JSON.stringify does. */
function writeObject(object: Record<string, unknown>, depth: number): string {
  const keys = Object.keys(object).filter((key) => object[key] !== undefined);
  // Default sort compares UTF-16 code units, which is what RFC 8785 §3.2.3 asks for.
  const members = keys.toSorted().map((key) => `${write(key, depth)}:${write(object[key], depth + 1)}`);
  return `{${members.join(",")}}`;
}
