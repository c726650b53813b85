import type { Detection, Json, Measurement } from "@countersign/domain";
import type { CheckContext } from "../check.ts";
import { duckdbVersion } from "../data/database.ts";
import type { ColumnType } from "../data/table.ts";
import { defineCheck, noParams } from "../define-check.ts";
import { championContext } from "../evaluate/champion-context.ts";
import { ofChampion } from "../evaluate/champion-rows.ts";
import { featureColumns, modelColumns, testColumns } from "../model/features.ts";
import { signatureColumns } from "../model/signature-columns.ts";
import { fits } from "./types-fit.ts";

interface Wanted {
  name: string;
  /** MLflow's or DuckDB's word; empty where any type will do. */
  type: string;
  required: boolean;
}

/** Columns that look like another under a new name: they share at least the first half of it. */
function renamed(missing: string, extra: readonly string[]): string {
  const like = extra.find(
    (name) => name.slice(0, Math.ceil(missing.length / 2)) === missing.slice(0, Math.ceil(missing.length / 2)),
  );
  return like === undefined ? "" : ` ${like} looks like it under another name.`;
}

function compare(
  subject: string,
  wanted: Wanted[],
  have: ColumnType[],
  features: ColumnType[],
  untyped: boolean,
  countExtra: boolean,
  where: string,
): Measurement {
  const there = new Map(have.map((c) => [c.name, c]));
  const known = new Set(wanted.map((w) => w.name));
  const extra = features.filter((c) => !known.has(c.name));
  const extraNames = extra.map((c) => c.name);
  const detections: Detection[] = [];
  for (const w of wanted) {
    const column = there.get(w.name);
    if (!column) {
      if (w.required)
        detections.push({
          code: "schema.missing",
          where: w.name,
          text: `missing: ${w.name}${w.type === "" ? "" : ` (${w.type})`} is in ${where} and not in the test data.${renamed(w.name, extraNames)}`,
        });
    } else if (w.type !== "" && !fits(column.type, w.type, untyped))
      detections.push({
        code: "schema.type",
        where: w.name,
        text: `changed: ${w.name} is ${w.type} in ${where} and ${column.type} in the test data.`,
      });
  }
  if (countExtra)
    for (const c of extra)
      detections.push({
        code: "schema.extra",
        where: c.name,
        text: `extra: ${c.name} (${c.type}) goes into the model and is not in ${where}.`,
      });
  const details: Record<string, Json> = { wanted: wanted.length, extra: extraNames };
  return { subject, value: detections.length, n: wanted.length, detections, details };
}

/** What the data is held against: the MLmodel signature, else the model's own columns as declared. */
function declared(ctx: CheckContext): { columns: Wanted[]; where: string } | null {
  const signature = signatureColumns(ctx);
  if (signature) return { columns: signature, where: "the signature in MLmodel" };
  const columns = ctx.submission.onnx?.columns;
  return columns
    ? { columns: columns.map((name) => ({ name, type: "", required: true })), where: "onnx.columns" }
    : null;
}

/** Columns that countersign.yaml gives a part to play: the target, the id, the groups. Their types are free. */
function declaredRoles(ctx: CheckContext): Wanted[] {
  const { test, groups = [] } = ctx.submission.data;
  const names = [test.target, ...(test.id === undefined ? [] : [test.id]), ...groups];
  return names.map((name) => ({ name, type: "", required: true }));
}

/**
 * Columns of the test data against the MLmodel signature (missing, changed type; extra where the graph says that it goes into the model), against the test
 * data of the version in production (missing or changed) and against the target, id and groups of countersign.yaml (missing). Value: number of differences; one measurement per comparison.
 */
export const schema = defineCheck({
  id: "dq.schema",
  version: "1.2.0",
  title: "Columns fit the signature and production",
  measures:
    "Columns of the test data against the MLmodel signature, against the test data of the version in production, and against the target, id and groups that countersign.yaml names: missing, changed type, extra model input. Value: number of differences; one measurement per comparison.",
  category: "data",
  reads: ["test", "model"],
  readsChampion: true,
  applies: () => true,
  params: noParams,
  async run(ctx) {
    const have = await testColumns(ctx);
    const { columns: features, named } = await modelColumns(ctx);
    const untyped = !/\.(parquet|pq)$/i.test(ctx.submission.data.test.path);
    const own = declared(ctx);
    const measurements: Measurement[] = [];
    if (own) {
      measurements.push(compare("signature", own.columns, have, features, untyped, named, own.where));
    } else
      measurements.push({
        subject: "signature",
        value: null,
        detections: [],
        insufficient: "Neither MLmodel nor countersign.yaml declares the model's columns.",
      });
    const champion = championContext(ctx);
    if (champion) {
      const theirs = (await ofChampion(champion, () => featureColumns(champion))).map((c) => ({
        name: c.name,
        type: c.type,
        required: true,
      }));
      measurements.push(
        compare(
          `production (${champion.label})`,
          theirs,
          have,
          features,
          untyped,
          false,
          `the data of ${champion.label}`,
        ),
      );
    }
    measurements.push(compare("declaration", declaredRoles(ctx), have, features, untyped, false, "countersign.yaml"));
    return { status: "measured", assurance: "recomputed", engine: { duckdb: duckdbVersion() }, measurements };
  },
});
