import type { Json, Measurement } from "@countersign/domain";
import { z } from "zod";
import { CheckFault, type CheckContext } from "../check.ts";
import { database, duckdbVersion, identifier, readFault } from "../data/database.ts";
import { sourceOf, type Source } from "../data/source.ts";
import { columnTypes, rowCount } from "../data/table.ts";
import { trainSource } from "../data/tables.ts";
import { defineCheck } from "../define-check.ts";
import { featureColumns, testColumns } from "../model/features.ts";

async function shares(
  ctx: CheckContext,
  source: Source,
  names: readonly string[],
): Promise<{ rows: number; missing: Record<string, number> }> {
  const db = await database(ctx);
  const types = (await columnTypes(db, source)).filter((c) => names.includes(c.name));
  const rows = await rowCount(db, source);
  if (types.length === 0 || rows === 0) return { rows, missing: {} };
  const counts = types.map((c) => {
    const q = identifier(c.name);
    return c.kind === "text"
      ? `count(*) FILTER (${q} IS NULL)`
      : `count(*) FILTER (${q} IS NULL OR isnan(CAST(${q} AS DOUBLE)))`;
  });
  try {
    const row = (await db.runAndReadAll(`SELECT ${counts.join(", ")} FROM ${source.sql}`)).getRows()[0] ?? [];
    return { rows, missing: Object.fromEntries(types.map((c, i) => [c.name, Number(row[i])])) };
  } catch (error) {
    throw readFault(error, source.path);
  }
}

async function measureFile(
  ctx: CheckContext,
  subject: string,
  source: Source,
  names: string[],
  report: number,
): Promise<Measurement> {
  const { rows, missing } = await shares(ctx, source, names);
  const entries = Object.entries(missing)
    .map(([name, n]) => ({ name, n, share: n / rows }))
    .toSorted((a, b) => b.share - a.share);
  const top = entries[0];
  const listed: Record<string, Json> = Object.fromEntries(entries.filter((e) => e.n > 0).map((e) => [e.name, e.share]));
  return {
    subject,
    value: top?.share ?? null,
    n: rows,
    detections: entries
      .filter((e) => e.share > report)
      .map((e) => ({
        code: "dq.missing",
        where: e.name,
        text: `${e.name} is missing in ${e.n} of ${rows} rows (${(100 * e.share).toFixed(1)} %) of ${source.path}.`,
      })),
    details: { column: top?.name ?? null, shares: listed },
    ...(top
      ? {}
      : {
          insufficient: rows === 0 ? `${source.path} has no rows.` : `${source.path} has none of the model's columns.`,
        }),
  };
}

/** Missing values (null or NaN) of the features and the target. Value: the largest share of one column; one measurement per file. */
export const missing = defineCheck({
  id: "dq.missing",
  version: "1.1.0",
  title: "Missing values",
  measures:
    "Missing values (null or NaN) of the features and the target. Value: the largest share of one column; one measurement per file.",
  category: "data",
  reads: ["test", "train", "model"],
  applies: () => true,
  params: z.strictObject({ report: z.number().min(0).max(1).default(0.05) }),
  async run(ctx, p) {
    const { target } = ctx.submission.data.test;
    // A target that is not there at all is missing everywhere: said, rather than left out of the shares.
    if (!(await testColumns(ctx)).some((c) => c.name === target))
      throw new CheckFault(
        `${ctx.submission.data.test.path} has no column ${target}, which countersign.yaml names as the target.`,
      );
    const names = [...(await featureColumns(ctx)).map((c) => c.name), target];
    const measurements = [
      await measureFile(ctx, "test", sourceOf(ctx, ctx.submission.data.test.path), names, p.report),
    ];
    const train = trainSource(ctx);
    if (train) measurements.push(await measureFile(ctx, "train", train, names, p.report));
    return { status: "measured", assurance: "recomputed", engine: { duckdb: duckdbVersion() }, measurements };
  },
});
