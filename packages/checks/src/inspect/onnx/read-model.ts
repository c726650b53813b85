import { utf8 } from "../bytes.ts";
import { type Cursor, texts, walk } from "./cursor.ts";
import { fields } from "./protobuf.ts";
import { readTensor, takeInts } from "./read-tensor.ts";
import { readValue } from "./read-value.ts";
import type { OnnxGraph, OnnxModel, OnnxNode } from "./types.ts";

const deepest = 32;
const emptyGraph = (): OnnxGraph => ({ nodes: [], inputs: [], outputs: [], tensors: [] });
const textAt = (c: Cursor, f: { start: number; end: number }): string => utf8(c.bytes.subarray(f.start, f.end)) ?? "";

function readAttribute(c: Cursor, node: OnnxNode, start: number, end: number, depth: number): void {
  let name = "";
  const ints: number[] = [];
  const strings: string[] = [];
  walk(c, start, end, (f) => {
    if (f.number === 1) name = textAt(c, f);
    else if (f.number === 3 || f.number === 8) takeInts(c, f, ints);
    else if (f.number === 9 && strings.length < 1000) strings.push(textAt(c, f));
    else if (f.number === 5 || f.number === 10) node.tensors.push(readTensor(c, f.start, f.end));
    else if (f.number === 6 || f.number === 11) node.graphs.push(readGraph(c, f.start, f.end, depth + 1));
    else if (f.number === 22 || f.number === 23) readSparse(c, f.start, f.end, node.tensors);
  });
  node.ints[name] = ints;
  if (name.startsWith("classlabels")) node.texts[name] = strings;
}

function readSparse(c: Cursor, start: number, end: number, into: OnnxGraph["tensors"]): void {
  walk(c, start, end, (f) => {
    if (f.number === 1 || f.number === 2) into.push(readTensor(c, f.start, f.end));
  });
}

function readNode(c: Cursor, start: number, end: number, depth: number): OnnxNode {
  const node: OnnxNode = { op: "", domain: "", inputs: [], outputs: [], tensors: [], graphs: [], ints: {}, texts: {} };
  walk(c, start, end, (f) => {
    if (f.number === 1) node.inputs.push(textAt(c, f));
    else if (f.number === 2) node.outputs.push(textAt(c, f));
    else if (f.number === 4) node.op = textAt(c, f);
    else if (f.number === 7) node.domain = textAt(c, f);
    else if (f.number === 5) readAttribute(c, node, f.start, f.end, depth);
  });
  return node;
}

function readGraph(c: Cursor, start: number, end: number, depth: number, into: OnnxGraph = emptyGraph()): OnnxGraph {
  if (depth > deepest) {
    c.broken ??= `its graphs lie more than ${deepest} deep in each other`;
    return into;
  }
  walk(c, start, end, (f) => {
    if (f.number === 1) into.nodes.push(readNode(c, f.start, f.end, depth));
    else if (f.number === 5) into.tensors.push(readTensor(c, f.start, f.end));
    else if (f.number === 11) into.inputs.push(readValue(c, f.start, f.end));
    else if (f.number === 12) into.outputs.push(readValue(c, f.start, f.end));
    else if (f.number === 15) readSparse(c, f.start, f.end, into.tensors);
  });
  return into;
}

/** A FunctionProto or TrainingInfoProto: its nodes, as a graph. */
function readFunction(c: Cursor, start: number, end: number, model: OnnxModel): void {
  const graph = emptyGraph();
  const [name = "", domain = ""] = texts(c, start, end, [1, 10]);
  walk(c, start, end, (f) => {
    if (f.number === 7) graph.nodes.push(readNode(c, f.start, f.end, 1));
  });
  model.functions.add(`${domain}:${name}`);
  model.others.push(graph);
}

/** True where the bytes read as a ModelProto on the outside: an IR version and a graph, and nothing that does not parse. */
export function looksLikeOnnx(bytes: Uint8Array): boolean {
  let version = false;
  let graph = false;
  const reader = fields(bytes, 0, bytes.length);
  for (let next = reader.next(), n = 0; n < 10_000; next = reader.next(), n++) {
    if (next.done) return next.value && version && graph;
    if (next.value.number === 1 && next.value.wire === 0) version = next.value.value > 0 && next.value.value < 1000;
    if (next.value.number === 7 && next.value.wire === 2) graph = true;
  }
  return false;
}

/** Reads an ONNX model's structure, at most `most` parts of it. Source: onnx.proto3 of ONNX 1.17. Never throws. */
export function readOnnx(
  bytes: Uint8Array,
  most = 20_000_000,
): { model: OnnxModel; parts: number } | { broken: string } {
  const c: Cursor = { bytes, fieldsLeft: most, broken: null };
  const model: OnnxModel = {
    irVersion: 0,
    producer: "",
    opsets: [],
    graph: emptyGraph(),
    others: [],
    functions: new Set(),
  };
  walk(c, 0, bytes.length, (f) => {
    if (f.number === 1) model.irVersion = f.value;
    else if (f.number === 2) model.producer = textAt(c, f);
    else if (f.number === 7) readGraph(c, f.start, f.end, 0, model.graph);
    else if (f.number === 20)
      walk(c, f.start, f.end, (g) =>
        g.number === 1 || g.number === 2 ? void model.others.push(readGraph(c, g.start, g.end, 1)) : undefined,
      );
    else if (f.number === 25) readFunction(c, f.start, f.end, model);
    else if (f.number === 8) {
      let version = 0;
      walk(c, f.start, f.end, (o) => (o.number === 2 ? void (version = o.value) : undefined));
      model.opsets.push({ domain: texts(c, f.start, f.end, [1])[0] ?? "", version });
    }
  });
  return c.broken === null ? { model, parts: most - c.fieldsLeft } : { broken: c.broken };
}

/** Inputs that a caller must feed: those of the graph that have no initial value. */
export function feedsOf(model: OnnxModel): OnnxGraph["inputs"] {
  const given = new Set(model.graph.tensors.map((t) => t.name));
  return model.graph.inputs.filter((input) => !given.has(input.name));
}

/** Class labels in order, where the graph's classifier names them (ai.onnx.ml). Null otherwise. */
export function classesOf(model: OnnxModel): string[] | null {
  for (const node of model.graph.nodes) {
    for (const name of ["classlabels_strings", "classlabels_int64s", "classlabels_ints"]) {
      const labels = node.texts[name]?.length ? node.texts[name] : node.ints[name]?.map(String);
      if (labels && labels.length > 0) return labels;
    }
  }
  return null;
}
