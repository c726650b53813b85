import * as r from "../stats/regression.ts";
import { mean } from "../stats/sum.ts";
import { aroundEstimate, aroundMean } from "./bounds.ts";
import type { Metric, RowKind } from "./metric.ts";

/** Truth and prediction. */
export interface Numbers {
  y: Float64Array;
  f: Float64Array;
}
type NumberMetric = Metric<Numbers>;

export const regressionKind: RowKind<Numbers> = {
  size: (rows) => rows.y.length,
  take: (rows, at) => ({
    y: Float64Array.from(at, (i) => rows.y[i] ?? 0),
    f: Float64Array.from(at, (i) => rows.f[i] ?? 0),
  }),
  support: () => ({}),
};

const e = (rows: Numbers): Float64Array => r.errors(rows.y, rows.f);
const plain = (title: string, better: NumberMetric["better"], value: (rows: Numbers) => number): NumberMetric => ({
  title,
  better,
  value,
});
const rowMean = (
  title: string,
  better: NumberMetric["better"],
  values: (rows: Numbers) => Float64Array,
): NumberMetric => ({
  ...plain(title, better, (rows) => mean(values(rows))),
  own: { methods: ["normal"], name: "mean over rows", of: (rows, p) => aroundMean(values(rows), p.level) },
});

/** Metrics of a regression by the last part of their check id. Error is prediction minus truth. */
export const regressionMetrics: Record<string, NumberMetric> = {
  rmse: {
    ...plain("Root mean squared error", "lower", (rows) => r.rmse(e(rows))),
    own: {
      methods: ["normal"],
      name: "delta method",
      of: (rows, p) => aroundEstimate({ value: r.rmse(e(rows)), se: r.rmseStandardError(e(rows)) }, p.level),
    },
    details: (rows) => ({ standardError: r.rmseStandardError(e(rows)) }),
  },
  mse: rowMean("Mean squared error", "lower", (rows) => e(rows).map((v) => v * v)),
  mae: rowMean("Mean absolute error", "lower", (rows) => e(rows).map(Math.abs)),
  medae: plain("Median absolute error", "lower", (rows) => r.medianAbsoluteError(e(rows))),
  r2: plain("R²", "higher", (rows) => r.r2(rows.y, e(rows))),
  max_error: plain("Largest error", "lower", (rows) => r.maxError(e(rows))),
  explained_variance: plain("Explained variance", "higher", (rows) => r.explainedVariance(rows.y, e(rows))),
  spearman: plain("Spearman's rank correlation", "higher", (rows) => r.spearman(rows.y, rows.f)),
  bias: rowMean("Mean error", "target", e),
  mean_bias: {
    ...plain("Mean error over RMSE", "lower", (rows) => Math.abs(mean(e(rows))) / r.rmse(e(rows))),
    details: (rows) => ({ meanError: mean(e(rows)), rmse: r.rmse(e(rows)) }),
  },
};
