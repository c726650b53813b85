import type { Measurement } from "@countersign/domain";
import { z } from "zod";
import type { CheckContext } from "../check.ts";
import { database, duckdbVersion, readFault } from "../data/database.ts";
import { sourceOf, type Source } from "../data/source.ts";
import { columnTypes, rowCount } from "../data/table.ts";
import { trainSource } from "../data/tables.ts";
import { defineCheck } from "../define-check.ts";
import { comparable, comparedFeatures } from "./row-keys.ts";

async function measureFile(
  ctx: CheckContext,
  subject: string,
  source: Source,
  names: string[],
  report: number,
): Promise<Measurement> {
  const db = await database(ctx);
  const types = (await columnTypes(db, source)).filter((c) => names.includes(c.name));
  const rows = await rowCount(db, source);
  if (rows === 0 || types.length === 0)
    return {
      subject,
      value: null,
      n: rows,
      detections: [],
      insufficient: rows === 0 ? `${source.path} has no rows.` : `${source.path} has none of the model's columns.`,
    };
  try {
    const distinct = Number(
      (
        await db.runAndReadAll(
          `SELECT count(*) FROM (SELECT DISTINCT ${types.map((c) => comparable(c)).join(", ")} FROM ${source.sql})`,
        )
      ).getRows()[0]?.[0],
    );
    const repeated = rows - distinct;
    const text = `${repeated} of ${rows} rows (${((100 * repeated) / rows).toFixed(1)} %) of ${source.path} repeat an earlier row's features and label.`;
    return {
      subject,
      value: repeated / rows,
      n: rows,
      detections: repeated / rows > report ? [{ code: "dq.duplicates", where: source.path, text }] : [],
      details: { rows: repeated, comparedColumns: types.map((c) => c.name) },
    };
  } catch (error) {
    throw readFault(error, source.path);
  }
}

/** Rows that repeat an earlier row's features and label, ids ignored. Value: their share; one measurement per file. */
export const duplicates = defineCheck({
  id: "dq.duplicates",
  version: "1.1.0",
  title: "Repeated rows",
  measures:
    "Rows that repeat an earlier row's features and label, ids ignored. Value: their share; one measurement per file.",
  category: "data",
  reads: ["test", "train", "model"],
  applies: () => true,
  params: z.strictObject({ report: z.number().min(0).max(1).default(0.05) }),
  async run(ctx, p) {
    const names = [...(await comparedFeatures(ctx)).map((c) => c.name), ctx.submission.data.test.target];
    const train = trainSource(ctx);
    const measurements = train ? [await measureFile(ctx, "train", train, names, p.report)] : [];
    measurements.push(await measureFile(ctx, "test", sourceOf(ctx, ctx.submission.data.test.path), names, p.report));
    return { status: "measured", assurance: "recomputed", engine: { duckdb: duckdbVersion() }, measurements };
  },
});
