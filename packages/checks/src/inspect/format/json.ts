export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * True where some object of a valid JSON text has a key twice: two readers may then see different values.
 * The text must be valid JSON; keys are compared after their escapes are resolved.
 */
function hasDuplicateKey(text: string): boolean {
  const open: (Set<string> | null)[] = [];
  const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]/g;
  let last = "";
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [t] = match;
    if (t === "{") open.push(new Set());
    else if (t === "[") open.push(null);
    else if (t === "}" || t === "]") open.pop();
    else if (t === ":") {
      const keys = open.at(-1);
      const key: unknown = JSON.parse(last);
      if (keys && typeof key === "string") {
        if (keys.has(key)) return true;
        keys.add(key);
      }
    }
    last = t;
  }
  return false;
}

/** JSON, or undefined where it is none (or, where asked, where an object has a key twice). */
export function parseJson(text: string, options: { duplicates: "refuse" | "accept" }): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return options.duplicates === "refuse" && hasDuplicateKey(text) ? undefined : value;
  } catch {
    return undefined;
  }
}

/** Every object inside a JSON value, without recursion: nesting is as deep as the author likes. */
export function* records(root: unknown): Generator<Record<string, unknown>> {
  const open: unknown[] = [root];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (Array.isArray(value)) {
      for (const v of value) if (typeof v === "object" && v !== null) open.push(v);
    } else if (isRecord(value)) {
      yield value;
      for (const v of Object.values(value)) if (typeof v === "object" && v !== null) open.push(v);
    }
  }
}
