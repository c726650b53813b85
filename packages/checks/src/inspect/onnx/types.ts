/** TensorProto.DataType as ONNX Runtime and MLflow's users write them (onnx.proto3). */
export const elementTypes: Record<number, { name: string; bits: number }> = {
  1: { name: "float32", bits: 32 },
  2: { name: "uint8", bits: 8 },
  3: { name: "int8", bits: 8 },
  4: { name: "uint16", bits: 16 },
  5: { name: "int16", bits: 16 },
  6: { name: "int32", bits: 32 },
  7: { name: "int64", bits: 64 },
  8: { name: "string", bits: 0 },
  9: { name: "bool", bits: 8 },
  10: { name: "float16", bits: 16 },
  11: { name: "float64", bits: 64 },
  12: { name: "uint32", bits: 32 },
  13: { name: "uint64", bits: 64 },
  14: { name: "complex64", bits: 64 },
  15: { name: "complex128", bits: 128 },
  16: { name: "bfloat16", bits: 16 },
  17: { name: "float8e4m3fn", bits: 8 },
  18: { name: "float8e4m3fnuz", bits: 8 },
  19: { name: "float8e5m2", bits: 8 },
  20: { name: "float8e5m2fnuz", bits: 8 },
  21: { name: "uint4", bits: 4 },
  22: { name: "int4", bits: 4 },
  23: { name: "float4e2m1", bits: 4 },
};

/** An input or output of the graph. A dimension is a number, or null where it is open. */
export interface OnnxValue {
  name: string;
  /** Element type of a tensor; `sequence`, `map`, `optional` or `sparse` otherwise; `unknown` where none is given. */
  type: string;
  shape: (number | null)[] | null;
}

export interface OnnxTensor {
  name: string;
  dims: number[];
  type: number;
  /** Bytes of raw_data; null where the values stand elsewhere. */
  raw: { start: number; end: number } | null;
  /** Values in typed fields. */
  typed: boolean;
  external: Record<string, string> | null;
  /** The first values of a small int64 tensor. */
  ints: number[] | null;
}

export interface OnnxNode {
  op: string;
  domain: string;
  inputs: string[];
  outputs: string[];
  tensors: OnnxTensor[];
  graphs: OnnxGraph[];
  /** Integer lists among the attributes, by name. */
  ints: Record<string, number[]>;
  /** Text lists among the attributes that name classes. */
  texts: Record<string, string[]>;
}

export interface OnnxGraph {
  nodes: OnnxNode[];
  inputs: OnnxValue[];
  outputs: OnnxValue[];
  tensors: OnnxTensor[];
}

export interface OnnxModel {
  irVersion: number;
  producer: string;
  opsets: { domain: string; version: number }[];
  graph: OnnxGraph;
  /** Graphs for training, and bodies of functions that the model defines. */
  others: OnnxGraph[];
  /** `domain:name` of those functions. */
  functions: Set<string>;
}
