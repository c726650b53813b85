import type { InferenceSession, Tensor } from "onnxruntime-node";
import { CheckFault, type VersionUnderTest } from "../check.ts";
import type { Table } from "../data/table.ts";
import { feedsOf, fixedBatch, planFeeds } from "./feed.ts";
import { matrixColumns } from "./matrix-columns.ts";
import { engineText, loadSession } from "./session.ts";

/** What the model says for every row of the table: `width` numbers a row, float32 widened to double, or one label a row. */
export type ModelOutput = { width: number; values: Float64Array } | { labels: string[] };

const rowsAtOnce = 4096;

interface Batch {
  width: number;
  values: Float64Array;
  labels: string[];
}

function readBatch(tensor: Tensor, rows: number, name: string): Batch {
  const { dims, data, type } = tensor;
  const width = dims.length <= 1 ? 1 : (dims[1] ?? 1);
  const plain = dims.slice(2).every((d) => d === 1);
  if (!plain || (dims[0] ?? 0) !== rows || data.length !== rows * width)
    throw new CheckFault(
      `The output ${name} has the shape [${dims.join(", ")}] for ${rows} rows: one row of numbers per row is expected.`,
    );
  if (type === "string") return { width, values: new Float64Array(0), labels: data as string[] };
  return { width, values: Float64Array.from({ length: data.length }, (_, i) => Number(data[i])), labels: [] };
}

async function runBatches(session: InferenceSession, version: VersionUnderTest, table: Table): Promise<ModelOutput> {
  const { onnx } = version.submission;
  if (!onnx) throw new CheckFault("countersign.yaml does not say how to call the model (onnx).");
  const output = session.outputMetadata.find((m) => m.name === onnx.output);
  if (!output)
    throw new CheckFault(`The model has no output ${onnx.output}; its outputs are ${session.outputNames.join(", ")}.`);
  if (!output.isTensor)
    throw new CheckFault(`The output ${onnx.output} is not a tensor: export the model without ZipMap.`);
  const plan = planFeeds(
    session.inputMetadata,
    onnx.input,
    onnx.input === "columns" ? [] : matrixColumns(version, table),
    table,
  );
  const { Tensor: make } = await import("onnxruntime-node");
  const fixed = fixedBatch(plan);
  const step = fixed ?? rowsAtOnce;
  const labels: string[] = [];
  let values = new Float64Array(0);
  let width = 0;
  for (let at = 0; at < table.rows; at += step) {
    // A graph with a fixed batch gets its last batch from the end of the table; the rows already done are cut off.
    const from = fixed !== null ? Math.max(0, Math.min(at, table.rows - step)) : at;
    const to = Math.min(table.rows, from + step);
    if (fixed !== null && to - from !== fixed)
      throw new CheckFault(`The model takes ${fixed} rows at once; the test data has ${table.rows}.`);
    const tensor = (await session.run(feedsOf(plan, make, from, to), [onnx.output]))[onnx.output];
    if (!tensor) throw new CheckFault(`The model gave no output ${onnx.output}.`);
    const batch = readBatch(tensor, to - from, onnx.output);
    if (width !== 0 && batch.width !== width)
      throw new CheckFault(`The output ${onnx.output} changes its width between batches.`);
    width = batch.width;
    if (values.length === 0) values = new Float64Array(table.rows * width);
    values.set(batch.values, from * width);
    labels.push(...batch.labels.slice(at - from));
  }
  // Whole numbers of a classifier are its labels, not scores.
  if (/^u?int\d+$/.test(output.type) && width <= 1 && version.submission.task !== "regression")
    return { labels: Array.from(values, String) };
  return output.type === "string" ? { labels } : { width: Math.max(1, width), values };
}

/** Runs the version's ONNX model over every row. Throws CheckFault where it cannot be loaded, fed or run. */
export async function runModel(version: VersionUnderTest, path: string, table: Table): Promise<ModelOutput> {
  const session = await loadSession(version, path);
  try {
    return await runBatches(session, version, table);
  } catch (error) {
    if (error instanceof CheckFault) throw error;
    throw new CheckFault(`${path} does not run: ${engineText(error)}.`);
  } finally {
    await session.release().catch(() => undefined);
  }
}
