/** What of an ONNX file is looked at without running it. */
export interface OnnxGraph {
  inputs: OnnxValue[];
  outputs: OnnxValue[];
  /** Reasons to distrust the file. */
  problems: string[];
}

export interface OnnxValue {
  name: string;
  /** ONNX element type name, such as `float`, `int64`, `string`; null where it is no tensor. */
  type: string | null;
}

export type OnnxRead = { ok: true; graph: OnnxGraph } | { ok: false; problem: string };

const elementTypes: Record<number, string> = {
  1: "float", 2: "uint8", 3: "int8", 4: "uint16", 5: "int16", 6: "int32", 7: "int64", 8: "string", 9: "bool", 10: "float16", 11: "double", 12: "uint32", 13: "uint64", 16: "bfloat16",
};
const knownDomains = new Set(["", "ai.onnx", "ai.onnx.ml", "ai.onnx.training"]);

/** Reads ModelProto far enough for names, types and what loads from outside (onnx.proto3; field numbers are the format). */
export function readOnnx(bytes: Uint8Array): OnnxRead {
  const model = fields(bytes);
  if (!model) return { ok: false, problem: "not protobuf" };
  const graphBytes = model.find((field) => field.number === 7 && field.bytes)?.bytes;
  const version = model.find((field) => field.number === 1 && field.value !== null);
  if (!graphBytes || !version) return { ok: false, problem: "not an ONNX model" };
  const graph = fields(graphBytes);
  if (!graph) return { ok: false, problem: "its graph is cut short" };
  const problems: string[] = [];
  for (const opset of model.filter((field) => field.number === 8)) {
    const domain = text(fields(opset.bytes ?? new Uint8Array()) ?? [], 1);
    if (!knownDomains.has(domain)) problems.push(`it asks for operators of ${domain}, which are not ONNX's own`);
  }
  problems.push(...graphProblems(graph, 0));
  const initialised = new Set(graph.filter((field) => field.number === 5).map((field) => text(fields(field.bytes ?? new Uint8Array()) ?? [], 8)));
  const values = (number: number): OnnxValue[] => graph.filter((field) => field.number === number && field.bytes).map((field) => valueInfo(field.bytes ?? new Uint8Array()));
  return { ok: true, graph: { inputs: values(11).filter((value) => !initialised.has(value.name)), outputs: values(12), problems } };
}

/** External data may name any path of the machine that loads it; unknown operators load libraries. */
function graphProblems(graph: Field[], depth: number): string[] {
  if (depth > 16) return ["its graphs are nested deeper than 16"];
  const problems: string[] = [];
  for (const { number, bytes } of graph) {
    if (!bytes) continue;
    if (number === 5) {
      const tensor = fields(bytes) ?? [];
      if (tensor.some((field) => field.number === 14 && field.value === 1) || tensor.some((field) => field.number === 13)) {
        problems.push(`the tensor ${text(tensor, 8)} lies in another file`);
      }
    }
    if (number === 1) {
      const node = fields(bytes) ?? [];
      const domain = text(node, 7);
      if (!knownDomains.has(domain)) problems.push(`the node ${text(node, 3) || text(node, 4)} uses the operator ${domain}.${text(node, 4)}, which is not ONNX's own`);
      for (const attribute of node.filter((field) => field.number === 5)) {
        const inner = fields(attribute.bytes ?? new Uint8Array()) ?? [];
        for (const sub of inner.filter((field) => field.number === 6 && field.bytes)) problems.push(...graphProblems(fields(sub.bytes ?? new Uint8Array()) ?? [], depth + 1));
        for (const tensor of inner.filter((field) => field.number === 5 && field.bytes)) problems.push(...graphProblems([{ number: 5, value: null, bytes: tensor.bytes }], depth + 1));
      }
    }
  }
  return problems.slice(0, 50);
}

function valueInfo(bytes: Uint8Array): OnnxValue {
  const info = fields(bytes) ?? [];
  const type = fields(info.find((field) => field.number === 2)?.bytes ?? new Uint8Array()) ?? [];
  const tensor = fields(type.find((field) => field.number === 1)?.bytes ?? new Uint8Array());
  const element = tensor?.find((field) => field.number === 1)?.value;
  return { name: text(info, 1), type: element === null || element === undefined ? null : (elementTypes[element] ?? `type ${element}`) };
}

interface Field {
  number: number;
  value: number | null;
  bytes: Uint8Array | null;
}

const text = (message: Field[], number: number): string => {
  const bytes = message.find((field) => field.number === number)?.bytes;
  return bytes ? new TextDecoder().decode(bytes.subarray(0, 500)) : "";
};

const fieldsMax = 200_000;

/** Fields of one protobuf message, or null where the bytes are none. */
function fields(bytes: Uint8Array): Field[] | null {
  const found: Field[] = [];
  let at = 0;
  const varint = (): number | null => {
    let value = 0;
    for (let shift = 0; shift < 10; shift++) {
      const byte = bytes[at++];
      if (byte === undefined) return null;
      value += (byte & 0x7f) * 2 ** (7 * shift);
      if (byte < 0x80) return value;
    }
    return null;
  };
  while (at < bytes.length) {
    const key = varint();
    if (key === null || key < 8 || found.length > fieldsMax) return null;
    const [number, wire] = [Math.floor(key / 8), key % 8];
    if (wire === 0) {
      const value = varint();
      if (value === null) return null;
      found.push({ number, value, bytes: null });
    } else if (wire === 2) {
      const length = varint();
      if (length === null || at + length > bytes.length) return null;
      found.push({ number, value: null, bytes: bytes.subarray(at, at + length) });
      at += length;
    } else if (wire === 1 || wire === 5) {
      at += wire === 1 ? 8 : 4;
      if (at > bytes.length) return null;
      found.push({ number, value: null, bytes: null });
    } else return null;
  }
  return found;
}
