import { midranks } from "./ranks.ts";
import { sum } from "./sum.ts";

/** Scores of the positive rows and of the others. `y` is 1 for positive. */
export function splitByLabel(y: Uint8Array, score: Float64Array): { positive: Float64Array; negative: Float64Array } {
  return { positive: score.filter((_, i) => y[i] === 1), negative: score.filter((_, i) => y[i] !== 1) };
}

/** Area under the ROC curve by midranks (Mann-Whitney, ties count half). NaN with one class only, never 0. */
export function rocAuc(y: Uint8Array, score: Float64Array): number {
  const positives = y.reduce((n, v) => n + (v === 1 ? 1 : 0), 0);
  const negatives = y.length - positives;
  if (positives === 0 || negatives === 0) return Number.NaN;
  const ranks = midranks(score);
  return (sum(ranks.filter((_, i) => y[i] === 1)) - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/** Two-sample Kolmogorov-Smirnov statistic of the scores of positives and negatives. NaN with one class only. */
export function ksOfScores(y: Uint8Array, score: Float64Array): number {
  const { positive, negative } = splitByLabel(y, score);
  if (positive.length === 0 || negative.length === 0) return Number.NaN;
  positive.sort();
  negative.sort();
  let i = 0;
  let j = 0;
  let most = 0;
  while (i < positive.length && j < negative.length) {
    const v = Math.min(positive[i] ?? 0, negative[j] ?? 0);
    while (i < positive.length && positive[i] === v) i++;
    while (j < negative.length && negative[j] === v) j++;
    most = Math.max(most, Math.abs(i / positive.length - j / negative.length));
  }
  return most;
}
