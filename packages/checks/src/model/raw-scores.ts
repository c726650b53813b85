import type { Json } from "@countersign/domain";
import { CheckFault, type CheckContext, type CheckOutcome } from "../check.ts";
import { database } from "../data/database.ts";
import { sourceOf } from "../data/source.ts";
import { asText, need, readTable, type Table } from "../data/table.ts";
import { testTable } from "../data/tables.ts";
import { classLabels, positiveIndex } from "./classes.ts";
import { runModel, type ModelOutput } from "./run-model.ts";
import { onnxPath, onnxRuntimeVersion } from "./session.ts";
import { alignRows, numbersAt } from "./supplied.ts";

/** Scores of every test row, and where they come from. */
export interface RawScores {
  output: ModelOutput;
  assurance: CheckOutcome["assurance"];
  engine: Record<string, string>;
}

interface Supplied {
  output: ModelOutput;
  lower: Float64Array | null;
  upper: Float64Array | null;
}

function scoresOf(table: Table, names: readonly string[], rows: Uint32Array): ModelOutput {
  const columns = names.map((name) => need(table, name));
  const [first] = columns;
  if (first?.kind === "text" && columns.length === 1)
    return { labels: Array.from(rows, (r) => asText(first, r) ?? "") };
  const values = new Float64Array(rows.length * columns.length);
  columns.forEach((column, k) =>
    numbersAt(column, rows, table.path).forEach((v, i) => (values[i * columns.length + k] = v)),
  );
  return { width: columns.length, values };
}

/** The submitter's own predictions in test order; null where none are given. */
export function suppliedPredictions(ctx: CheckContext): Promise<Supplied | null> {
  const given = ctx.submission.predictions;
  if (!given) return Promise.resolve(null);
  return ctx.suite.once("read predictions", async () => {
    const test = await testTable(ctx);
    const table = await readTable(await database(ctx), sourceOf(ctx, given.path), ctx.submission.data.test.id);
    const rows = alignRows(ctx, test, table);
    const bound = (name: string | undefined): Float64Array | null =>
      name === undefined ? null : numbersAt(need(table, name), rows, table.path);
    return {
      output: scoresOf(table, [given.score].flat(), rows),
      lower: bound(given.lower),
      upper: bound(given.upper),
    };
  });
}

/** Scores by running the model where there is an ONNX file, else the supplied ones, marked as such. */
export async function rawScores(ctx: CheckContext): Promise<RawScores> {
  const path = onnxPath(ctx);
  if (path !== null) {
    const output = await ctx.suite.once("run the model", async () => runModel(ctx, path, await testTable(ctx)));
    return { output, assurance: "recomputed", engine: { onnxruntime: await onnxRuntimeVersion() } };
  }
  const supplied = await suppliedPredictions(ctx);
  if (!supplied)
    throw new CheckFault("There is neither an ONNX model to run nor a file of predictions: nothing can be measured.");
  return { output: supplied.output, assurance: "supplied_predictions", engine: {} };
}

/** How far the supplied predictions are from the model's, number by number; null where there are not both. */
export async function comparePredictions(ctx: CheckContext): Promise<Record<string, Json> | null> {
  if (onnxPath(ctx) === null) return null;
  const supplied = await suppliedPredictions(ctx);
  // Without any there is nothing to compare, whatever the model does.
  if (!supplied || "labels" in supplied.output) return null;
  const { output } = await rawScores(ctx);
  if ("labels" in output) return null;
  const a = supplied.output;
  // One supplied column beside two scores is the positive class.
  const pick = a.width === 1 && output.width === 2 ? positiveIndex(await classLabels(ctx), ctx.submission) : null;
  if (a.width !== output.width && pick === null) return null;
  const width = a.width;
  const own = a.values.map((_, i) => output.values[pick === null ? i : i * 2 + pick] ?? Number.NaN);
  const differences = a.values.map((v, i) => Math.abs(v - (own[i] ?? Number.NaN)));
  const rows = differences.length / width;
  return {
    rows,
    maxAbsDifference: differences.reduce((m, v) => (v > m || Number.isNaN(v) ? v : m), 0),
    meanAbsDifference: differences.reduce((s, v) => s + v, 0) / differences.length,
    // float32 holds seven digits: above 1 the tolerance grows with the number.
    beyond: differences.filter((v, i) => !(v <= 1e-5 * Math.max(1, Math.abs(own[i] ?? 0)))).length,
  };
}
