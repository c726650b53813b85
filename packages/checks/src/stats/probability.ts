import { mean } from "./sum.ts";

/** Machine epsilon of float64: scikit-learn clips probabilities to [ε, 1 - ε] before the logarithm. */
const epsilon = Number.EPSILON;

/** Loss of each row, -ln of the probability given to the true label. */
export function logLossRows(y: Uint8Array, p: Float64Array): Float64Array {
  return p.map((v, i) => -Math.log(Math.min(1 - epsilon, Math.max(epsilon, y[i] === 1 ? v : 1 - v))));
}

export const logLoss = (y: Uint8Array, p: Float64Array): number => mean(logLossRows(y, p));

export const brierRows = (y: Uint8Array, p: Float64Array): Float64Array => p.map((v, i) => (v - (y[i] ?? 0)) ** 2);

/** Brier score, the mean squared difference of probability and label. */
export const brier = (y: Uint8Array, p: Float64Array): number => mean(brierRows(y, p));

/** 1 - Brier / Brier of always giving the share of positives in the same rows. NaN with one class only. */
export function brierSkill(y: Uint8Array, p: Float64Array): number {
  const share = mean(y);
  const reference = brier(y, new Float64Array(y.length).fill(share));
  return reference > 0 ? 1 - brier(y, p) / reference : Number.NaN;
}
