import type { Detection, Json, Measurement } from "@countersign/domain";
import { CheckFault, type CheckContext } from "../../check.ts";
import { duckdbVersion } from "../../data/database.ts";
import { defineCheck, noParams } from "../../define-check.ts";
import { testColumns } from "../../model/features.ts";
import { againstGraph } from "./against-graph.ts";
import { dataAgainstGraph, dataAgainstSignature } from "./against-data.ts";
import { graphChanges, signatureChanges } from "./against-production.ts";
import { type Described, describe } from "./described.ts";
import { detection } from "./types.ts";

const measured = (
  subject: string,
  n: number,
  detections: Detection[],
  details: Record<string, Json> = {},
): Measurement => ({ subject, value: detections.length, n, detections, details });
const lacking = (subject: string, insufficient: string): Measurement => ({
  subject,
  value: null,
  detections: [],
  insufficient,
});

function inputCount({ signature }: Described): number {
  if (!("signature" in signature)) return 0;
  const { inputs } = signature.signature;
  return inputs.kind === "columns"
    ? inputs.columns.length
    : inputs.kind === "tensors"
      ? inputs.tensors.length
      : inputs.types.length;
}

function withModel(ctx: CheckContext, own: Described): Measurement {
  const subject = "signature and model";
  const { signature, graph } = own;
  if (graph && "broken" in graph)
    return measured(subject, 0, [
      detection("model.unreadable", graph.path, `the inputs of ${graph.path} cannot be read: ${graph.broken}`),
    ]);
  if ("none" in signature) return lacking(subject, signature.none);
  if ("broken" in signature)
    return measured(subject, 0, [{ code: "signature.unreadable", where: "MLmodel", text: signature.broken }]);
  if (!graph || !ctx.submission.onnx)
    return lacking(subject, "The version has no ONNX graph to hold the signature against.");
  return measured(subject, inputCount(own), againstGraph(graph.model, signature.signature, ctx.submission.onnx), {
    graph: graph.path,
  });
}

async function withData(ctx: CheckContext, own: Described): Promise<Measurement> {
  const subject = "signature and test data";
  const columns = await testColumns(ctx);
  const untyped = !/\.(parquet|pq)$/i.test(ctx.submission.data.test.path);
  const { signature, graph } = own;
  if ("signature" in signature)
    return measured(
      subject,
      columns.length,
      dataAgainstSignature(columns, signature.signature, ctx.submission, untyped),
    );
  if (graph && "model" in graph)
    return measured("model and test data", columns.length, dataAgainstGraph(columns, graph.model, ctx.submission));
  return lacking(subject, "Neither a signature nor an ONNX graph says which columns the model takes.");
}

function withProduction(ctx: CheckContext, own: Described): Measurement[] {
  const { champion } = ctx;
  if (!champion) return [];
  const subject = `production (${champion.label})`;
  let theirs: Described;
  try {
    theirs = describe(champion);
  } catch (error) {
    if (error instanceof CheckFault)
      return [lacking(subject, `The version in production cannot be read: ${error.message}`)];
    throw error;
  }
  const signatures = "signature" in theirs.signature && "signature" in own.signature;
  const graphs = theirs.graph && "model" in theirs.graph && own.graph && "model" in own.graph;
  if (!signatures && !graphs)
    return [lacking(subject, "The two versions have neither signatures nor ONNX graphs that could be compared.")];
  const found =
    "signature" in theirs.signature && "signature" in own.signature
      ? signatureChanges(theirs.signature.signature, own.signature.signature)
      : [];
  if (theirs.graph && "model" in theirs.graph && own.graph && "model" in own.graph) {
    const outputs = { before: champion.submission.onnx?.output ?? "", now: ctx.submission.onnx?.output ?? "" };
    found.push(...graphChanges(theirs.graph.model, own.graph.model, outputs, new Set(found.map((d) => d.where))));
  }
  return [measured(subject, inputCount(own), found)];
}

/**
 * The MLmodel signature against the ONNX graph, the test data's columns and the version in production; each difference names
 * its column. Value: number of differences, one measurement per comparison. What callers of production would notice is
 * breaking: an input removed, renamed, retyped or newly required, another output shape, other classes. Wider is compatible.
 */
export const signatureAgreement = defineCheck({
  id: "compat.signature",
  version: "1.1.0",
  title: "Signature agrees with the model and the data",
  measures:
    "The MLmodel signature against the ONNX graph, the test data's columns and the version in production. What callers of production would notice is a difference; wider is compatible. Value: number of differences; one measurement per comparison.",
  category: "compatibility",
  reads: ["model", "test"],
  readsChampion: true,
  applies: () => true,
  params: noParams,
  async run(ctx) {
    const own = describe(ctx);
    const measurements = [withModel(ctx, own), await withData(ctx, own), ...withProduction(ctx, own)];
    return { status: "measured", assurance: "inspected", engine: { duckdb: duckdbVersion() }, measurements };
  },
});
