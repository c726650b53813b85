import { rocAuc } from "./auc.ts";
import { mean, sum } from "./sum.ts";

/** Class indexes of truth, and scores row by row: `scores[i * classes + k]`. */
export interface MulticlassRows {
  classes: number;
  y: Uint32Array;
  scores: Float64Array;
}

/** Index of the largest score of each row, the first on ties. */
export function largest({ classes, y, scores }: MulticlassRows): Uint32Array {
  return Uint32Array.from(y, (_, i) => {
    let best = 0;
    for (let k = 1; k < classes; k++) if ((scores[i * classes + k] ?? 0) > (scores[i * classes + best] ?? 0)) best = k;
    return best;
  });
}

const column = ({ classes, y, scores }: MulticlassRows, k: number): Float64Array =>
  Float64Array.from(y, (_, i) => scores[i * classes + k] ?? 0);

/** Mean AUC of each class against the others. `weighted`: by share of rows. NaN where a class is missing. */
export function aucOneVersusRest(rows: MulticlassRows, average: "macro" | "weighted"): number {
  const parts = Array.from({ length: rows.classes }, (_, k) => {
    const is = Uint8Array.from(rows.y, (v) => (v === k ? 1 : 0));
    return { auc: rocAuc(is, column(rows, k)), weight: average === "macro" ? 1 : sum(is) };
  });
  return sum(parts.map((p) => p.auc * p.weight)) / sum(parts.map((p) => p.weight));
}

/** Mean AUC over pairs of classes, each both ways (Hand and Till 2001). `weighted`: by the pair's share of rows. */
export function aucOneVersusOne(rows: MulticlassRows, average: "macro" | "weighted"): number {
  const parts: { auc: number; weight: number }[] = [];
  for (let a = 0; a < rows.classes; a++)
    for (let b = a + 1; b < rows.classes; b++) {
      const keep = (_: number, i: number): boolean => rows.y[i] === a || rows.y[i] === b;
      const y = rows.y.filter(keep);
      const of = (k: number): number =>
        rocAuc(
          Uint8Array.from(y, (v) => (v === k ? 1 : 0)),
          column(rows, k).filter(keep),
        );
      parts.push({ auc: (of(a) + of(b)) / 2, weight: average === "macro" ? 1 : y.length });
    }
  return sum(parts.map((p) => p.auc * p.weight)) / sum(parts.map((p) => p.weight));
}

/** -ln of the probability given to the true class, rows scaled to sum 1. */
export function logLossRowsMulticlass({ classes, y, scores }: MulticlassRows): Float64Array {
  return Float64Array.from(y, (k, i) => {
    const row = scores.subarray(i * classes, (i + 1) * classes);
    const p = (row[k] ?? 0) / sum(row);
    return -Math.log(Math.min(1 - Number.EPSILON, Math.max(Number.EPSILON, p)));
  });
}

export const logLossMulticlass = (rows: MulticlassRows): number => mean(logLossRowsMulticlass(rows));

/** Mean over rows of the squared distance between probabilities and the true class, summed over classes (0…2). */
export function brierRowsMulticlass({ classes, y, scores }: MulticlassRows): Float64Array {
  return Float64Array.from(y, (t, i) => {
    let d = 0;
    for (let k = 0; k < classes; k++) d += ((scores[i * classes + k] ?? 0) - (k === t ? 1 : 0)) ** 2;
    return d;
  });
}
