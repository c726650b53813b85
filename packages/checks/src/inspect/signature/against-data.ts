import type { Detection, Submission } from "@countersign/domain";
import type { ColumnType } from "../../data/table.ts";
import { columnOf } from "../../model/column-names.ts";
import { fits } from "../../quality/types-fit.ts";
import type { Signature } from "../mlmodel/signature.ts";
import { feedsOf } from "../onnx/read-model.ts";
import type { OnnxModel } from "../onnx/types.ts";
import { detection, lookalike } from "./types.ts";

/** Columns of the signature that the test data lacks or has in another type. `untyped`: the file carries no widths. */
export function dataAgainstSignature(
  columns: readonly ColumnType[],
  signature: Signature,
  submission: Submission,
  untyped: boolean,
): Detection[] {
  const { inputs } = signature;
  const there = new Map(columns.map((c) => [c.name, c]));
  if (inputs.kind === "tensors") {
    const width =
      inputs.tensors.length === 1 && (inputs.tensors[0]?.shape.length ?? 0) > 1
        ? (inputs.tensors[0]?.shape.at(-1) ?? null)
        : null;
    const { target, id } = submission.data.test;
    const names =
      submission.onnx?.columns ??
      columns
        .map((c) => c.name)
        .filter((name) => name !== target && name !== id && !submission.data.groups?.includes(name));
    return width === null || width === names.length
      ? []
      : [
          detection(
            "signature.data_shape",
            "inputs",
            `the signature describes ${width} values per row, the test data has ${names.length}`,
          ),
        ];
  }
  if (inputs.kind === "unnamed") return [];
  const known = new Set(inputs.columns.map((c) => c.name));
  const extra = columns.map((c) => c.name).filter((name) => !known.has(name));
  return inputs.columns.flatMap((want) => {
    const column = there.get(want.name);
    if (!column)
      return want.required
        ? [
            detection(
              "signature.not_in_data",
              want.name,
              `the signature asks for ${want.name} (${want.type}), the test data has no such column${lookalike(want.name, extra)}`,
            ),
          ]
        : [];
    return fits(column.type, want.type, untyped)
      ? []
      : [
          detection(
            "signature.data_type",
            want.name,
            `${want.name} is ${want.type} in the signature and ${column.type} in the test data`,
          ),
        ];
  });
}

/** Inputs of a graph of columns that the test data lacks. */
export function dataAgainstGraph(
  columns: readonly ColumnType[],
  model: OnnxModel,
  submission: Submission,
): Detection[] {
  const there = new Set(columns.map((c) => c.name));
  const wanted =
    submission.onnx?.input === "columns" ? feedsOf(model).map((i) => i.name) : (submission.onnx?.columns ?? []);
  return wanted
    .filter((name) => columnOf(name, there) === null)
    .map((name) => detection("model.not_in_data", name, `the model takes ${name}, the test data has no such column`));
}
