import { betaQuantile } from "./beta.ts";
import { zOf } from "./normal.ts";

export type Bounds = [low: number, high: number];

/** Wilson score interval of k successes in n (statsmodels `proportion_confint(method="wilson")`); null for n = 0. */
export function wilson(k: number, n: number, level = 0.95): Bounds | null {
  if (n === 0) return null;
  const z = zOf(level);
  const p = k / n;
  const scale = 1 + (z * z) / n;
  const centre = (p + (z * z) / (2 * n)) / scale;
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / scale;
  return [k === 0 ? 0 : Math.max(0, centre - half), k === n ? 1 : Math.min(1, centre + half)];
}

/** Clopper-Pearson interval (statsmodels `method="beta"`); null for n = 0. */
export function clopperPearson(k: number, n: number, level = 0.95): Bounds | null {
  if (n === 0) return null;
  const alpha = (1 - level) / 2;
  return [k === 0 ? 0 : betaQuantile(alpha, k, n - k + 1), k === n ? 1 : betaQuantile(1 - alpha, k + 1, n - k)];
}

/** Newcombe's interval of p1 - p2 from Wilson bounds (Newcombe 1998, method 10); null where a side is empty. */
export function newcombe(k1: number, n1: number, k2: number, n2: number, level = 0.95): Bounds | null {
  const a = wilson(k1, n1, level);
  const b = wilson(k2, n2, level);
  if (!a || !b) return null;
  const p1 = k1 / n1;
  const p2 = k2 / n2;
  return [p1 - p2 - Math.hypot(p1 - a[0], b[1] - p2), p1 - p2 + Math.hypot(a[1] - p1, p2 - b[0])];
}

/** Katz's log interval of p1 / p2; null where it is not defined. */
export function katz(k1: number, n1: number, k2: number, n2: number, level = 0.95): Bounds | null {
  if (k1 === 0 || k2 === 0 || n1 === 0 || n2 === 0) return null;
  const ratio = k1 / n1 / (k2 / n2);
  const half = zOf(level) * Math.sqrt(1 / k1 - 1 / n1 + 1 / k2 - 1 / n2);
  return [ratio * Math.exp(-half), ratio * Math.exp(half)];
}
