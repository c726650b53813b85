import { mean } from "../stats/sum.ts";
import { averaged, confusionMatrix, kappa, mcc, perClass, type PerClass } from "../stats/matrix.ts";
import * as m from "../stats/multiclass.ts";
import { reliability } from "../stats/reliability.ts";
import { aroundMean } from "./bounds.ts";
import type { Metric, RowKind } from "./metric.ts";
import type { PerfParams } from "./params.ts";

/** The part of the rows that metrics read. */
export interface ClassRows extends m.MulticlassRows {
  labels: string[];
  probabilities: boolean;
}
type ClassMetric = Metric<ClassRows>;

export const multiclassKind: RowKind<ClassRows> = {
  size: (rows) => rows.y.length,
  take: (rows, at) => {
    const scores = new Float64Array(at.length * rows.classes);
    at.forEach((r, i) => scores.set(rows.scores.subarray(r * rows.classes, (r + 1) * rows.classes), i * rows.classes));
    return { ...rows, y: Uint32Array.from(at, (i) => rows.y[i] ?? 0), scores };
  },
  support: (rows) => {
    const n = Array.from({ length: rows.classes }, (): number => 0);
    for (const k of rows.y) n[k] = (n[k] ?? 0) + 1;
    return { smallestClass: rows.classes === 0 ? 0 : Math.min(...n), classes: n.filter((v) => v > 0).length };
  },
};

const matrixOf = (rows: ClassRows): number[][] => confusionMatrix(rows.classes, rows.y, m.largest(rows));
const hits = (rows: ClassRows): Float64Array => Float64Array.from(m.largest(rows), (k, i) => (k === rows.y[i] ? 1 : 0));
const confidence = (rows: ClassRows): Float64Array =>
  Float64Array.from(m.largest(rows), (k, i) => Math.min(1, Math.max(0, rows.scores[i * rows.classes + k] ?? 0)));
const matrixDetails: ClassMetric["details"] = (rows) => ({ labels: rows.labels, matrix: matrixOf(rows) });

const ofMatrix = (title: string, value: (matrix: number[][], p: PerfParams) => number): ClassMetric => ({
  title,
  better: "higher",
  value: (rows, p) => value(matrixOf(rows), p),
  details: matrixDetails,
});

const average = (title: string, of: "precision" | "recall" | "f1", how?: "macro" | "weighted"): ClassMetric =>
  ofMatrix(title, (matrix, p) => averaged(perClass(matrix), of, how ?? p.average));

const perRow = (title: string, losses: (rows: ClassRows) => Float64Array): ClassMetric => ({
  title,
  better: "lower",
  probabilities: true,
  value: (rows) => mean(losses(rows)),
  own: { methods: ["normal"], name: "mean over rows", of: (rows, p) => aroundMean(losses(rows), p.level) },
});

/** Metrics of a model with several classes by the last part of their check id. The predicted class has the largest score, the first on ties. */
export const multiclassMetrics: Record<string, ClassMetric> = {
  accuracy: {
    ...ofMatrix("Accuracy", () => Number.NaN),
    value: (rows) => mean(hits(rows)),
    proportion: (rows) => [hits(rows).reduce((s, v) => s + v, 0), rows.y.length],
  },
  balanced_accuracy: average("Balanced accuracy", "recall", "macro"),
  macro_f1: average("Macro F1", "f1", "macro"),
  weighted_f1: average("Weighted F1", "f1", "weighted"),
  macro_precision: average("Macro precision", "precision", "macro"),
  macro_recall: average("Macro recall", "recall", "macro"),
  f1: average("F1 averaged over classes", "f1"),
  precision: average("Precision averaged over classes", "precision"),
  sensitivity: average("Sensitivity averaged over classes", "recall"),
  mcc: ofMatrix("Matthews correlation", (matrix) => mcc(matrix)),
  kappa: ofMatrix("Cohen's kappa", (matrix) => kappa(matrix)),
  roc_auc: {
    title: "ROC AUC averaged over classes",
    better: "higher",
    probabilities: true,
    value: (rows, p) => (p.pairs === "ovr" ? m.aucOneVersusRest(rows, p.average) : m.aucOneVersusOne(rows, p.average)),
    details: (_, p) => ({ pairs: p.pairs, average: p.average }),
  },
  log_loss: perRow("Log loss", m.logLossRowsMulticlass),
  brier: perRow("Brier score (sum over classes)", m.brierRowsMulticlass),
  ece: {
    title: "Expected calibration error of the predicted class",
    better: "lower",
    probabilities: true,
    value: (rows, p) => reliability(hits(rows), confidence(rows), p.bins, p.binning).ece,
    details: (rows, p) => ({
      bins: p.bins,
      binning: p.binning,
      reliability: reliability(hits(rows), confidence(rows), p.bins, p.binning).table.map((row) => ({ ...row })),
    }),
  },
};

/** Precision, recall and F1 of each class, by label. */
export function classTable(rows: ClassRows): Record<string, PerClass> {
  return Object.fromEntries(perClass(matrixOf(rows)).map((row, k) => [rows.labels[k] ?? String(k), row]));
}
