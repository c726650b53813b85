/** Indexes that sort the values ascending. */
export function argsort(values: Float64Array): Uint32Array {
  const order = Uint32Array.from({ length: values.length }, (_, i) => i);
  return order.sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
}

/** Ranks from 1, ties share their mean rank (scipy `rankdata(method="average")`). */
export function midranks(values: Float64Array): Float64Array {
  const order = argsort(values);
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    const v = values[order[from] ?? 0];
    while (to < order.length && values[order[to] ?? 0] === v) to++;
    for (let i = from; i < to; i++) ranks[order[i] ?? 0] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}

/** Quantile by linear interpolation (type 7, numpy's default) of values sorted ascending. */
export function quantile(sorted: ArrayLike<number>, q: number): number {
  const at = q * (sorted.length - 1);
  const low = Math.floor(at);
  const a = sorted[low] ?? Number.NaN;
  const b = sorted[Math.min(low + 1, sorted.length - 1)] ?? Number.NaN;
  const t = at - low;
  // numpy's lerp: from the nearer end, so that equal neighbours stay equal.
  return t >= 0.5 ? b - (b - a) * (1 - t) : a + (b - a) * t;
}
