import type { Detection, Submission } from "@countersign/domain";
import type { Schema, Signature } from "../mlmodel/signature.ts";
import { columnOf } from "../../model/column-names.ts";
import { feedsOf } from "../onnx/read-model.ts";
import type { OnnxModel, OnnxValue } from "../onnx/types.ts";
import { detection, feedFault, lookalike } from "./types.ts";

/** One graph input per column: names and types must agree both ways. */
function columnInputs(inputs: readonly OnnxValue[], schema: Schema): Detection[] {
  if (schema.kind !== "columns")
    return [
      detection(
        "signature.kind",
        "inputs",
        `the signature has ${schema.kind === "tensors" ? "tensors" : "columns without names"}, the ONNX graph takes one input per column`,
      ),
    ];
  const known = new Map(schema.columns.map((c) => [c.name, c]));
  const takes = new Map(inputs.map((i) => [i.name, columnOf(i.name, known.keys())]));
  const names = new Set(takes.values());
  const extra = inputs.filter((i) => !takes.get(i.name));
  const missing = schema.columns.filter((c) => !names.has(c.name));
  const wrong = inputs.flatMap((input) => {
    const column = known.get(takes.get(input.name) ?? "");
    const fault = column ? feedFault(column.type, input.type) : null;
    return column && fault
      ? [
          detection(
            "signature.type",
            input.name,
            `${input.name} is ${column.type} in the signature and ${input.type} in the ONNX graph: ${fault}`,
          ),
        ]
      : [];
  });
  return [
    ...missing.map((c) =>
      detection(
        "signature.not_in_model",
        c.name,
        `the signature has the input ${c.name}, the ONNX graph has not${lookalike(
          c.name,
          extra.map((i) => i.name),
        )}`,
      ),
    ),
    ...wrong,
    ...extra.map((i) =>
      detection(
        "model.not_in_signature",
        i.name,
        `the ONNX graph has the input ${i.name} (${i.type}), the signature in MLmodel does not name it`,
      ),
    ),
  ];
}

/** The columns that countersign.yaml lays side by side in a tensor: those of the signature, no more and no fewer. */
function tensorColumns(laid: readonly string[], named: readonly { name: string }[], tensor: string): Detection[] {
  const extra = laid.filter((name) => !named.some((c) => c.name === name));
  return [
    ...named
      .filter((c) => !laid.includes(c.name))
      .map((c) =>
        detection(
          "signature.not_in_model",
          c.name,
          `the signature has the input ${c.name}, which does not go into the tensor ${tensor}${lookalike(c.name, extra)}`,
        ),
      ),
    ...extra.map((name) =>
      detection(
        "model.not_in_signature",
        name,
        `${name} goes into the tensor ${tensor}, the signature in MLmodel does not name it`,
      ),
    ),
  ];
}

/** All columns as one tensor: the name the submission gives, the width, the kind of value. */
function tensorInput(inputs: readonly OnnxValue[], schema: Schema, onnx: NonNullable<Submission["onnx"]>): Detection[] {
  const [input] = inputs;
  if (!input || inputs.length !== 1 || input.name !== onnx.input)
    return [
      detection(
        "model.inputs",
        onnx.input,
        `countersign.yaml says that the model takes one tensor called ${onnx.input}; the ONNX graph takes ${
          inputs
            .map((i) => i.name)
            .slice(0, 10)
            .join(", ") || "nothing"
        }`,
      ),
    ];
  const found: Detection[] = [];
  const width = input.shape?.at(-1) ?? null;
  const spec = schema.kind === "tensors" ? schema.tensors[0] : null;
  if (schema.kind === "tensors" && schema.tensors.length !== 1)
    found.push(
      detection(
        "signature.kind",
        "inputs",
        `the signature has ${schema.tensors.length} tensors, the ONNX graph takes one`,
      ),
    );
  const wide = spec
    ? spec.shape.length > 1
      ? (spec.shape.at(-1) ?? null)
      : null
    : (onnx.columns?.length ??
      (schema.kind === "columns" ? schema.columns.length : schema.kind === "unnamed" ? schema.types.length : null));
  if (width !== null && wide !== null && width !== wide)
    found.push(
      detection(
        "signature.shape",
        input.name,
        `the signature describes ${wide} values per row, the tensor ${input.name} of the ONNX graph takes ${width}`,
      ),
    );
  if (schema.kind === "columns" && onnx.columns) found.push(...tensorColumns(onnx.columns, schema.columns, input.name));
  const given = spec
    ? [{ name: input.name, type: spec.dtype }]
    : schema.kind === "columns"
      ? schema.columns.filter((c) => onnx.columns?.includes(c.name) ?? true)
      : schema.kind === "unnamed"
        ? schema.types.map((type, i) => ({ name: `column ${i + 1}`, type }))
        : [];
  for (const { name, type } of given) {
    const fault = feedFault(type, input.type);
    if (fault)
      found.push(
        detection(
          "signature.type",
          name,
          `${name} is ${type} in the signature and goes into a tensor of ${input.type} in the ONNX graph: ${fault}`,
        ),
      );
  }
  return found;
}

function outputs(model: OnnxModel, signature: Signature, onnx: NonNullable<Submission["onnx"]>): Detection[] {
  const output = model.graph.outputs.find((o) => o.name === onnx.output);
  if (!output)
    return [
      detection(
        "model.outputs",
        onnx.output,
        `the ONNX graph has no output ${onnx.output}; it has ${
          model.graph.outputs
            .map((o) => o.name)
            .slice(0, 10)
            .join(", ") || "none"
        }`,
      ),
    ];
  const spec =
    signature.outputs?.kind === "tensors" && signature.outputs.tensors.length === 1
      ? signature.outputs.tensors[0]
      : undefined;
  const [says, gives] = [
    spec && spec.shape.length > 1 ? spec.shape.at(-1) : null,
    output.shape && output.shape.length > 1 ? output.shape.at(-1) : null,
  ];
  // A single column may be written with or without its dimension; MLflow's signature may be that of the label instead.
  if (!says || !gives || says === gives || says === 1 || gives === 1) return [];
  return [
    detection(
      "signature.output_shape",
      onnx.output,
      `the signature promises ${says} values per row, the output ${onnx.output} of the ONNX graph gives ${gives}`,
    ),
  ];
}

/** Differences between the signature in MLmodel and the graph that is evaluated. */
export function againstGraph(
  model: OnnxModel,
  signature: Signature,
  onnx: NonNullable<Submission["onnx"]>,
): Detection[] {
  const inputs = feedsOf(model);
  const found =
    onnx.input === "columns" ? columnInputs(inputs, signature.inputs) : tensorInput(inputs, signature.inputs, onnx);
  return [...found, ...outputs(model, signature, onnx)];
}
