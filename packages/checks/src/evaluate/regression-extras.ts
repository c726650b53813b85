import { z } from "zod";
import type { CheckDefinition, CheckContext } from "../check.ts";
import { defineCheck, noParams } from "../define-check.ts";
import { suppliedPredictions } from "../model/raw-scores.ts";
import { regressionRows } from "../model/regression-rows.ts";
import { wilson } from "../stats/proportion.ts";
import { errors, mape } from "../stats/regression.ts";
import { mean } from "../stats/sum.ts";

const common = {
  version: "1.0.0",
  category: "performance",
  reads: ["model", "test", "predictions"],
  applies: (task: string) => task === "regression",
} as const;

const percentage = defineCheck({
  ...common,
  id: "perf.mape",
  title: "Mean absolute percentage error",
  measures: "Mean of |error| over |truth|; skipped where a true value is 0. Value: a share, 0.1 is 10 %.",
  params: noParams,
  async run(ctx) {
    const { y, f, fault, assurance, engine } = await regressionRows(ctx);
    const zeros = y.reduce((n, v) => n + (v === 0 ? 1 : 0), 0);
    if (zeros > 0) {
      const at = Uint32Array.from(y.keys()).filter((i) => y[i] !== 0);
      const rest = mape(
        Float64Array.from(at, (i) => y[i] ?? 0),
        errors(
          Float64Array.from(at, (i) => y[i] ?? 0),
          Float64Array.from(at, (i) => f[i] ?? 0),
        ),
      );
      return {
        status: "skipped",
        reason: `${zeros} of ${y.length} true values are 0, and a percentage of nothing is not defined. Over the other rows it is ${rest}.`,
        measurements: [],
        assurance,
        engine,
      };
    }
    const insufficient = fault ?? (y.length === 0 ? "There are no rows to measure it on." : null);
    const value = y.length === 0 ? null : mape(y, errors(y, f));
    return {
      status: "measured",
      measurements: [{ value, n: y.length, detections: [], ...(insufficient === null ? {} : { insufficient }) }],
      assurance,
      engine,
    };
  },
});

interface Bounded {
  n: number;
  inside: number;
  width: number;
  crossed: number;
  fault: string | null;
}

async function bounded(ctx: CheckContext): Promise<Bounded> {
  const rows = await regressionRows(ctx);
  const supplied = await suppliedPredictions(ctx);
  const { lower, upper } = supplied ?? { lower: null, upper: null };
  const none = { n: 0, inside: 0, width: Number.NaN, crossed: 0 };
  if (!lower || !upper)
    return {
      ...none,
      fault: "The submission gives no prediction intervals (predictions.lower and predictions.upper).",
    };
  const low = Float64Array.from(rows.at, (r) => lower[r] ?? Number.NaN);
  const high = Float64Array.from(rows.at, (r) => upper[r] ?? Number.NaN);
  const unknown = low.filter((v, i) => Number.isNaN(v) || Number.isNaN(high[i])).length;
  const fault = unknown > 0 ? `${unknown} rows have no prediction interval.` : rows.fault;
  const inside = rows.y.reduce((n, v, i) => n + (v >= (low[i] ?? Infinity) && v <= (high[i] ?? -Infinity) ? 1 : 0), 0);
  return {
    n: rows.y.length,
    inside,
    width: mean(high.map((v, i) => v - (low[i] ?? 0))),
    crossed: low.filter((v, i) => v > (high[i] ?? v)).length,
    fault,
  };
}

const crossedText = (b: Bounded): { code: string; where: string; text: string }[] =>
  b.crossed === 0
    ? []
    : [
        {
          code: "interval.crossed",
          where: "predictions",
          text: `In ${b.crossed} rows the lower bound is above the upper.`,
        },
      ];

const coverage = defineCheck({
  ...common,
  id: "perf.interval_coverage",
  title: "Coverage of prediction intervals",
  measures: "Share of true values inside the supplied prediction intervals, with its Wilson interval.",
  params: z.strictObject({
    nominal: z.number().gt(0).lt(1).default(0.9),
    level: z.number().gt(0.5).lt(1).default(0.95),
  }),
  async run(ctx, p) {
    const b = await bounded(ctx);
    const bounds = wilson(b.inside, b.n, p.level);
    return {
      status: "measured",
      assurance: "supplied_predictions",
      measurements: [
        {
          value: b.n === 0 ? null : b.inside / b.n,
          n: b.n,
          detections: crossedText(b),
          details: { nominal: p.nominal, inside: b.inside },
          ...(bounds ? { interval: { low: bounds[0], high: bounds[1], level: p.level, method: "wilson" } } : {}),
          ...(b.fault === null ? {} : { insufficient: b.fault }),
        },
      ],
    };
  },
});

const width = defineCheck({
  ...common,
  id: "perf.interval_width",
  title: "Mean width of prediction intervals",
  measures: "Mean of upper less lower bound of the supplied prediction intervals, in the target's unit.",
  params: noParams,
  async run(ctx) {
    const b = await bounded(ctx);
    return {
      status: "measured",
      assurance: "supplied_predictions",
      measurements: [
        { value: b.width, n: b.n, detections: crossedText(b), ...(b.fault === null ? {} : { insufficient: b.fault }) },
      ],
    };
  },
});

/** Checks of a regression that are no plain metric. */
export const regressionExtras: CheckDefinition[] = [percentage, coverage, width];
