import type { Detection, Measurement } from "@countersign/domain";
import type { CheckContext } from "../check.ts";
import { database, duckdbVersion, identifier, readFault } from "../data/database.ts";
import { sourceOf } from "../data/source.ts";
import { columnTypes } from "../data/table.ts";
import { trainSource } from "../data/tables.ts";
import { z } from "zod";
import { defineCheck } from "../define-check.ts";
import { testColumns } from "../model/features.ts";
import { comparable, comparedFeatures, keyList, keysEqual } from "./row-keys.ts";

interface Overlap {
  rows: number;
  found: number;
  /** Test rows whose id is in training as well. */
  ids: number | null;
  examples: number[];
  /** Share of rows that equal another row of their own file: what coincidence alone gives. */
  twins: { train: number; test: number };
}

async function count(
  ctx: CheckContext,
  keys: { test: string[]; train: string[] },
  idColumn: string | null,
): Promise<Overlap> {
  const db = await database(ctx);
  const test = sourceOf(ctx, ctx.submission.data.test.path);
  const train = trainSource(ctx);
  if (!train) return { rows: 0, found: 0, ids: null, examples: [], twins: { train: 0, test: 0 } };
  // Rows are named by their place in the file: ids may be those of people.
  const matched = `SELECT t.place FROM (SELECT row_number() OVER () AS place, ${keyList(keys.test)} FROM ${test.sql}) t SEMI JOIN (SELECT ${keyList(keys.train)} FROM ${train.sql}) r ON ${keysEqual("t", "r", keys.test.length)}`;
  try {
    const rows = Number((await db.runAndReadAll(`SELECT count(*) FROM ${test.sql}`)).getRows()[0]?.[0]);
    const found = Number((await db.runAndReadAll(`SELECT count(*) FROM (${matched})`)).getRows()[0]?.[0]);
    const examples = (await db.runAndReadAll(`SELECT place FROM (${matched}) ORDER BY place LIMIT 5`))
      .getRows()
      .map(([v]) => Number(v));
    const ids =
      idColumn === null
        ? null
        : Number(
            (
              await db.runAndReadAll(
                `SELECT count(*) FROM ${test.sql} WHERE CAST(${identifier(idColumn)} AS VARCHAR) IN (SELECT CAST(${identifier(idColumn)} AS VARCHAR) FROM ${train.sql})`,
              )
            ).getRows()[0]?.[0],
          );
    const twin = async (sql: string, list: string[]): Promise<number> => {
      const by = list.map((_, i) => `k${i}`).join(", ");
      const [row] = (
        await db.runAndReadAll(
          `SELECT coalesce(sum(n) FILTER (n > 1), 0), sum(n) FROM (SELECT count(*) AS n FROM (SELECT ${keyList(list)} FROM ${sql}) GROUP BY ${by})`,
        )
      ).getRows();
      return Number(row?.[0] ?? 0) / Math.max(1, Number(row?.[1] ?? 0));
    };
    return {
      rows,
      found,
      ids,
      examples,
      twins: { train: await twin(train.sql, keys.train), test: await twin(test.sql, keys.test) },
    };
  } catch (error) {
    throw readFault(error, `${test.path} beside ${train.path}`);
  }
}

/**
 * Where rows repeat each other within both files, equal rows across them are coincidence too. Then only an overlap beyond
 * it (three standard errors) is one; otherwise the check cannot clear the data, and says so.
 */
function coincidence(o: Overlap, most: number): { value: number; sentence: string | null } {
  const share = o.found / o.rows;
  const chance = o.twins.train;
  if (chance <= most || o.twins.test <= most) return { value: share, sentence: null };
  if (share - chance > 3 * Math.sqrt((chance * (1 - chance)) / o.rows))
    return { value: share - chance, sentence: null };
  return {
    value: Math.max(0, share - chance),
    sentence: `Rows are not distinctive: ${(100 * chance).toFixed(0)} % of the training rows equal another one, so the ${(100 * share).toFixed(0)} % of test rows found in training may be coincidence, and a copied row could not be told.`,
  };
}

/**
 * Rows of the test set that stand in training with the same features and label. Ids are not compared: copied rows get
 * new ones. Value: share of test rows, beyond coincidence where rows repeat each other anyway.
 */
export const leakOverlap = defineCheck({
  id: "leak.overlap",
  version: "1.1.0",
  title: "Test rows found in training",
  measures:
    "Rows of the test data that stand in training with the same features and label, beyond coincidence; ids are not compared, for copied rows get new ones. Value: their share.",
  category: "data",
  reads: ["test", "train", "model"],
  applies: () => true,
  params: z.strictObject({ coincidence: z.number().min(0).max(1).default(0.01) }),
  async run(ctx, p) {
    const train = trainSource(ctx);
    const engine = { duckdb: duckdbVersion() };
    const cannot = (insufficient: string): Measurement[] => [{ value: null, detections: [], insufficient }];
    if (!train)
      return {
        status: "measured",
        assurance: "recomputed",
        engine,
        measurements: cannot("The submission names no training data, so overlap with it cannot be looked for."),
      };
    const { target, id } = ctx.submission.data.test;
    const trainTypes = new Map((await columnTypes(await database(ctx), train)).map((c) => [c.name, c]));
    const label = (await testColumns(ctx)).find((c) => c.name === target);
    if (!label)
      return {
        status: "measured",
        assurance: "recomputed",
        engine,
        measurements: cannot(
          `${ctx.submission.data.test.path} has no column ${target}, the target, so rows cannot be compared with their labels.`,
        ),
      };
    const compared = [...(await comparedFeatures(ctx)), label];
    const absent = compared.filter((c) => !trainTypes.has(c.name)).map((c) => c.name);
    if (absent.length > 0)
      return {
        status: "measured",
        assurance: "recomputed",
        engine,
        measurements: cannot(
          `The training data ${train.path} has no column ${absent.slice(0, 5).join(", ")}, so rows cannot be compared.`,
        ),
      };
    if (compared.length === 1)
      return {
        status: "measured",
        assurance: "recomputed",
        engine,
        measurements: cannot("There are no columns to compare rows by."),
      };
    const keys = {
      test: compared.map((c) => comparable(c, trainTypes.get(c.name))),
      train: compared.map((c) => comparable(trainTypes.get(c.name) ?? c, c)),
    };
    const o = await count(ctx, keys, id !== undefined && trainTypes.has(id) ? id : null);
    const idsText = o.ids === null ? "" : ` By id, ${o.ids} rows are in both.`;
    const judged = o.rows === 0 ? { value: 0, sentence: null } : coincidence(o, p.coincidence);
    const detections: Detection[] =
      judged.value === 0 || judged.sentence !== null
        ? []
        : [
            {
              code: "leak.overlap",
              where: ctx.submission.data.test.path,
              text: `${o.found} of ${o.rows} test rows (${((100 * o.found) / o.rows).toFixed(1)} %) are in ${train.path} with the same features and label.${idsText} For example rows ${o.examples.join(", ")} of the test data.`,
            },
          ];
    const measurement: Measurement = {
      value: o.rows === 0 ? null : judged.value,
      n: o.rows,
      detections,
      details: {
        rows: o.found,
        twins: o.twins,
        idsInCommon: o.ids,
        comparedColumns: compared.map((c) => c.name),
        examples: o.examples,
      },
      ...(o.rows === 0
        ? { insufficient: `${ctx.submission.data.test.path} has no rows.` }
        : judged.sentence === null
          ? {}
          : { insufficient: judged.sentence }),
    };
    return { status: "measured", assurance: "recomputed", engine, measurements: [measurement] };
  },
});
