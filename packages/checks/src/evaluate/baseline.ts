import type { Measurement } from "@countersign/domain";
import type { CheckContext } from "../check.ts";
import { testTable, trainTable } from "../data/tables.ts";
import { regressionRows } from "../model/regression-rows.ts";
import { errors, rmse } from "../stats/regression.ts";
import { mean } from "../stats/sum.ts";

/** Puts beside an RMSE what always predicting the training mean would give, and names the fault where the model is not better. */
export async function withBaseline(ctx: CheckContext, measured: Measurement): Promise<Measurement> {
  const { target } = ctx.submission.data.test;
  const train = await trainTable(ctx);
  const from = train ?? (await testTable(ctx));
  const column = from.columns.get(target);
  if (!column || column.kind === "text") return measured;
  const known = column.numbers.filter(Number.isFinite);
  if (known.length === 0) return measured;
  const constant = mean(known);
  const { y } = await regressionRows(ctx);
  const baseline = rmse(errors(y, new Float64Array(y.length).fill(constant)));
  const details = { ...measured.details, baseline, meanOf: train ? "training data" : "test data", constant };
  if (measured.value === null || measured.value < baseline) return { ...measured, details };
  const text = `The RMSE ${measured.value} is not below ${baseline}, which always predicting the mean ${constant} gives.`;
  return { ...measured, details, detections: [{ code: "rmse.not_below_baseline", where: target, text }] };
}
