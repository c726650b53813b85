/** A part of a condition, by its place in the source, and the truth value that takes its rule away. */
export interface Part {
  from: number;
  to: number;
  becomes: "true" | "false";
}

/**
 * Every part of an SQL condition that alone forbids something. Where the condition means refusal, that is each operand of an
 * `or`, taken away as false; under `not`, each operand of an `and`, taken away as true. The whole condition is not among them.
 */
export function forbiddingParts(source: string, from: number, to: number, refuses: boolean): Part[] {
  const [start, end] = trimmed(source, from, to);
  const inner = enclosed(source, start, end);
  if (inner) return forbiddingParts(source, ...inner, refuses);
  for (const word of ["or", "and"] as const) {
    const operands = split(source, start, end, word);
    if (operands.length < 2) continue;
    const forbids = (word === "or") === refuses;
    return operands.flatMap(([a, b]) => [
      ...(forbids ? [{ from: a, to: b, becomes: refuses ? "false" : "true" } as const] : []),
      ...forbiddingParts(source, a, b, refuses),
    ]);
  }
  if (/^not\b/i.test(source.slice(start, end))) return forbiddingParts(source, start + 3, end, !refuses);
  const where = whereOf(source, start, end);
  return where ? forbiddingParts(source, ...where, refuses) : [];
}

/** Every operand of the conditions of a query (`where`, `having`, a searched `case` with several), at any depth, to be taken as true. */
export function partsOfQuery(source: string): Part[] {
  const all = [...words(source, 0, source.length)];
  return all.flatMap(({ word, at, depth }, index): Part[] => {
    const searched = word === "when" && all[index - 1]?.word === "case";
    if (word !== "where" && word !== "having" && !searched) return [];
    const stops = searched ? ["then"] : ["limit", "order", "group", "having"];
    const end =
      all.find(
        (other) => other.at > at && (other.depth < depth || (other.depth === depth && stops.includes(other.word))),
      )?.at ?? source.length;
    const [from, to] = trimmed(source, at + word.length, closed(source, at + word.length, end));
    const parts = split(source, from, to, "and");
    return parts.length > 1
      ? parts.map(([a, b]) => ({ from: a, to: b, becomes: "true" }))
      : searched
        ? []
        : [{ from, to, becomes: "true" }];
  });
}

/** Where the parenthesis around a place closes, or the end. */
function closed(source: string, from: number, end: number): number {
  let depth = 0;
  for (let at = from; at < end; at++) {
    if (source.charAt(at) === "(") depth++;
    if (source.charAt(at) === ")" && --depth < 0) return at;
  }
  return end;
}

type Span = [from: number, to: number];

function trimmed(source: string, from: number, to: number): Span {
  while (from < to && /\s/.test(source.charAt(from))) from++;
  while (to > from && /\s/.test(source.charAt(to - 1))) to--;
  return [from, to];
}

/** Words outside parentheses and strings, with their places. */
export function* words(
  source: string,
  from: number,
  to: number,
): Generator<{ word: string; at: number; depth: number }> {
  let depth = 0;
  for (let at = from; at < to;) {
    const rest = source.slice(at, to);
    const skipped = /^(?:'(?:[^']|'')*'|--[^\n]*)/.exec(rest)?.[0];
    const word = /^\w+/.exec(rest)?.[0];
    if (skipped) at += skipped.length;
    else if (word) {
      yield { word: word.toLowerCase(), at, depth };
      at += word.length;
    } else {
      if (rest.startsWith("(")) depth++;
      if (rest.startsWith(")")) depth--;
      at++;
    }
  }
}

/** What stands inside parentheses that enclose the whole. */
function enclosed(source: string, from: number, to: number): Span | null {
  if (source.charAt(from) !== "(") return null;
  for (const { at, depth } of words(source, from, to)) if (depth === 0 && at > from) return null;
  return source.charAt(to - 1) === ")" ? [from + 1, to - 1] : null;
}

function split(source: string, from: number, to: number, by: "or" | "and"): Span[] {
  const found: Span[] = [];
  let begun = from;
  let cases = 0;
  for (const { word, at, depth } of words(source, from, to)) {
    if (word === "case") cases++;
    if (word === "end") cases--;
    if (depth > 0 || cases > 0 || word !== by) continue;
    found.push(trimmed(source, begun, at));
    begun = at + word.length;
  }
  return [...found, trimmed(source, begun, to)];
}

/** The condition of `exists (select … where …)`. */
function whereOf(source: string, from: number, to: number): Span | null {
  if (!/^exists\s*\(/i.test(source.slice(from, to))) return null;
  const open = source.indexOf("(", from) + 1;
  const all = [...words(source, open, to - 1)].filter(({ depth }) => depth === 0);
  const where = all.find(({ word }) => word === "where");
  const last = all.find(
    ({ word, at }) => where && at > where.at && ["limit", "order", "group", "having"].includes(word),
  );
  return where ? trimmed(source, where.at + 5, last?.at ?? to - 1) : null;
}
