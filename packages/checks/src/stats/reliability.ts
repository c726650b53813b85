import { quantile } from "./ranks.ts";

interface ReliabilityBin {
  bin: number;
  n: number;
  meanScore: number;
  observed: number;
}

export interface Reliability {
  /** Expected calibration error Σ n_b/n |mean score - observed share|. */
  ece: number;
  /** Largest gap of one bin. */
  mce: number;
  table: ReliabilityBin[];
}

export type Binning = "uniform" | "quantile";

/** Bin of each score: `uniform` is min(floor(bins · p), bins - 1); `quantile` cuts at the quantiles, (edge, next edge]. */
function binsOf(p: Float64Array, bins: number, how: Binning): Uint32Array {
  if (how === "uniform") return Uint32Array.from(p, (v) => Math.max(0, Math.min(Math.floor(v * bins), bins - 1)));
  const sorted = p.toSorted();
  const edges = Array.from({ length: bins - 1 }, (_, i) => quantile(sorted, (i + 1) / bins));
  return Uint32Array.from(p, (v) => edges.reduce((n, edge) => n + (v > edge ? 1 : 0), 0));
}

/** Reliability table of scores against outcomes (1 = happened). Empty bins are left out. */
export function reliability(y: ArrayLike<number>, p: Float64Array, bins = 10, how: Binning = "uniform"): Reliability {
  const n = new Float64Array(bins);
  const scores = new Float64Array(bins);
  const hits = new Float64Array(bins);
  binsOf(p, bins, how).forEach((b, i) => {
    n[b] = (n[b] ?? 0) + 1;
    scores[b] = (scores[b] ?? 0) + (p[i] ?? 0);
    hits[b] = (hits[b] ?? 0) + (y[i] ?? 0);
  });
  const table: ReliabilityBin[] = [];
  let ece = 0;
  let mce = 0;
  for (let b = 0; b < bins; b++) {
    const rows = n[b] ?? 0;
    if (rows === 0) continue;
    const meanScore = (scores[b] ?? 0) / rows;
    const observed = (hits[b] ?? 0) / rows;
    const gap = Math.abs(meanScore - observed);
    ece += (rows / p.length) * gap;
    mce = Math.max(mce, gap);
    table.push({ bin: b, n: rows, meanScore, observed });
  }
  return { ece: p.length === 0 ? Number.NaN : ece, mce, table };
}
