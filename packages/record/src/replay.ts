import { rowText } from "./core.ts";
import type { Leaf } from "./leaf.ts";
import { type Row, type StrictJson, type TableName, tableNames } from "./tables.ts";

/** All governed rows as the log tells them: table → id → row. */
export type State = { [T in TableName]: Map<string, Row<T>> };

export interface ReplayProblem {
  idx: number;
  problem: string;
}

export const emptyState = (): State =>
  Object.fromEntries(tableNames.map((name) => [name, new Map()])) as unknown as State;

/**
 * Folds leaves, in index order, into the governed rows. Events of one stream must count 1..n;
 * a gap or a repeat is reported, and so is a row that changes its id.
 */
export function replay(
  leaves: Iterable<Leaf>,
  state: State = emptyState(),
): { state: State; problems: ReplayProblem[]; heads: Map<string, number> } {
  const heads = new Map<string, number>();
  const problems: ReplayProblem[] = [];
  for (const leaf of leaves) {
    const { core } = leaf;
    const expected = (heads.get(core.stream) ?? 0) + 1;
    if (core.sver !== expected)
      problems.push({ idx: leaf.idx, problem: `${core.stream}: event ${core.sver} where ${expected} was due` });
    heads.set(core.stream, core.sver);
    applyLeaf(state, leaf);
  }
  return { state, problems, heads };
}

/** Puts the rows of one leaf into the state. */
export function applyLeaf(state: State, leaf: Leaf): void {
  for (const image of leaf.core.rows) (state[image.t] as Map<string, unknown>).set(String(image.row["id"]), image.row);
}

/** Every difference between replayed rows and those of a database, one sentence each. */
export function differences(replayed: State, stored: { [T in TableName]: Row<T>[] }): string[] {
  const found: string[] = [];
  for (const table of tableNames) {
    const left = new Map<string, { [column: string]: StrictJson }>(replayed[table] as Map<string, never>);
    for (const row of stored[table] as unknown as { id: string; [column: string]: StrictJson }[]) {
      const image = left.get(row.id);
      if (!image) found.push(`${table} ${row.id}: in the database, not in the log`);
      else if (rowText(image) !== rowText(row)) found.push(`${table} ${row.id}: differs`);
      left.delete(row.id);
    }
    for (const id of left.keys()) found.push(`${table} ${id}: in the log, not in the database`);
  }
  return found;
}
