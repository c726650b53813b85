export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

/** Runs each act once, so many at a time. Answers acts per second. */
export async function rateOf(atOnce: number, acts: readonly (() => Promise<unknown>)[]): Promise<number> {
  const queue = [...acts];
  const began = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let act = queue.shift(); act; act = queue.shift()) await act();
    }),
  );
  return (acts.length * 1000) / (performance.now() - began);
}

/** Runs synchronous work again and again for about a second; answers how often a second. */
export function repeated(work: () => void): number {
  const began = performance.now();
  let done = 0;
  while (performance.now() - began < 1000) {
    work();
    done++;
  }
  return (done * 1000) / (performance.now() - began);
}

/** The value below which a share of the values lies, which come sorted. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
