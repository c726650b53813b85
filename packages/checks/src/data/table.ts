import { DuckDBDoubleVector, type DuckDBConnection, type DuckDBVector } from "@duckdb/node-api";
import { CheckFault } from "../check.ts";
import { identifier, readFault } from "./database.ts";
import { dataLimits } from "./limits.ts";
import type { Source } from "./source.ts";

export type ColumnKind = "number" | "boolean" | "text";

export interface ColumnType {
  name: string;
  /** DuckDB's type, such as INTEGER, FLOAT, VARCHAR. */
  type: string;
  kind: ColumnKind;
}

/** A column's values: numbers (booleans as 0 and 1, missing as NaN) or texts (missing as null). */
export type Column = ColumnType &
  ({ kind: "number" | "boolean"; numbers: Float64Array } | { kind: "text"; texts: (string | null)[] });

export interface Table {
  path: string;
  rows: number;
  columns: Map<string, Column>;
}

const numeric = /^(U?TINYINT|U?SMALLINT|U?INTEGER|U?BIGINT|U?HUGEINT|FLOAT|DOUBLE|DECIMAL.*)$/;
const kindOf = (type: string): ColumnKind => (numeric.test(type) ? "number" : type === "BOOLEAN" ? "boolean" : "text");

/** Names and types, in file order. Throws CheckFault for an unreadable file or too many columns. */
export async function columnTypes(db: DuckDBConnection, source: Source): Promise<ColumnType[]> {
  try {
    const result = await db.runAndReadAll(`DESCRIBE SELECT * FROM ${source.sql}`);
    const rows = result
      .getRowObjects()
      .map((row) => ({ name: String(row["column_name"]), type: String(row["column_type"]) }));
    const most = dataLimits().columns;
    if (rows.length > most) throw new CheckFault(`${source.path} has ${rows.length} columns, ${most} may be read.`);
    return rows.map((row) => ({ ...row, kind: kindOf(row.type) }));
  } catch (error) {
    throw readFault(error, source.path);
  }
}

/** Number of rows. Throws CheckFault above the limit. */
export async function rowCount(db: DuckDBConnection, source: Source): Promise<number> {
  try {
    const rows = Number((await db.runAndReadAll(`SELECT count(*) FROM ${source.sql}`)).getRows()[0]?.[0]);
    const most = dataLimits().rows;
    if (!(rows <= most)) throw new CheckFault(`${source.path} has ${rows} rows, ${most} may be read.`);
    return rows;
  } catch (error) {
    throw readFault(error, source.path);
  }
}

const selected = (c: ColumnType): string =>
  c.kind === "text"
    ? `left(CAST(${identifier(c.name)} AS VARCHAR), 10000)`
    : `coalesce(CAST(${identifier(c.name)} AS DOUBLE), 'NaN'::DOUBLE)`;

const empty = (c: ColumnType, rows: number): Column =>
  c.kind === "text"
    ? { ...c, kind: "text", texts: Array.from({ length: rows }, (): string | null => null) }
    : { ...c, kind: c.kind, numbers: new Float64Array(rows) };

function fill(column: Column, vector: DuckDBVector, at: number, rows: number): void {
  if (column.kind === "text") {
    for (let r = 0; r < rows; r++) {
      const value = vector.getItem(r);
      column.texts[at + r] = value === null ? null : String(value);
    }
  } else if (vector instanceof DuckDBDoubleVector) {
    // No nulls are left in it: the query made them NaN.
    for (let r = 0; r < rows; r++) column.numbers[at + r] = vector.getItem(r) ?? Number.NaN;
  } else throw new CheckFault(`The column ${column.name} did not come back as numbers.`);
}

/** Whole numbers that a double cannot hold exactly: ids of 64 bits that differ would become one. */
const beyondDouble = /^U?(BIGINT|HUGEINT)$/;

/** Reads all columns in row order. `id`: the column that tells rows apart; long whole numbers in it are read as text. */
export async function readTable(db: DuckDBConnection, source: Source, id?: string): Promise<Table> {
  const types = (await columnTypes(db, source)).map((c) =>
    c.name === id && beyondDouble.test(c.type) ? { ...c, kind: "text" as const } : c,
  );
  const rows = await rowCount(db, source);
  const columns = types.map((c) => empty(c, rows));
  try {
    const result = await db.stream(`SELECT ${types.map(selected).join(", ")} FROM ${source.sql}`);
    let at = 0;
    for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
      columns.forEach((column, i) => {
        fill(column, chunk.getColumnVector(i), at, chunk.rowCount);
      });
      at += chunk.rowCount;
    }
    if (at !== rows) throw new CheckFault(`${source.path} says ${rows} rows and gives ${at}.`);
  } catch (error) {
    throw readFault(error, source.path);
  }
  return { path: source.path, rows, columns: new Map(columns.map((c) => [c.name, c])) };
}

/** A column that must be there. */
export function need(table: Table, name: string): Column {
  const column = table.columns.get(name);
  if (!column) {
    const there = [...table.columns.keys()];
    throw new CheckFault(
      `${table.path} has no column ${name}; it has ${there.slice(0, 20).join(", ")}${there.length > 20 ? ` and ${there.length - 20} more` : ""}.`,
    );
  }
  return column;
}

/** True where the value is null or NaN. */
export const isMissing = (column: Column, row: number): boolean =>
  column.kind === "text" ? column.texts[row] === null : Number.isNaN(column.numbers[row]);

/** A value as text, for groups and labels: whole numbers without a fraction, booleans as true and false. Null where missing. */
export function asText(column: Column, row: number): string | null {
  if (column.kind === "text") return column.texts[row] ?? null;
  const v = column.numbers[row] ?? Number.NaN;
  if (Number.isNaN(v)) return null;
  return column.kind === "boolean" ? (v === 1 ? "true" : "false") : String(v);
}
