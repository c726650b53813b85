import { lstatSync, readFileSync } from "node:fs";
import type { Detection } from "@countersign/domain";
import type { CheckContext, VersionUnderTest } from "../../check.ts";
import { defineCheck, noParams } from "../../define-check.ts";
import { type SignatureColumn, signatureColumns } from "../../model/signature-columns.ts";
import { resolveInside } from "../../resolve-inside.ts";
import { testColumns } from "../../model/features.ts";
import { type OnnxGraph, readOnnx } from "../onnx/read.ts";

/** ONNX element types that a signature's type may be fed to. */
const fits: Record<string, readonly string[]> = {
  integer: ["int32", "int64", "float", "double"], long: ["int64", "float", "double"], float: ["float", "double"], double: ["double", "float"], string: ["string"], boolean: ["bool", "int64", "float"],
};

/** The MLmodel signature against the ONNX graph, the test data's columns and the version in production. Value: differences. */
export const signatureAgreement = defineCheck({
  id: "compat.signature",
  version: "1.0.0",
  title: "Signature agrees with the model and the data",
  category: "compatibility",
  reads: ["model", "test"],
  readsChampion: true,
  applies: () => true,
  params: noParams,
  async run(ctx) {
    const columns = signatureColumns(ctx);
    if (!columns) {
      const reason = ctx.files.some((file) => file.path.endsWith("MLmodel")) ? "The MLmodel has no signature of named columns." : "The version has no MLmodel with a signature.";
      return { status: "measured", assurance: "inspected", measurements: [{ value: null, detections: [], insufficient: reason }] };
    }
    const detections = [...againstGraph(ctx, columns), ...(await againstData(ctx, columns)), ...againstProduction(ctx, columns)];
    return { status: "measured", assurance: "inspected", measurements: [{ value: detections.length, n: columns.length, detections }] };
  },
});

function againstGraph(ctx: CheckContext, columns: SignatureColumn[]): Detection[] {
  const graph = onnxGraph(ctx);
  if (!graph || ctx.submission.onnx?.input !== "columns") return [];
  const detections: Detection[] = [];
  const inputs = new Map(graph.inputs.map((input) => [input.name, input.type]));
  for (const column of columns) {
    const type = inputs.get(column.name);
    if (type === undefined) detections.push(found("signature.not_in_model", column.name, `the signature has the input ${column.name}, the ONNX graph has not`));
    else if (type !== null && !(fits[column.type] ?? [type]).includes(type)) detections.push(found("signature.type", column.name, `${column.name} is ${column.type} in the signature and ${type} in the ONNX graph`));
  }
  const named = new Set(columns.map((column) => column.name));
  for (const input of graph.inputs) if (!named.has(input.name)) detections.push(found("model.not_in_signature", input.name, `the ONNX graph has the input ${input.name}, the signature has not`));
  return detections;
}

async function againstData(ctx: CheckContext, columns: SignatureColumn[]): Promise<Detection[]> {
  const present = new Set((await testColumns(ctx)).map((column) => column.name));
  return columns.filter((column) => column.required && !present.has(column.name))
    .map((column) => found("signature.not_in_data", column.name, `the signature asks for ${column.name}, the test data has no such column`));
}

/** Removed, renamed, retyped or newly required inputs break whoever calls the version in production. */
function againstProduction(ctx: CheckContext, columns: SignatureColumn[]): Detection[] {
  const before = ctx.champion ? signatureColumns(ctx.champion) : null;
  if (!before || !ctx.champion) return [];
  const now = new Map(columns.map((column) => [column.name, column]));
  const then = new Map(before.map((column) => [column.name, column]));
  const removed = before.filter((column) => !now.has(column.name)).map((column) => found("signature.removed", column.name, `production (${ctx.champion?.label}) has the input ${column.name}, this version has not`));
  const changed = columns.flatMap((column) => {
    const old = then.get(column.name);
    if (!old) return column.required ? [found("signature.new_required", column.name, `${column.name} is a new required input`)] : [];
    return old.type === column.type ? [] : [found("signature.retyped", column.name, `${column.name} was ${old.type} in production and is ${column.type}`)];
  });
  return [...removed, ...changed];
}

function onnxGraph(version: VersionUnderTest): OnnxGraph | null {
  const name = Object.values(version.submission.files).find((path) => path.endsWith(".onnx")) ?? version.files.find((file) => file.role === "model" && file.path.endsWith(".onnx"))?.path;
  const path = name ? resolveInside(version.dir, name) : null;
  if (path === null || !lstatSync(path, { throwIfNoEntry: false })?.isFile()) return null;
  const read = readOnnx(readFileSync(path));
  return read.ok ? read.graph : null;
}

const found = (code: string, where: string, sentence: string): Detection => ({ code, where, text: `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.` });
