import { CheckFault, type CheckContext } from "../check.ts";
import type { EvaluatedRows } from "../model/rows.ts";

/** Positions in both row lists that stand for the same rows of the test table. */
export function commonRows(a: EvaluatedRows, b: EvaluatedRows): { first: Uint32Array; second: Uint32Array } {
  const at = new Map(Array.from(b.at, (row, i) => [row, i]));
  const first = Uint32Array.from(a.at.keys()).filter((i) => at.has(a.at[i] ?? -1));
  return { first, second: first.map((i) => at.get(a.at[i] ?? -1) ?? 0) };
}

/** A fault of the champion is not the challenger's: the message says whose it is. */
export async function ofChampion<T>(ctx: CheckContext & { label: string }, make: () => Promise<T>): Promise<T> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof CheckFault)
      throw new CheckFault(`Of the version in production (${ctx.label}): ${error.message}`);
    throw error;
  }
}
