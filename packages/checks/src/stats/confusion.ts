/** Counts at one threshold: predicted positive where score >= threshold. */
export interface Confusion {
  tn: number;
  fp: number;
  fn: number;
  tp: number;
}

export function confusionAt(y: Uint8Array, score: Float64Array, threshold: number): Confusion {
  const c = { tn: 0, fp: 0, fn: 0, tp: 0 };
  for (let i = 0; i < y.length; i++) {
    const yes = (score[i] ?? Number.NaN) >= threshold;
    const hit = y[i] === 1;
    c[hit ? (yes ? "tp" : "fn") : yes ? "fp" : "tn"]++;
  }
  return c;
}

const total = (c: Confusion): number => c.tn + c.fp + c.fn + c.tp;
/** scikit-learn's `zero_division=0`: nothing predicted positive gives precision 0, not an undefined number. */
const orZero = (a: number, b: number): number => (b === 0 ? 0 : a / b);

export const accuracy = (c: Confusion): number => (c.tp + c.tn) / total(c);
/** Share of positives found; NaN without positives. */
export const sensitivity = (c: Confusion): number => c.tp / (c.tp + c.fn);
/** Share of negatives left alone; NaN without negatives. */
export const specificity = (c: Confusion): number => c.tn / (c.tn + c.fp);
export const precision = (c: Confusion): number => orZero(c.tp, c.tp + c.fp);
export const balancedAccuracy = (c: Confusion): number => (sensitivity(c) + specificity(c)) / 2;

/** F-beta; 0 where neither the label nor the prediction is ever positive. */
export function fBeta(c: Confusion, beta: number): number {
  const b = beta * beta;
  return orZero((1 + b) * c.tp, (1 + b) * c.tp + b * c.fn + c.fp);
}
