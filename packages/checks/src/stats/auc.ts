/** Scores of the positive rows and of the others. `y` is 1 for positive. */
export function splitByLabel(y: Uint8Array, score: Float64Array): { positive: Float64Array; negative: Float64Array } {
  const positive = new Float64Array(score.length);
  const negative = new Float64Array(score.length);
  let p = 0;
  let n = 0;
  score.forEach((v, i) => {
    if (y[i] === 1) positive[p++] = v;
    else negative[n++] = v;
  });
  return { positive: positive.subarray(0, p), negative: negative.subarray(0, n) };
}

/** Area under the ROC curve (Mann-Whitney, ties count half), counted over both classes sorted. NaN with one class only, never 0. */
export function rocAuc(y: Uint8Array, score: Float64Array): number {
  const { positive, negative } = splitByLabel(y, score);
  if (positive.length === 0 || negative.length === 0) return Number.NaN;
  positive.sort();
  negative.sort();
  let below = 0;
  let upTo = 0;
  let wins = 0;
  for (const v of positive) {
    while (below < negative.length && (negative[below] ?? 0) < v) below++;
    while (upTo < negative.length && (negative[upTo] ?? 0) <= v) upTo++;
    wins += (below + upTo) / 2;
  }
  return wins / (positive.length * negative.length);
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
