import { CheckFault, type CheckContext } from "../check.ts";
import { need } from "../data/table.ts";
import { testTable } from "../data/tables.ts";
import { rawScores } from "./raw-scores.ts";
import { keepRows, rowsFault, type EvaluatedRows } from "./rows.ts";

export interface RegressionRows extends EvaluatedRows {
  y: Float64Array;
  /** Predictions in double. */
  f: Float64Array;
  fault: string | null;
}

/** Truth and prediction of a regression on its test data, computed once in a suite. */
export function regressionRows(ctx: CheckContext): Promise<RegressionRows> {
  return ctx.suite.once("score the test rows", async () => {
    const test = await testTable(ctx);
    const raw = await rawScores(ctx);
    const { output } = raw;
    if ("labels" in output || output.width !== 1) throw new CheckFault("A regression gives one number a row.");
    const target = need(test, ctx.submission.data.test.target);
    if (target.kind === "text")
      throw new CheckFault(`The target ${target.name} holds text; a regression needs numbers.`);
    const kept = keepRows(
      test.rows,
      (i) => Number.isFinite(target.numbers[i]),
      (i) => Number.isFinite(output.values[i]),
    );
    return {
      ...kept,
      assurance: raw.assurance,
      engine: raw.engine,
      y: Float64Array.from(kept.at, (r) => target.numbers[r] ?? Number.NaN),
      f: Float64Array.from(kept.at, (r) => output.values[r] ?? Number.NaN),
      fault: rowsFault(kept, test.path),
    };
  });
}
