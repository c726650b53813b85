import type { CheckContext } from "../check.ts";
import { database, identifier, readFault } from "../data/database.ts";
import { sourceOf } from "../data/source.ts";
import type { ColumnType } from "../data/table.ts";
import { modelColumns } from "../model/features.ts";

const whole = /^(U?(TINYINT|SMALLINT|INTEGER|BIGINT)|HUGEINT)$/;

/** Those of the columns that name each row: another value in every one, a whole number or a word of at most 40 characters. */
async function naming(ctx: CheckContext, columns: ColumnType[]): Promise<Set<string>> {
  const source = sourceOf(ctx, ctx.submission.data.test.path);
  const candidates = columns.filter((c) => whole.test(c.type) || c.kind === "text");
  if (candidates.length === 0) return new Set();
  const word = (q: string): string =>
    `bool_and(length(CAST(${q} AS VARCHAR)) <= 40 AND NOT regexp_matches(CAST(${q} AS VARCHAR), '\\s'))`;
  const asked = candidates.map(
    (c) =>
      `count(*) > 1 AND count(DISTINCT ${identifier(c.name)}) = count(*)${whole.test(c.type) ? "" : ` AND ${word(identifier(c.name))}`}`,
  );
  try {
    const [row = []] = (
      await (await database(ctx)).runAndReadAll(`SELECT ${asked.join(", ")} FROM ${source.sql}`)
    ).getRows();
    return new Set(candidates.filter((_, i) => row[i] === true).map((c) => c.name));
  } catch (error) {
    throw readFault(error, source.path);
  }
}

/**
 * Features that rows are compared by. Where the model does not say what it takes, an id that nobody declared may be among
 * them; it would make every copied row look new, so what only names a row is left out, as long as something else is there.
 */
export function comparedFeatures(ctx: CheckContext): Promise<ColumnType[]> {
  return ctx.suite.once("choose columns that rows are compared by", async () => {
    const { columns, named } = await modelColumns(ctx);
    if (named) return columns;
    const ids = await naming(ctx, columns);
    const rest = columns.filter((c) => !ids.has(c.name));
    return rest.length > 0 ? rest : columns;
  });
}

/** SQL of a column's value for comparing rows across files: numbers as DOUBLE, NaN as missing, the rest as text. */
export function comparable(column: ColumnType, other?: ColumnType): string {
  const q = identifier(column.name);
  // Exactly, where both sides are whole: a double cannot tell long ones apart.
  if (whole.test(column.type) && whole.test((other ?? column).type)) return `CAST(${q} AS HUGEINT)`;
  const numbers = column.kind !== "text" && (other === undefined || other.kind !== "text");
  if (!numbers) return `CAST(${q} AS VARCHAR)`;
  const d = `CAST(${q} AS DOUBLE)`;
  return `CASE WHEN isnan(${d}) THEN NULL ELSE ${d} END`;
}

/** A select list that names the compared columns k0, k1, …. */
export const keyList = (columns: readonly string[]): string => columns.map((sql, i) => `${sql} AS k${i}`).join(", ");

/** Rows are equal where every key is, missing values included. */
export const keysEqual = (a: string, b: string, n: number): string =>
  Array.from({ length: n }, (_, i) => `${a}.k${i} IS NOT DISTINCT FROM ${b}.k${i}`).join(" AND ");
