import type { Estimate } from "../stats/calibration.ts";
import { zOf } from "../stats/normal.ts";
import type { Bounds } from "../stats/proportion.ts";
import { mean, variance } from "../stats/sum.ts";

/** Normal interval of a mean over rows. */
export function aroundMean(values: Float64Array, level: number): Bounds | null {
  return aroundEstimate({ value: mean(values), se: Math.sqrt(variance(values) / values.length) }, level);
}

/** Normal interval of an estimate with its standard error; null where that is unknown. */
export function aroundEstimate(e: Estimate | null, level: number): Bounds | null {
  if (!e || !Number.isFinite(e.se)) return null;
  const half = zOf(level) * e.se;
  return [e.value - half, e.value + half];
}
