import type { Detection, Measurement } from "@countersign/domain";
import type { CheckContext } from "../check.ts";
import { database, duckdbVersion, identifier, readFault } from "../data/database.ts";
import { sourceOf } from "../data/source.ts";
import { columnTypes } from "../data/table.ts";
import { trainSource } from "../data/tables.ts";
import { defineCheck, noParams } from "../define-check.ts";
import { featureColumns, testColumns } from "../model/features.ts";
import { comparable, keyList, keysEqual } from "./row-keys.ts";

interface Overlap {
  rows: number;
  found: number;
  /** Test rows whose id is in training as well. */
  ids: number | null;
  examples: number[];
}

async function count(ctx: CheckContext, keys: { test: string[]; train: string[] }, idColumn: string | null): Promise<Overlap> {
  const db = await database(ctx);
  const test = sourceOf(ctx, ctx.submission.data.test.path);
  const train = trainSource(ctx);
  if (!train) return { rows: 0, found: 0, ids: null, examples: [] };
  // Rows are named by their place in the file: ids may be those of people.
  const matched = `SELECT t.place FROM (SELECT row_number() OVER () AS place, ${keyList(keys.test)} FROM ${test.sql}) t SEMI JOIN (SELECT ${keyList(keys.train)} FROM ${train.sql}) r ON ${keysEqual("t", "r", keys.test.length)}`;
  try {
    const rows = Number((await db.runAndReadAll(`SELECT count(*) FROM ${test.sql}`)).getRows()[0]?.[0]);
    const found = Number((await db.runAndReadAll(`SELECT count(*) FROM (${matched})`)).getRows()[0]?.[0]);
    const examples = (await db.runAndReadAll(`SELECT place FROM (${matched}) ORDER BY place LIMIT 5`)).getRows().map(([v]) => Number(v));
    const ids = idColumn === null ? null : Number((await db.runAndReadAll(`SELECT count(*) FROM ${test.sql} WHERE CAST(${identifier(idColumn)} AS VARCHAR) IN (SELECT CAST(${identifier(idColumn)} AS VARCHAR) FROM ${train.sql})`)).getRows()[0]?.[0]);
    return { rows, found, ids, examples };
  } catch (error) {
    throw readFault(error, `${test.path} beside ${train.path}`);
  }
}

/** Rows of the test set that stand in training with the same features and label. Ids are not compared: copied rows get new ones. Value: share of test rows. */
export const leakOverlap = defineCheck({
  id: "leak.overlap",
  version: "1.0.0",
  title: "Test rows found in training",
  category: "data",
  reads: ["test", "train", "model"],
  applies: () => true,
  params: noParams,
  async run(ctx) {
    const train = trainSource(ctx);
    const engine = { duckdb: duckdbVersion() };
    const cannot = (insufficient: string): Measurement[] => [{ value: null, detections: [], insufficient }];
    if (!train) return { status: "measured", assurance: "recomputed", engine, measurements: cannot("The submission names no training data, so overlap with it cannot be looked for.") };
    const { target, id } = ctx.submission.data.test;
    const trainTypes = new Map((await columnTypes(await database(ctx), train)).map((c) => [c.name, c]));
    const label = (await testColumns(ctx)).find((c) => c.name === target);
    const compared = [...(await featureColumns(ctx)), ...(label ? [label] : [])];
    const absent = compared.filter((c) => !trainTypes.has(c.name)).map((c) => c.name);
    if (absent.length > 0) return { status: "measured", assurance: "recomputed", engine, measurements: cannot(`${train.path} has no column ${absent.slice(0, 5).join(", ")}, so rows cannot be compared.`) };
    if (compared.length === 0) return { status: "measured", assurance: "recomputed", engine, measurements: cannot("There are no columns to compare rows by.") };
    const keys = { test: compared.map((c) => comparable(c, trainTypes.get(c.name))), train: compared.map((c) => comparable(trainTypes.get(c.name) ?? c, c)) };
    const o = await count(ctx, keys, id !== undefined && trainTypes.has(id) ? id : null);
    const idsText = o.ids === null ? "" : ` By id, ${o.ids} rows are in both.`;
    const detections: Detection[] = o.found === 0 ? [] : [{
      code: "leak.overlap",
      where: ctx.submission.data.test.path,
      text: `${o.found} of ${o.rows} test rows (${((100 * o.found) / o.rows).toFixed(1)} %) are in ${train.path} with the same features and label.${idsText} For example rows ${o.examples.join(", ")} of the test data.`,
    }];
    const measurement: Measurement = {
      value: o.rows === 0 ? null : o.found / o.rows,
      n: o.rows,
      detections,
      details: { rows: o.found, idsInCommon: o.ids, comparedColumns: compared.map((c) => c.name), examples: o.examples },
      ...(o.rows === 0 ? { insufficient: `${ctx.submission.data.test.path} has no rows.` } : {}),
    };
    return { status: "measured", assurance: "recomputed", engine, measurements: [measurement] };
  },
});
