import type { InferenceSession, Tensor } from "onnxruntime-node";
import { CheckFault } from "../check.ts";
import { need, type Column, type Table } from "../data/table.ts";
import { columnOf } from "./column-names.ts";

type Input = InferenceSession.TensorValueMetadata;
type TensorClass = typeof Tensor;

/** Rows from..to of one column in the element type that the graph wants. */
function elements(input: Input, columns: Column[], from: number, to: number): Float32Array | Float64Array | BigInt64Array | Int32Array | Uint8Array | string[] {
  const width = columns.length;
  const size = (to - from) * width;
  const first = columns.find((c) => (c.kind === "text") !== (input.type === "string"));
  if (first)
    throw new CheckFault(`The model's input ${input.name} wants ${input.type === "string" ? "text" : "numbers"}, the column ${first.name} holds ${first.kind === "text" ? "text" : "numbers"}.`);
  if (input.type === "string") {
    const out = Array.from({ length: size }, (): string => "");
    columns.forEach((c, k) => {
      if (c.kind === "text") for (let r = from; r < to; r++) out[(r - from) * width + k] = c.texts[r] ?? "";
    });
    return out;
  }
  const out = input.type === "float32" ? new Float32Array(size) : new Float64Array(size);
  columns.forEach((c, k) => {
    if (c.kind !== "text") for (let r = from; r < to; r++) out[(r - from) * width + k] = c.numbers[r] ?? Number.NaN;
  });
  if (input.type === "float32" || input.type === "float64") return out;
  const bad = out.findIndex((v) => !Number.isInteger(v));
  if (bad >= 0) throw new CheckFault(`The model's input ${input.name} wants whole numbers (${input.type}); row ${from + Math.floor(bad / width) + 1} is missing or has a fraction.`);
  if (input.type === "int64") return BigInt64Array.from(out, (v) => BigInt(v));
  if (input.type === "int32") return Int32Array.from(out);
  if (input.type === "bool") return Uint8Array.from(out);
  throw new CheckFault(`The model's input ${input.name} has the type ${input.type}, which is not fed from a table.`);
}

/** What each graph input takes from the table. */
export type Plan = { input: Input; columns: Column[] }[];

/** Binds graph inputs to columns: one input per column, or all columns as one matrix. Throws CheckFault naming what is missing. */
export function planFeeds(metadata: readonly InferenceSession.ValueMetadata[], how: string, matrixColumns: readonly string[], table: Table): Plan {
  const inputs = metadata.map((m) => {
    if (!m.isTensor) throw new CheckFault(`The model's input ${m.name} is not a tensor.`);
    return m;
  });
  if (how === "columns") return inputs.map((input) => ({ input, columns: [need(table, columnOf(input.name, table.columns.keys()) ?? input.name)] }));
  const [input] = inputs;
  if (!input || inputs.length !== 1 || input.name !== how)
    throw new CheckFault(`countersign.yaml says the model takes one tensor called ${how}; its inputs are ${inputs.map((i) => i.name).join(", ") || "none"}.`);
  const width = input.shape.at(-1);
  if (typeof width === "number" && width > 0 && width !== matrixColumns.length)
    throw new CheckFault(`The tensor ${how} has ${width} columns; ${matrixColumns.length} are given (onnx.columns, else the signature, else the data): ${matrixColumns.slice(0, 20).join(", ")}.`);
  return [{ input, columns: matrixColumns.map((name) => need(table, name)) }];
}

/** Rows a graph takes at once where it fixes that number, else null. */
export function fixedBatch(plan: Plan): number | null {
  const fixed = plan.map(({ input }) => input.shape[0]).filter((d): d is number => typeof d === "number" && d > 0);
  return fixed[0] ?? null;
}

/** Tensors of the rows from..to. */
export function feedsOf(plan: Plan, make: TensorClass, from: number, to: number): Record<string, Tensor> {
  return Object.fromEntries(
    plan.map(({ input, columns }) => {
      const shape = input.shape.length <= 1 && columns.length === 1 ? [to - from] : [to - from, columns.length];
      const data = elements(input, columns, from, to);
      return [input.name, Array.isArray(data) ? new make("string", data, shape) : new make(input.type, data, shape)];
    }),
  );
}
