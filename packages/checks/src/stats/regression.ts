import { midranks, quantile } from "./ranks.ts";
import { mean, sum } from "./sum.ts";

/** Prediction minus truth. */
export const errors = (y: Float64Array, f: Float64Array): Float64Array => f.map((v, i) => v - (y[i] ?? 0));

const mse = (e: Float64Array): number => mean(e.map((v) => v * v));
export const rmse = (e: Float64Array): number => Math.sqrt(mse(e));
export const mae = (e: Float64Array): number => mean(e.map(Math.abs));
export const medianAbsoluteError = (e: Float64Array): number =>
  e.length === 0 ? Number.NaN : quantile(e.map(Math.abs).sort(), 0.5);
export const maxError = (e: Float64Array): number =>
  e.reduce((m, v) => Math.max(m, Math.abs(v)), e.length === 0 ? Number.NaN : 0);

const spread = (v: Float64Array): number => {
  const m = mean(v);
  return sum(v.map((x) => (x - m) ** 2));
};

/** R²; NaN for fewer than two rows; with a constant truth 1 if hit exactly, else 0 (scikit-learn). */
export function r2(y: Float64Array, e: Float64Array): number {
  if (y.length < 2) return Number.NaN;
  const left = sum(e.map((v) => v * v));
  const all = spread(y);
  return all === 0 ? (left === 0 ? 1 : 0) : 1 - left / all;
}

/** Share of variance explained, which forgives a constant error. */
export function explainedVariance(y: Float64Array, e: Float64Array): number {
  if (y.length < 2) return Number.NaN;
  const all = spread(y);
  const left = spread(e);
  return all === 0 ? (left === 0 ? 1 : 0) : 1 - left / all;
}

/** Mean absolute percentage error, dividing by max(|y|, ε) as scikit-learn does. Meaningless where a truth is 0. */
export const mape = (y: Float64Array, e: Float64Array): number =>
  mean(e.map((v, i) => Math.abs(v) / Math.max(Math.abs(y[i] ?? 0), Number.EPSILON)));

/** Pinball loss of a quantile prediction. */
export const pinball = (e: Float64Array, alpha: number): number =>
  mean(e.map((v) => (v < 0 ? -alpha * v : (1 - alpha) * v)));

/** Spearman's rank correlation; NaN where a side is constant. */
export function spearman(a: Float64Array, b: Float64Array): number {
  const x = midranks(a);
  const y = midranks(b);
  const mx = mean(x);
  const my = mean(y);
  return sum(x.map((v, i) => (v - mx) * ((y[i] ?? 0) - my))) / Math.sqrt(spread(x) * spread(y));
}

/** Standard error of an RMSE by the delta method, from the spread of the squared errors. */
export function rmseStandardError(e: Float64Array): number {
  const squares = e.map((v) => v * v);
  return Math.sqrt(spread(squares) / (squares.length - 1) / squares.length) / (2 * rmse(e));
}
