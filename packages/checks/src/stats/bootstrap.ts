import type { Bounds } from "./proportion.ts";
import { quantile } from "./ranks.ts";

/** Uniform integers below n from a 32-bit counter generator (splitmix32): the same seed gives the same rows everywhere. */
export function resampler(seed: number, n: number): () => Uint32Array {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return (z ^ (z >>> 16)) >>> 0;
  };
  return () => Uint32Array.from({ length: n }, () => Math.floor((next() / 4294967296) * n));
}

/** Percentile interval of a statistic over resamples; undefined values are left out, and null is given when fewer than half remain. */
export function percentileInterval(statistics: number[], level = 0.95): Bounds | null {
  const kept = statistics.filter(Number.isFinite).toSorted((a, b) => a - b);
  if (kept.length === 0 || kept.length < statistics.length / 2) return null;
  return [quantile(kept, (1 - level) / 2), quantile(kept, 1 - (1 - level) / 2)];
}
