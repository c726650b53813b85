import { lnChoose } from "./beta.ts";
import { erfc } from "./normal.ts";
import { sum } from "./sum.ts";

/** Fisher's exact test of a 2×2 table [[a, b], [c, d]], two-sided by summing the tables that are no likelier (scipy). */
export function fisherExact(a: number, b: number, c: number, d: number): { oddsRatio: number; p: number } {
  const row = a + b;
  const column = a + c;
  const n = row + c + d;
  const probability = (k: number): number =>
    Math.exp(lnChoose(row, k) + lnChoose(n - row, column - k) - lnChoose(n, column));
  const seen = probability(a) * (1 + 1e-7);
  const tails: number[] = [];
  for (let k = Math.max(0, column - (n - row)); k <= Math.min(row, column); k++) {
    const q = probability(k);
    if (q <= seen) tails.push(q);
  }
  return { oddsRatio: (a * d) / (b * c), p: Math.min(1, sum(tails)) };
}

/** McNemar's test on the discordant counts: exact binomial, and chi-squared with continuity correction. */
export function mcnemar(b: number, c: number): { exactP: number; chi2: number; chi2P: number } {
  const n = b + c;
  if (n === 0) return { exactP: 1, chi2: 0, chi2P: 1 };
  const tail: number[] = [];
  for (let k = 0; k <= Math.min(b, c); k++) tail.push(Math.exp(lnChoose(n, k) - n * Math.LN2));
  const chi2 = (Math.abs(b - c) - 1) ** 2 / n;
  return { exactP: Math.min(1, 2 * sum(tail)), chi2, chi2P: erfc(Math.sqrt(chi2 / 2)) };
}
