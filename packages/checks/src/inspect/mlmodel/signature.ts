import { z } from "zod";
import { utf8 } from "../bytes.ts";
import { parseYaml } from "./yaml.ts";

/** A column of a signature. `type` is MLflow's word: boolean, integer, long, float, double, string, binary, datetime, or array, object, map. */
interface ColumnSpec {
  name: string;
  type: string;
  required: boolean;
}

/** A tensor of a signature: NumPy's name of its element type, and its shape, null where a dimension is open. */
interface TensorSpec {
  name: string | null;
  dtype: string;
  shape: (number | null)[];
}

/** Inputs or outputs: columns, tensors, or columns without names (a position each). */
export type Schema =
  | { kind: "columns"; columns: ColumnSpec[] }
  | { kind: "tensors"; tensors: TensorSpec[] }
  | { kind: "unnamed"; types: string[] };

export interface Signature {
  inputs: Schema;
  outputs: Schema | null;
}

/** Why there is none: the file has no signature, or what stands there cannot be read. */
export type SignatureRead = { signature: Signature } | { none: string } | { broken: string };

const most = 20_000;
const column = z.looseObject({
  type: z.string().max(40),
  name: z.union([z.string(), z.number()]).optional(),
  required: z.boolean().optional(),
  optional: z.boolean().optional(),
});
const tensor = z.looseObject({
  type: z.literal("tensor"),
  name: z.string().nullish(),
  "tensor-spec": z.looseObject({ dtype: z.string().max(40), shape: z.array(z.number()).max(32) }),
});
const entries = z.array(z.union([tensor, column])).max(most);
const document = z.looseObject({
  signature: z.looseObject({ inputs: z.string().nullish(), outputs: z.string().nullish() }).nullish(),
});

function readSchema(text: string): Schema | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = entries.safeParse(json);
  if (!parsed.success || parsed.data.length === 0) return null;
  const tensors = parsed.data.flatMap((e) => ("tensor-spec" in e ? [tensor.parse(e)] : []));
  if (tensors.length === parsed.data.length)
    return {
      kind: "tensors",
      tensors: tensors.map((t) => ({
        name: t.name ?? null,
        dtype: t["tensor-spec"].dtype,
        shape: t["tensor-spec"].shape.map((d) => (d >= 0 ? d : null)),
      })),
    };
  const columns = parsed.data.map((e) => column.parse(e));
  if (columns.every((c) => c.name === undefined)) return { kind: "unnamed", types: columns.map((c) => c.type) };
  if (columns.some((c) => c.name === undefined)) return null;
  return {
    kind: "columns",
    columns: columns.map((c) => ({ name: String(c.name), type: c.type, required: c.required ?? c.optional !== true })),
  };
}

/** Reads the signature out of an MLmodel file. Never throws. Source: mlflow/models/signature.py, types/schema.py. */
export function readSignature(bytes: Uint8Array): SignatureRead {
  const text = bytes.length > 4_000_000 ? null : utf8(bytes);
  const parsed = document.safeParse(text === null ? undefined : parseYaml(text));
  if (!parsed.success) return { broken: "MLmodel cannot be read as YAML with a signature." };
  const { signature } = parsed.data;
  if (!signature?.inputs) return { none: "MLmodel has no signature." };
  const inputs = readSchema(signature.inputs);
  if (!inputs) return { broken: "The inputs of the signature in MLmodel cannot be read." };
  const outputs = signature.outputs ? readSchema(signature.outputs) : null;
  if (signature.outputs && !outputs) return { broken: "The outputs of the signature in MLmodel cannot be read." };
  const names = inputs.kind === "columns" ? inputs.columns.map((c) => c.name) : [];
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  return twice === undefined
    ? { signature: { inputs, outputs } }
    : { broken: `The signature in MLmodel has the column ${twice} twice.` };
}
