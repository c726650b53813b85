/** Neumaier's compensated sum: stays within an ulp or two of the exact sum, as pairwise summation in numpy does. */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const v = values[i] ?? 0;
    const next = total + v;
    lost += Math.abs(total) >= Math.abs(v) ? total - next + v : v - next + total;
    total = next;
  }
  return total + lost;
}

/** Arithmetic mean; NaN for no values. */
export const mean = (values: ArrayLike<number>): number => sum(values) / values.length;

/** Sample variance (n - 1); NaN for fewer than two values. */
export function variance(values: Float64Array): number {
  const m = mean(values);
  return values.length < 2 ? Number.NaN : sum(values.map((v) => (v - m) ** 2)) / (values.length - 1);
}
