import { splitByLabel } from "./auc.ts";
import { normalTail, zOf } from "./normal.ts";
import type { Bounds } from "./proportion.ts";
import { midranks } from "./ranks.ts";
import { mean, sum, variance } from "./sum.ts";

interface Components {
  auc: number;
  /** Structural components per positive and per negative row (DeLong, DeLong and Clarke-Pearson 1988). */
  v10: Float64Array;
  v01: Float64Array;
}

function components(y: Uint8Array, score: Float64Array): Components {
  const { positive, negative } = splitByLabel(y, score);
  const m = positive.length;
  const n = negative.length;
  const joined = new Float64Array(m + n);
  joined.set(positive);
  joined.set(negative, m);
  const all = midranks(joined);
  const ofPositive = midranks(positive);
  const ofNegative = midranks(negative);
  const v10 = ofPositive.map((rank, i) => ((all[i] ?? 0) - rank) / n);
  const v01 = ofNegative.map((rank, j) => 1 - ((all[m + j] ?? 0) - rank) / m);
  return { auc: (sum(all.subarray(0, m)) / m - (m + 1) / 2) / n, v10, v01 };
}

function covariance(a: Float64Array, b: Float64Array): number {
  const ma = mean(a);
  const mb = mean(b);
  return sum(a.map((v, i) => (v - ma) * ((b[i] ?? 0) - mb))) / (a.length - 1);
}

/** AUC with DeLong's standard error by midranks (Sun and Xu 2014). Both classes must be there, else NaN. */
export function delong(y: Uint8Array, score: Float64Array): { auc: number; se: number } {
  const c = components(y, score);
  return { auc: c.auc, se: Math.sqrt(variance(c.v10) / c.v10.length + variance(c.v01) / c.v01.length) };
}

/** Interval of an AUC on its own scale, or through the logit, which stays inside 0…1. Null where the standard error says nothing. */
export function aucInterval(auc: number, se: number, method: "normal" | "logit", level = 0.95): Bounds | null {
  if (!(se > 0)) return null;
  const z = zOf(level);
  if (method === "normal") return [auc - z * se, auc + z * se];
  if (!(auc > 0 && auc < 1)) return null;
  const at = Math.log(auc / (1 - auc));
  const half = (z * se) / (auc * (1 - auc));
  return [1 / (1 + Math.exp(-(at - half))), 1 / (1 + Math.exp(-(at + half)))];
}

export interface PairedAuc {
  auc1: number;
  auc2: number;
  /** AUC of the second minus AUC of the first. */
  difference: number;
  se: number;
  z: number;
  p: number;
  interval: Bounds | null;
}

/** DeLong's test of two scores on the same rows. */
export function delongPaired(y: Uint8Array, first: Float64Array, second: Float64Array, level = 0.95): PairedAuc {
  const a = components(y, first);
  const b = components(y, second);
  const difference = b.auc - a.auc;
  const of = (p: Components, q: Components): number =>
    covariance(p.v10, q.v10) / p.v10.length + covariance(p.v01, q.v01) / p.v01.length;
  const se = Math.sqrt(Math.max(0, of(a, a) + of(b, b) - 2 * of(a, b)));
  const z = difference / se;
  const half = zOf(level) * se;
  return {
    auc1: a.auc,
    auc2: b.auc,
    difference,
    se,
    z,
    p: 2 * normalTail(Math.abs(z)),
    interval: Number.isFinite(se) ? [difference - half, difference + half] : null,
  };
}
