import type { Detection, Json, Measurement } from "@countersign/domain";
import { defineCheck, noParams } from "../define-check.ts";
import { asText, type Table } from "../data/table.ts";
import { testTable, trainTable } from "../data/tables.ts";
import { quantile } from "../stats/ranks.ts";

interface Runs {
  column: string;
  runs: number;
  /** Runs to be expected if rows stood in any order unrelated to the column: 1 + (n - 1)(1 - Σ p²). */
  expected: number;
}

function runsOf(table: Table, name: string): Runs | null {
  const column = table.columns.get(name);
  // Beyond 2^53 neighbouring whole numbers are read as one: no order can be seen in them.
  if (!column || (column.kind === "number" && column.numbers.some((v) => Math.abs(v) > Number.MAX_SAFE_INTEGER)))
    return null;
  const counts = new Map<string, number>();
  let runs = 0;
  let before: string | null | undefined;
  for (let r = 0; r < table.rows; r++) {
    const v = asText(column, r);
    if (v !== before) runs++;
    before = v;
    counts.set(v ?? "", (counts.get(v ?? "") ?? 0) + 1);
    // Columns of many values are not judged: left as soon as that is known.
    if (counts.size > 200) return null;
  }
  const same = [...counts.values()].reduce((s, n) => s + (n / table.rows) ** 2, 0);
  return { column: name, runs, expected: 1 + (table.rows - 1) * (1 - same) };
}

function measureTable(subject: string, table: Table, ignored: Set<string>): Measurement {
  const all = [...table.columns.keys()]
    .filter((name) => !ignored.has(name))
    .flatMap((name) => runsOf(table, name) ?? [])
    .filter((r) => r.expected >= 20);
  if (all.length === 0)
    return {
      subject,
      value: null,
      n: table.rows,
      detections: [],
      insufficient: `${table.path} has no column whose order could be judged.`,
    };
  const ratios = all.map((r) => r.runs / r.expected);
  const middle = quantile(
    ratios.toSorted((a, b) => a - b),
    0.5,
  );
  const worst = all.toSorted((a, b) => a.runs / a.expected - b.runs / b.expected);
  // Where most columns come in blocks the file was sorted as a whole: then its rows are intact.
  const sorted = middle > 0.5 ? worst.filter((r) => r.runs / r.expected < 0.1) : [];
  const detections: Detection[] = sorted.map((r) => ({
    code: "dq.row_order",
    where: r.column,
    text: `${r.column} in ${table.path} changes its value ${r.runs - 1} times in ${table.rows} rows, where about ${Math.round(r.expected)} runs are to be expected and other columns show them: its values may belong to other rows.`,
  }));
  const details: Record<string, Json> = {
    column: worst[0]?.column ?? null,
    runs: Object.fromEntries(all.map((r) => [r.column, r.runs])),
    expected: Object.fromEntries(all.map((r) => [r.column, r.expected])),
  };
  return { subject, value: sorted.length, n: table.rows, detections, details };
}

/** Columns that are sorted while the others are not, so that each row carries somebody else's value. Value: number of such columns. */
export const rowOrder = defineCheck({
  id: "dq.row_order",
  version: "1.1.0",
  title: "Columns in step with their rows",
  measures:
    "Columns that are sorted while the others are not, so that each row carries somebody else's value. Value: number of such columns.",
  category: "data",
  reads: ["test", "train"],
  applies: () => true,
  params: noParams,
  async run(ctx) {
    const { id, target } = ctx.submission.data.test;
    const ignored = new Set([target, ...(id === undefined ? [] : [id])]);
    const train = await trainTable(ctx);
    const measurements = [measureTable("test", await testTable(ctx), ignored)];
    if (train) measurements.push(measureTable("train", train, ignored));
    return { status: "measured", assurance: "recomputed", measurements };
  },
});
