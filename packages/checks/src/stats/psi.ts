import { quantile } from "./ranks.ts";

const floor = 1e-4;

function shares(values: Float64Array, edges: number[]): number[] {
  const n = Array.from({ length: edges.length + 1 }, (): number => 0);
  for (const v of values) {
    let b = 0;
    while (b < edges.length && v >= (edges[b] ?? 0)) b++;
    n[b] = (n[b] ?? 0) + 1;
  }
  return n.map((k) => (k === 0 ? floor : k / values.length));
}

/** Population stability index on deciles of the reference: edges without duplicates, open ends, an empty share counts 1e-4. */
export function psi(reference: Float64Array, current: Float64Array): number {
  const r = reference.filter(Number.isFinite).sort();
  const c = current.filter(Number.isFinite);
  if (r.length === 0 || c.length === 0) return Number.NaN;
  const edges = [...new Set(Array.from({ length: 9 }, (_, i) => quantile(r, (i + 1) / 10)))];
  const a = shares(r, edges);
  const b = shares(c, edges);
  return a.reduce((s, p, i) => s + (p - (b[i] ?? floor)) * Math.log(p / (b[i] ?? floor)), 0);
}
