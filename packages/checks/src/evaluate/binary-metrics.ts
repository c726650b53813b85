import type { Json } from "@countersign/domain";
import { ksOfScores, rocAuc } from "../stats/auc.ts";
import { calibrationFit, calibrationInTheLarge } from "../stats/calibration.ts";
import * as c from "../stats/confusion.ts";
import { aucInterval, delong } from "../stats/delong.ts";
import { kappa, mcc } from "../stats/matrix.ts";
import { averagePrecision, precisionRecallArea } from "../stats/precision-recall.ts";
import { brier, brierRows, brierSkill, logLoss, logLossRows } from "../stats/probability.ts";
import { reliability } from "../stats/reliability.ts";
import type { Bounds } from "../stats/proportion.ts";
import { countsOf, type Scored } from "./binary-kind.ts";
import { aroundEstimate, aroundMean } from "./bounds.ts";
import type { Metric } from "./metric.ts";

type BinaryMetric = Metric<Scored>;
const asMatrix = (m: c.Confusion): number[][] => [
  [m.tn, m.fp],
  [m.fn, m.tp],
];
const thresholdDetails: BinaryMetric["details"] = (rows, p) => ({
  threshold: p.threshold ?? rows.threshold,
  confusion: { ...countsOf(rows, p) },
});

const auc = (scale: (v: number) => number): NonNullable<BinaryMetric["own"]> => ({
  methods: ["logit", "normal"],
  name: "DeLong",
  of: (rows, p, method) => {
    const { auc: a, se } = delong(rows.y, rows.score);
    const bounds = method === "normal" || method === "logit" ? aucInterval(a, se, method, p.level) : null;
    return bounds ? [scale(bounds[0]), scale(bounds[1])] : null;
  },
});

const atThreshold = (
  title: string,
  needs: BinaryMetric["needs"],
  value: (m: c.Confusion) => number,
  of?: (m: c.Confusion) => [number, number],
): BinaryMetric => ({
  title,
  better: "higher",
  ...(needs ? { needs } : {}),
  value: (rows, p) => value(countsOf(rows, p)),
  ...(of ? { proportion: (rows, p) => of(countsOf(rows, p)) } : {}),
  details: thresholdDetails,
});

const meanOfRows = (
  title: string,
  value: (rows: Scored) => number,
  losses: (rows: Scored) => Float64Array,
): BinaryMetric => ({
  title,
  better: "lower",
  probabilities: true,
  value,
  own: { methods: ["normal"], name: "mean over rows", of: (rows, p) => aroundMean(losses(rows), p.level) },
});

/** Share of label and score the same rows give: a table for the page beside the number. */
const reliabilityDetails: BinaryMetric["details"] = (rows, p) => {
  const r = reliability(rows.y, rows.p, p.bins, p.binning);
  return {
    bins: p.bins,
    binning: p.binning,
    mce: r.mce,
    reliability: r.table.map((row): Record<string, Json> => ({ ...row })),
  };
};

const estimate = (rows: Scored, which: "slope" | "large"): ReturnType<typeof calibrationInTheLarge> =>
  which === "large" ? calibrationInTheLarge(rows.y, rows.p) : (calibrationFit(rows.y, rows.p)?.slope ?? null);

const calibration = (title: string, which: "slope" | "large"): BinaryMetric => ({
  title,
  better: "target",
  probabilities: true,
  needs: "both",
  value: (rows) => estimate(rows, which)?.value ?? Number.NaN,
  own: {
    methods: ["normal"],
    name: "Wald",
    of: (rows, p): Bounds | null => aroundEstimate(estimate(rows, which), p.level),
  },
});

/** Metrics of a binary model by the last part of their check id. Definitions: scikit-learn; DeLong, ECE and calibration as in their kernels. */
export const binaryMetrics: Record<string, BinaryMetric> = {
  roc_auc: {
    title: "ROC AUC",
    better: "higher",
    needs: "both",
    value: (r) => rocAuc(r.y, r.score),
    own: auc((v) => v),
    details: (r) => ({ standardError: delong(r.y, r.score).se }),
  },
  gini: {
    title: "Gini coefficient",
    better: "higher",
    needs: "both",
    value: (r) => 2 * rocAuc(r.y, r.score) - 1,
    own: auc((v) => 2 * v - 1),
  },
  average_precision: {
    title: "Average precision",
    better: "higher",
    needs: "positives",
    value: (r) => averagePrecision(r.y, r.score),
  },
  pr_area: {
    title: "Area under precision-recall by trapezoids",
    better: "higher",
    needs: "positives",
    value: (r) => precisionRecallArea(r.y, r.score),
  },
  ks: {
    title: "Kolmogorov-Smirnov distance of scores",
    better: "higher",
    needs: "both",
    value: (r) => ksOfScores(r.y, r.score),
  },
  log_loss: meanOfRows(
    "Log loss",
    (r) => logLoss(r.y, r.p),
    (r) => logLossRows(r.y, r.p),
  ),
  brier: meanOfRows(
    "Brier score",
    (r) => brier(r.y, r.p),
    (r) => brierRows(r.y, r.p),
  ),
  brier_skill: {
    title: "Brier skill score",
    better: "higher",
    probabilities: true,
    needs: "both",
    value: (r) => brierSkill(r.y, r.p),
  },
  ece: {
    title: "Expected calibration error",
    better: "lower",
    probabilities: true,
    value: (r, p) => reliability(r.y, r.p, p.bins, p.binning).ece,
    details: reliabilityDetails,
  },
  mce: {
    title: "Largest calibration error of a bin",
    better: "lower",
    probabilities: true,
    value: (r, p) => reliability(r.y, r.p, p.bins, p.binning).mce,
    details: reliabilityDetails,
  },
  calibration_slope: calibration("Calibration slope", "slope"),
  calibration_in_the_large: calibration("Calibration in the large", "large"),
  accuracy: atThreshold("Accuracy", undefined, c.accuracy, (m) => [m.tp + m.tn, m.tp + m.tn + m.fp + m.fn]),
  balanced_accuracy: atThreshold("Balanced accuracy", "both", c.balancedAccuracy),
  sensitivity: atThreshold("Sensitivity", "positives", c.sensitivity, (m) => [m.tp, m.tp + m.fn]),
  specificity: atThreshold("Specificity", "negatives", c.specificity, (m) => [m.tn, m.tn + m.fp]),
  precision: atThreshold("Precision", undefined, c.precision, (m) => [m.tp, m.tp + m.fp]),
  f1: atThreshold("F1", undefined, (m) => c.fBeta(m, 1)),
  f_beta: {
    ...atThreshold("F-beta", undefined, (m) => c.fBeta(m, 2)),
    value: (rows, p) => c.fBeta(countsOf(rows, p), p.beta),
  },
  mcc: atThreshold("Matthews correlation", undefined, (m) => mcc(asMatrix(m))),
  kappa: atThreshold("Cohen's kappa", undefined, (m) => kappa(asMatrix(m))),
};
