import { sum } from "./sum.ts";

/** Confusion matrix, rows truth, columns prediction. */
export function confusionMatrix(classes: number, y: ArrayLike<number>, predicted: ArrayLike<number>): number[][] {
  const m = Array.from({ length: classes }, () => Array.from({ length: classes }, (): number => 0));
  for (let i = 0; i < y.length; i++) {
    const row = m[y[i] ?? 0];
    const k = predicted[i] ?? 0;
    if (row) row[k] = (row[k] ?? 0) + 1;
  }
  return m;
}

export interface PerClass {
  precision: number;
  recall: number;
  f1: number;
  /** Rows of the class. */
  support: number;
  predicted: number;
  hits: number;
}

const orZero = (a: number, b: number): number => (b === 0 ? 0 : a / b);

/** Precision, recall and F1 of each class against the rest, with scikit-learn's `zero_division=0`. */
export function perClass(m: number[][]): PerClass[] {
  return m.map((row, k) => {
    const hits = row[k] ?? 0;
    const support = sum(row);
    const predicted = sum(m.map((r) => r[k] ?? 0));
    return {
      precision: orZero(hits, predicted),
      recall: orZero(hits, support),
      f1: orZero(2 * hits, support + predicted),
      support,
      predicted,
      hits,
    };
  });
}

export type Average = "macro" | "weighted";

export function averaged(classes: PerClass[], of: "precision" | "recall" | "f1", average: Average): number {
  if (average === "macro") return sum(classes.map((c) => c[of])) / classes.length;
  return sum(classes.map((c) => c[of] * c.support)) / sum(classes.map((c) => c.support));
}

/** Matthews' correlation for any number of classes (Gorodkin 2004); 0 where a margin is empty. */
export function mcc(m: number[][]): number {
  const truth = m.map((row) => sum(row));
  const predicted = m.map((_, k) => sum(m.map((r) => r[k] ?? 0)));
  const n = sum(truth);
  const hits = sum(m.map((row, k) => row[k] ?? 0));
  const cross = sum(truth.map((t, k) => t * (predicted[k] ?? 0)));
  const scale = Math.sqrt(n * n - sum(predicted.map((v) => v * v))) * Math.sqrt(n * n - sum(truth.map((v) => v * v)));
  return orZero(hits * n - cross, scale);
}

/** Cohen's kappa; NaN where everything is one class. */
export function kappa(m: number[][]): number {
  const n = sum(m.map((row) => sum(row)));
  const agreed = sum(m.map((row, k) => row[k] ?? 0)) / n;
  const chance = sum(m.map((row, k) => sum(row) * sum(m.map((r) => r[k] ?? 0)))) / (n * n);
  return (agreed - chance) / (1 - chance);
}
