import { CheckFault, type CheckContext } from "../check.ts";
import { asText, need, type Table } from "../data/table.ts";
import { trainTable, testTable } from "../data/tables.ts";
import { classLabels } from "../model/classes.ts";

/** The target as one or several yes/no questions (a class against the rest), or as a number. */
export type Target = { kind: "classes"; questions: { label: string; is: (row: number) => boolean | null }[] } | { kind: "number"; value: (row: number) => number };

async function targetOf(ctx: CheckContext, table: Table): Promise<Target> {
  const column = need(table, ctx.submission.data.test.target);
  if (ctx.submission.task === "regression") {
    if (column.kind === "text") throw new CheckFault(`The target ${column.name} holds text; a regression needs numbers.`);
    return { kind: "number", value: (row) => column.numbers[row] ?? Number.NaN };
  }
  const labels = await classLabels(ctx);
  // Two classes ask one question: its answer for the other class is the mirror image.
  const asked = labels.length === 2 ? labels.slice(1) : labels;
  return { kind: "classes", questions: asked.map((label) => ({ label, is: (row) => (asText(column, row) === null ? null : asText(column, row) === label) })) };
}

/** Test and training tables with their targets. */
export async function tablesWithTarget(ctx: CheckContext): Promise<{ test: Table; testTarget: Target; train: Table | null; trainTarget: Target | null }> {
  const test = await testTable(ctx);
  const train = await trainTable(ctx);
  const usable = train?.columns.has(ctx.submission.data.test.target) ? train : null;
  return { test, testTarget: await targetOf(ctx, test), train: usable, trainTarget: usable ? await targetOf(ctx, usable) : null };
}
