import { identifier } from "../data/database.ts";
import type { ColumnType } from "../data/table.ts";

/** SQL of a column's value for comparing rows across files: numbers as DOUBLE, NaN as missing, the rest as text. */
export function comparable(column: ColumnType, other?: ColumnType): string {
  const q = identifier(column.name);
  const numbers = column.kind !== "text" && (other === undefined || other.kind !== "text");
  if (!numbers) return `CAST(${q} AS VARCHAR)`;
  const d = `CAST(${q} AS DOUBLE)`;
  return `CASE WHEN isnan(${d}) THEN NULL ELSE ${d} END`;
}

/** A select list that names the compared columns k0, k1, …. */
export const keyList = (columns: readonly string[]): string => columns.map((sql, i) => `${sql} AS k${i}`).join(", ");

/** Rows are equal where every key is, missing values included. */
export const keysEqual = (a: string, b: string, n: number): string => Array.from({ length: n }, (_, i) => `${a}.k${i} IS NOT DISTINCT FROM ${b}.k${i}`).join(" AND ");
