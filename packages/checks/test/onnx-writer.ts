/** A writer of small ONNX graphs, for models that no exporter would make. Field numbers: onnx.proto of ONNX 1.17. */
type Bytes = number[];

const varint = (n: bigint | number): Bytes => {
  let v = BigInt.asUintN(64, BigInt(n));
  const out: Bytes = [];
  do {
    out.push(Number(v & 0x7fn) | (v > 0x7fn ? 0x80 : 0));
    v >>= 7n;
  } while (v > 0n);
  return out;
};
const num = (field: number, n: bigint | number): Bytes => [...varint(field << 3), ...varint(n)];
const block = (field: number, body: Bytes | Uint8Array): Bytes => [
  ...varint((field << 3) | 2),
  ...varint(body.length),
  ...body,
];
const text = (field: number, s: string): Bytes => block(field, new TextEncoder().encode(s));

export const float = 1;
export const int64 = 7;
export const string = 8;
export const bool = 9;

export function tensor(
  name: string,
  type: typeof float | typeof int64 | typeof bool,
  dims: number[],
  data: Float32Array | BigInt64Array | Uint8Array,
): Bytes {
  return [
    ...dims.flatMap((d) => num(1, d)),
    ...num(2, type),
    ...text(8, name),
    ...block(9, new Uint8Array(data.buffer, data.byteOffset, data.byteLength)),
  ];
}

/** A dimension: a number, or a name for one that is open. */
export function value(name: string, type: number, dims: (number | string)[]): Bytes {
  const shape = dims.flatMap((d) => block(1, typeof d === "number" ? num(1, d) : text(2, d)));
  return [...text(1, name), ...block(2, block(1, [...num(1, type), ...block(2, shape)]))];
}

export function node(op: string, inputs: string[], outputs: string[], attributes: Bytes[] = [], domain = ""): Bytes {
  return [
    ...inputs.flatMap((i) => text(1, i)),
    ...outputs.flatMap((o) => text(2, o)),
    ...text(4, op),
    ...attributes.flatMap((a) => block(5, a)),
    ...(domain === "" ? [] : text(7, domain)),
  ];
}

export const intAttribute = (name: string, n: number): Bytes => [...text(1, name), ...num(3, n), ...num(20, 2)];
export const textAttribute = (name: string, s: string): Bytes => [...text(1, name), ...text(4, s), ...num(20, 3)];
export const floatsAttribute = (name: string, values: number[]): Bytes => [
  ...text(1, name),
  ...block(7, new Uint8Array(Float32Array.from(values).buffer)),
  ...num(20, 6),
];
export const textsAttribute = (name: string, values: string[]): Bytes => [
  ...text(1, name),
  ...values.flatMap((v) => text(9, v)),
  ...num(20, 8),
];

export const graphAttribute = (name: string, graph: Bytes): Bytes => [
  ...text(1, name),
  ...block(6, graph),
  ...num(20, 5),
];

export function graph(parts: { nodes: Bytes[]; inputs: Bytes[]; outputs: Bytes[]; weights?: Bytes[] }): Bytes {
  return [
    ...parts.nodes.flatMap((n) => block(1, n)),
    ...text(2, "g"),
    ...(parts.weights ?? []).flatMap((w) => block(5, w)),
    ...parts.inputs.flatMap((i) => block(11, i)),
    ...parts.outputs.flatMap((o) => block(12, o)),
  ];
}

export const model = (g: Bytes): Uint8Array =>
  Uint8Array.from([
    ...num(1, 8),
    ...block(7, g),
    ...block(8, [...text(1, ""), ...num(2, 17)]),
    ...block(8, [...text(1, "ai.onnx.ml"), ...num(2, 3)]),
  ]);
