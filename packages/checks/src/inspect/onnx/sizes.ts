import { type Item, report, type Scan } from "../scan.ts";
import type { OnnxGraph, OnnxModel, OnnxNode } from "./types.ts";

const mostElements = 2 ** 28;
const mostTurns = 1_000_000;

/** Operators whose result is as large as one of their operands says, and which operand. */
const sizedBy: Record<string, number[]> = {
  ConstantOfShape: [0],
  Expand: [1],
  Tile: [1],
  Range: [0, 1, 2],
  Pad: [1],
  OneHot: [1],
  Resize: [3],
  Upsample: [1],
};
const sizedByAttribute: Record<string, string> = {
  RandomNormal: "shape",
  RandomUniform: "shape",
  ConstantOfShape: "shape",
};
/** Operators that only pass numbers on: a size that comes through them alone is whatever the caller sends. */
const passing = new Set([
  "Identity",
  "Cast",
  "Squeeze",
  "Unsqueeze",
  "Reshape",
  "Concat",
  "Mul",
  "Add",
  "Gather",
  "Slice",
  "Flatten",
]);

/** Names that a graph defines; inner graphs also see those of the outer ones. */
interface Scope {
  constants: Map<string, number[]>;
  makers: Map<string, OnnxNode>;
  inputs: Set<string>;
  outer: Scope | null;
}

function scopeOf(graph: OnnxGraph, outer: Scope | null): Scope {
  const scope: Scope = { constants: new Map(), makers: new Map(), inputs: new Set(), outer };
  for (const t of graph.tensors) if (t.ints) scope.constants.set(t.name, t.ints);
  for (const node of graph.nodes) {
    const value =
      node.op === "Constant" ? (node.tensors[0]?.ints ?? node.ints["value_ints"] ?? node.ints["value_int"]) : undefined;
    for (const output of node.outputs) {
      scope.makers.set(output, node);
      if (value) scope.constants.set(output, value);
    }
  }
  const given = new Set(graph.tensors.map((t) => t.name));
  if (!outer) for (const { name } of graph.inputs) if (!given.has(name)) scope.inputs.add(name);
  return scope;
}

function find<T>(scope: Scope | null, pick: (s: Scope) => T | undefined): T | undefined {
  for (let at = scope; at; at = at.outer) {
    const found = pick(at);
    if (found !== undefined) return found;
  }
  return undefined;
}
const constantOf = (scope: Scope, name: string): number[] | undefined => find(scope, (s) => s.constants.get(name));

/** True where the operand is what the caller feeds, through nothing but passing operators. */
function isFed(scope: Scope, name: string): boolean {
  const open = [name];
  for (let i = 0; i < open.length && i < 64; i++) {
    const at = open[i] ?? "";
    if (find(scope, (s) => s.inputs.has(at) || undefined)) return true;
    const maker = find(scope, (s) => s.makers.get(at));
    if (maker && passing.has(maker.op)) open.push(...maker.inputs.filter((input) => !open.includes(input)));
  }
  return false;
}

const elements = (node: OnnxNode, operands: (number[] | undefined)[]): number => {
  if (node.op === "Range") {
    const [start, limit, delta] = operands.map((o) => o?.[0]);
    return start === undefined || limit === undefined || !delta ? 0 : (limit - start) / delta;
  }
  const [first] = operands;
  if (!first) return 0;
  return node.op === "Pad"
    ? Math.max(0, ...first.map(Math.abs))
    : first.reduce((n, d) => n * Math.max(1, Math.abs(d)), 1);
};

function scanNode(scan: Scan, item: Item, scope: Scope, node: OnnxNode): void {
  const names = (sizedBy[node.op] ?? []).map((i) => node.inputs[i] ?? "");
  const attribute = node.ints[sizedByAttribute[node.op] ?? ""];
  const size = elements(node, attribute ? [attribute] : names.map((name) => constantOf(scope, name)));
  if (size > mostElements)
    report(
      scan,
      "onnx.huge_result",
      item.where,
      `${item.where} makes a tensor of ${size} elements out of nothing (${node.op}).`,
    );
  else if (names.some((name) => isFed(scope, name)))
    report(
      scan,
      "onnx.size_from_input",
      item.where,
      `${item.where} makes a tensor as large as its caller says (${node.op}), without a limit.`,
    );
  if (node.op !== "Loop") return;
  const turns = node.inputs[0] ?? "";
  const fixed = constantOf(scope, turns)?.[0];
  if (turns === "" || (fixed !== undefined && fixed > mostTurns) || isFed(scope, turns))
    report(scan, "onnx.unbounded_loop", item.where, `${item.where} has a loop without a limit on its turns.`);
}

function scanScope(scan: Scan, item: Item, graph: OnnxGraph, outer: Scope | null): void {
  const scope = scopeOf(graph, outer);
  for (const node of graph.nodes) {
    scanNode(scan, item, scope, node);
    for (const inner of node.graphs) scanScope(scan, item, inner, scope);
  }
}

/** Results that could take any amount of memory or time: sizes from constants or straight from the caller, and loops without a limit. */
export function scanSizes(scan: Scan, item: Item, model: OnnxModel): void {
  for (const graph of [model.graph, ...model.others]) scanScope(scan, item, graph, null);
}
