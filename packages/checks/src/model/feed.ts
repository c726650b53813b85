import type { InferenceSession, Tensor } from "onnxruntime-node";
import { CheckFault } from "../check.ts";
import { need, type Column, type Table } from "../data/table.ts";
import { columnOf } from "./column-names.ts";

type Input = InferenceSession.TensorValueMetadata;
type TensorClass = typeof Tensor;

type Elements =
  | Float32Array
  | Float64Array
  | BigInt64Array
  | BigUint64Array
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | string[];

/** Whole numbers: what holds them, and how large they may be. 64 bits are judged by what a double holds exactly. */
const wholes: Record<string, { of: (v: Float64Array) => Elements; low: number; high: number }> = {
  bool: { of: (v) => Uint8Array.from(v), low: 0, high: 1 },
  int8: { of: (v) => Int8Array.from(v), low: -128, high: 127 },
  uint8: { of: (v) => Uint8Array.from(v), low: 0, high: 255 },
  int16: { of: (v) => Int16Array.from(v), low: -32_768, high: 32_767 },
  uint16: { of: (v) => Uint16Array.from(v), low: 0, high: 65_535 },
  int32: { of: (v) => Int32Array.from(v), low: -(2 ** 31), high: 2 ** 31 - 1 },
  uint32: { of: (v) => Uint32Array.from(v), low: 0, high: 2 ** 32 - 1 },
  int64: { of: (v) => BigInt64Array.from(v, BigInt), low: Number.MIN_SAFE_INTEGER, high: Number.MAX_SAFE_INTEGER },
  uint64: { of: (v) => BigUint64Array.from(v, BigInt), low: 0, high: Number.MAX_SAFE_INTEGER },
};

/** Rows from..to of one column, or of several side by side, in the element type that the graph wants. */
function elements(input: Input, columns: Column[], from: number, to: number): Elements {
  const width = columns.length;
  const size = (to - from) * width;
  const first = columns.find((c) => (c.kind === "text") !== (input.type === "string"));
  if (first)
    throw new CheckFault(
      `The model's input ${input.name} wants ${input.type === "string" ? "text" : "numbers"}, the column ${first.name} holds ${first.kind === "text" ? "text" : "numbers"}.`,
    );
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
  const whole = wholes[input.type];
  if (!whole)
    throw new CheckFault(
      `The model's input ${input.name} has the type ${input.type}, which is not fed from a table: export it with float32 or whole numbers.`,
    );
  const bad = out.findIndex((v) => !(Number.isInteger(v) && v >= whole.low && v <= whole.high));
  if (bad >= 0)
    throw new CheckFault(
      `The model's input ${input.name} wants whole numbers from ${whole.low} to ${whole.high} (${input.type}); ${columns[bad % width]?.name ?? ""} in row ${from + Math.floor(bad / width) + 1} is ${Number.isNaN(out[bad]) ? "missing" : out[bad]}.`,
    );
  return whole.of(Float64Array.from(out));
}

/** What each graph input takes from the table. */
export type Plan = { input: Input; columns: Column[] }[];

/** Binds graph inputs to columns: one input per column, or all columns as one matrix. Throws CheckFault naming what is missing. */
export function planFeeds(
  metadata: readonly InferenceSession.ValueMetadata[],
  how: string,
  matrixColumns: readonly string[],
  table: Table,
): Plan {
  const inputs = metadata.map((m) => {
    if (!m.isTensor) throw new CheckFault(`The model's input ${m.name} is not a tensor.`);
    return m;
  });
  if (how === "columns")
    return inputs.map((input) => ({
      input,
      columns: [need(table, columnOf(input.name, table.columns.keys()) ?? input.name)],
    }));
  const [input] = inputs;
  if (!input || inputs.length !== 1 || input.name !== how)
    throw new CheckFault(
      `countersign.yaml says the model takes one tensor called ${how}; its inputs are ${inputs.map((i) => i.name).join(", ") || "none"}.`,
    );
  const width = input.shape.at(-1);
  if (typeof width === "number" && width > 0 && width !== matrixColumns.length)
    throw new CheckFault(
      `The tensor ${how} has ${width} columns; ${matrixColumns.length} are given (onnx.columns, else the signature, else the data): ${matrixColumns.slice(0, 20).join(", ")}.`,
    );
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
      return [input.name, new make(input.type, data as Float32Array, shape)];
    }),
  );
}
