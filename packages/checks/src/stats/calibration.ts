/** Estimate with its standard error. */
export interface Estimate {
  value: number;
  se: number;
}

export interface CalibrationFit {
  /** Slope of y on logit(p); 1 is perfect. */
  slope: Estimate;
  intercept: Estimate;
}

const logit = (p: number): number => {
  const q = Math.min(1 - 1e-12, Math.max(1e-12, p));
  return Math.log(q / (1 - q));
};

interface Moments {
  g0: number;
  g1: number;
  h00: number;
  h01: number;
  h11: number;
}

function moments(y: Uint8Array, x: Float64Array, intercept: number, slope: number): Moments {
  const m = { g0: 0, g1: 0, h00: 0, h01: 0, h11: 0 };
  for (let i = 0; i < x.length; i++) {
    const xi = x[i] ?? 0;
    const mu = 1 / (1 + Math.exp(-(intercept + slope * xi)));
    const residual = (y[i] ?? 0) - mu;
    const w = mu * (1 - mu);
    m.g0 += residual;
    m.g1 += residual * xi;
    m.h00 += w;
    m.h01 += w * xi;
    m.h11 += w * xi * xi;
  }
  return m;
}

const converged = (step: number, at: number): boolean => Math.abs(step) <= 1e-13 * Math.max(1, Math.abs(at));

/** Logistic regression of the label on logit(p) by IRLS. Null where it has no finite solution (one class, separated, or constant scores). */
export function calibrationFit(y: Uint8Array, p: Float64Array): CalibrationFit | null {
  const x = p.map(logit);
  let a = 0;
  let b = 0;
  for (let i = 0; i < 200; i++) {
    const m = moments(y, x, a, b);
    const determinant = m.h00 * m.h11 - m.h01 * m.h01;
    if (!(determinant > 1e-12 * m.h00 * m.h11)) return null;
    const da = (m.h11 * m.g0 - m.h01 * m.g1) / determinant;
    const db = (m.h00 * m.g1 - m.h01 * m.g0) / determinant;
    a += da;
    b += db;
    if (!Number.isFinite(a) || !Number.isFinite(b) || Math.abs(b) > 1e6) return null;
    if (converged(da, a) && converged(db, b))
      return {
        intercept: { value: a, se: Math.sqrt(m.h11 / determinant) },
        slope: { value: b, se: Math.sqrt(m.h00 / determinant) },
      };
  }
  return null;
}

/** Calibration in the large: the intercept with the slope fixed at 1. 0 is perfect. Null with one class only. */
export function calibrationInTheLarge(y: Uint8Array, p: Float64Array): Estimate | null {
  const x = p.map(logit);
  let a = 0;
  for (let i = 0; i < 200; i++) {
    const m = moments(y, x, a, 1);
    const step = m.g0 / m.h00;
    a += Math.max(-5, Math.min(5, step));
    if (!Number.isFinite(a) || Math.abs(a) > 1e3) return null;
    if (converged(step, a)) return { value: a, se: 1 / Math.sqrt(m.h00) };
  }
  return null;
}
