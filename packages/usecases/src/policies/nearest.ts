import { msg, type Told } from "@countersign/words";

/** Letters to change, add or take away until one text is the other (Levenshtein). */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, letter] of Array.from(from).entries()) {
    const next = [i + 1];
    for (const [j, other] of Array.from(to).entries())
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)));
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** The known name that is nearest to what somebody wrote, as the end of a sentence. */
export function nearest(written: string, known: readonly string[]): Told {
  const [name] = known
    .map((candidate) => ({ candidate, far: distance(written.slice(0, 100), candidate) }))
    .toSorted((a, b) => a.far - b.far);
  return name
    ? { text: msg("the nearest is {name}"), values: { name: name.candidate } }
    : { text: msg("there are none") };
}
