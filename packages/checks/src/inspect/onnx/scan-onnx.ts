import { shown } from "../bytes.ts";
import { type Item, report, type Scan, spend } from "../scan.ts";
import { readOnnx } from "./read-model.ts";
import { scanSizes } from "./sizes.ts";
import { elementTypes, type OnnxGraph, type OnnxModel, type OnnxTensor } from "./types.ts";

/** Domains whose operators ONNX Runtime brings itself. Others need a library of the model's own. */
const ownDomains = new Set([
  "",
  "ai.onnx",
  "ai.onnx.ml",
  "ai.onnx.training",
  "ai.onnx.preview.training",
  "com.microsoft",
]);
const pythonOps = new Set(["PyOp", "PythonOp", "ATen", "PyFunc"]);

function scanExternal(scan: Scan, item: Item, tensor: OnnxTensor, siblings: ReadonlyMap<string, number> | null): void {
  const location = tensor.external?.["location"] ?? "";
  const name = shown(tensor.name || "(no name)");
  const outside =
    location === "" ||
    location.includes("\0") ||
    location.includes("\\") ||
    location.startsWith("/") ||
    /^[A-Za-z]:/.test(location) ||
    location.split("/").includes("..");
  if (outside)
    return report(
      scan,
      "onnx.external_path",
      item.where,
      `${item.where} keeps the tensor ${name} in ${shown(location) || "a file without a name"}, which is outside its own folder.`,
    );
  const size = siblings?.get(location.replace(/^(\.\/)+/, ""));
  if (size === undefined)
    return report(
      scan,
      "onnx.external_missing",
      item.where,
      `${item.where} keeps the tensor ${name} in ${shown(location)}, which is not among the version's files.`,
    );
  const [offset, length] = [Number(tensor.external?.["offset"] ?? 0), Number(tensor.external?.["length"] ?? 0)];
  if (!(offset >= 0 && length >= 0 && offset + length <= size))
    report(
      scan,
      "onnx.external_range",
      item.where,
      `${item.where} reads past the end of ${shown(location)} for the tensor ${name}.`,
    );
}

const mostElements = 2 ** 31;

function scanTensor(scan: Scan, item: Item, tensor: OnnxTensor, siblings: ReadonlyMap<string, number> | null): void {
  const name = shown(tensor.name || "(no name)");
  const elements = tensor.dims.reduce((n, d) => n * d, 1);
  if (tensor.dims.some((d) => d < 0) || elements > mostElements)
    return report(
      scan,
      "onnx.huge_tensor",
      item.where,
      `${item.where} declares the tensor ${name} with ${tensor.dims.slice(0, 8).join(" x ")} elements.`,
    );
  if (tensor.external) return scanExternal(scan, item, tensor, siblings);
  const bits = elementTypes[tensor.type]?.bits;
  if (tensor.raw) {
    const has = tensor.raw.end - tensor.raw.start;
    const wants = bits ? Math.ceil((elements * bits) / 8) : null;
    if (wants !== has)
      report(
        scan,
        "onnx.tensor_size",
        item.where,
        `${item.where} declares the tensor ${name} with ${wants ?? "unknown"} bytes and holds ${has}.`,
      );
  } else if (!tensor.typed && elements > 0)
    report(
      scan,
      "onnx.tensor_size",
      item.where,
      `${item.where} declares the tensor ${name} with ${elements} elements and holds none.`,
    );
}

function scanGraph(
  scan: Scan,
  item: Item,
  model: OnnxModel,
  graph: OnnxGraph,
  siblings: ReadonlyMap<string, number> | null,
): void {
  for (const tensor of graph.tensors) scanTensor(scan, item, tensor, siblings);
  for (const node of graph.nodes) {
    const op = shown(node.domain === "" ? node.op : `${node.domain}.${node.op}`);
    if (pythonOps.has(node.op))
      report(
        scan,
        "onnx.python_op",
        item.where,
        `${item.where} uses the operator ${op}, which runs code outside ONNX.`,
      );
    else if (!ownDomains.has(node.domain) && !model.functions.has(`${node.domain}:${node.op}`))
      report(
        scan,
        "onnx.custom_op",
        item.where,
        `${item.where} uses the operator ${op}, which needs a library of its own to be loaded.`,
      );
    for (const tensor of node.tensors) scanTensor(scan, item, tensor, siblings);
    for (const inner of node.graphs) scanGraph(scan, item, model, inner, siblings);
  }
}

/** Rules for an ONNX model, which is never run here. `siblings`: files beside it, for tensors kept outside (null: none known). */
export function scanOnnx(scan: Scan, item: Item, siblings: ReadonlyMap<string, number> | null): void {
  const read = readOnnx(item.bytes, Math.min(scan.stepsLeft, 20_000_000));
  if ("broken" in read)
    return report(scan, "onnx.broken", item.where, `${item.where} cannot be read as an ONNX model: ${read.broken}.`);
  if (!spend(scan, read.parts, item.where)) return;
  const { model } = read;
  for (const graph of [model.graph, ...model.others]) scanGraph(scan, item, model, graph, siblings);
  scanSizes(scan, item, model);
}
