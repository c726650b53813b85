import { CheckFault, type CheckContext } from "../check.ts";
import { asText, need, type Column, type Table } from "../data/table.ts";
import { trainTable, testTable } from "../data/tables.ts";
import { classLabels } from "../model/classes.ts";

/** A yes/no question about the target: the rows that have an answer, and 1 where it is yes. */
export interface Question {
  label: string;
  rows: Uint32Array;
  yes: Uint8Array;
}

/**
 * The target as questions or as a number. Two classes ask one question. More ask one for each pair of classes, and beside
 * them one for each class against the rest.
 */
export type Target =
  | { kind: "classes"; questions: Question[]; each: Question[] }
  | { kind: "number"; value: (row: number) => number };

/** Pairs grow with the square: of more classes only the most frequent are paired. */
const paired = 40;

function rowsByLabel(column: Column, n: number): Map<string, number[]> {
  const at = new Map<string, number[]>();
  for (let r = 0; r < n; r++) {
    const label = asText(column, r);
    if (label === null) continue;
    const rows = at.get(label);
    if (rows) rows.push(r);
    else at.set(label, [r]);
  }
  return at;
}

function question(label: string, yes: readonly number[], no: readonly number[]): Question {
  const rows = Uint32Array.from([...yes, ...no]);
  return { label, rows, yes: Uint8Array.from(rows, (_, i) => (i < yes.length ? 1 : 0)) };
}

function targetOf(ctx: CheckContext, table: Table, labels: readonly string[]): Target {
  const column = need(table, ctx.submission.data.test.target);
  if (ctx.submission.task === "regression") {
    if (column.kind === "text")
      throw new CheckFault(`The target ${column.name} holds text; a regression needs numbers.`);
    return { kind: "number", value: (row) => column.numbers[row] ?? Number.NaN };
  }
  const at = rowsByLabel(column, table.rows);
  const of = (label: string | undefined): number[] => at.get(label ?? "") ?? [];
  const [first, second] = labels;
  if (labels.length === 2 && second !== undefined)
    return { kind: "classes", questions: [question(second, of(second), of(first))], each: [] };
  const pairs = labels.slice(0, paired).flatMap((a, i) => labels.slice(0, i).map((b) => question(a, of(a), of(b))));
  const each = labels.slice(0, paired).map((a) => question(a, of(a), labels.filter((b) => b !== a).flatMap(of)));
  return { kind: "classes", questions: pairs, each };
}

/** Test and training tables with their targets. */
export async function tablesWithTarget(
  ctx: CheckContext,
): Promise<{ test: Table; testTarget: Target; train: Table | null; trainTarget: Target | null }> {
  const test = await testTable(ctx);
  const train = await trainTable(ctx);
  const { target } = ctx.submission.data.test;
  const usable = train?.columns.has(target) ? train : null;
  const known = ctx.submission.task === "regression" ? [] : await classLabels(ctx);
  const counts = known.length > paired ? rowsByLabel(need(test, target), test.rows) : null;
  const labels = counts ? known.toSorted((a, b) => (counts.get(b)?.length ?? 0) - (counts.get(a)?.length ?? 0)) : known;
  return {
    test,
    testTarget: targetOf(ctx, test, labels),
    train: usable,
    trainTarget: usable ? targetOf(ctx, usable, labels) : null,
  };
}
