import { and, asc, desc, eq, gte, isNull, sql, type SQL } from "drizzle-orm";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import type { AnyPgColumn, AnyPgTable } from "drizzle-orm/pg-core";
import { type Row, type TableName, tableNames, tables } from "@countersign/record";
import type { Database } from "./connect.ts";
import { schema } from "./schema.ts";

/** Anything that can be read through: a pool, a transaction, a snapshot. */
export interface Reader {
  db: Pick<NodePgDatabase, "select" | "execute">;
}

export type Where<T extends TableName> = { [C in keyof Row<T>]?: Row<T>[C] | readonly Row<T>[C][] };

/** One governed row by id, or null. `lock`: for update, so that the state decided on cannot move. */
export async function row<T extends TableName>(
  reader: Reader,
  table: T,
  id: string,
  lock = false,
): Promise<Row<T> | null> {
  const found = await rows(reader, table, { id } as unknown as Where<T>, { lock });
  return found[0] ?? null;
}

/** Governed rows whose columns equal the given values (an array means any of them), in the given order. */
export async function rows<T extends TableName>(
  reader: Reader,
  table: T,
  where: Where<T>,
  options: {
    order?: keyof Row<T> & string;
    descending?: boolean;
    limit?: number;
    lock?: boolean;
    /** Columns that are to be this or more; instants compare as texts. */
    atLeast?: { [C in keyof Row<T>]?: Row<T>[C] };
  } = {},
): Promise<Row<T>[]> {
  const from = schema[table] as unknown as AnyPgTable & Record<string, AnyPgColumn>;
  const conditions: SQL[] = [];
  for (const [name, value] of Object.entries(where)) {
    const column = columnOf(from, name);
    if (value === undefined) continue;
    if (Array.isArray(value)) {
      if (value.length === 0) return [];
      // One parameter, however many values: thousands of them would each be a part of the statement.
      conditions.push(sql`${column} = any (${sql.param(value)})`);
    } else conditions.push(value === null ? isNull(column) : eq(column, value));
  }
  for (const [name, value] of Object.entries(options.atLeast ?? {})) conditions.push(gte(columnOf(from, name), value));
  const direction = options.descending ? desc : asc;
  const query = reader.db
    .select()
    .from(from)
    .where(and(...conditions))
    .orderBy(direction(columnOf(from, options.order ?? "id")))
    .$dynamic();
  if (options.limit !== undefined) query.limit(options.limit);
  // The driver names the cells and reads all kinds but one; a mapper that asks of each cell what it is takes as long again.
  const found = await reader.db.execute<Record<string, unknown>>(options.lock ? query.for("update") : query);
  const numbers = numericColumns[table] ?? [];
  if (numbers.length > 0) for (const row of found.rows) for (const name of numbers) row[name] = Number(row[name]);
  return found.rows as unknown as Row<T>[];
}

/** Columns that PostgreSQL keeps as bigint, which the driver answers as text; none of them is null. */
const numericColumns = Object.fromEntries(
  tableNames.map((name) => [
    name,
    Object.entries<string>(tables[name].columns).flatMap(([column, kind]) => (kind === "n" ? [column] : [])),
  ]),
);

function columnOf(table: Record<string, AnyPgColumn>, name: string): AnyPgColumn {
  const column = table[name];
  if (!column) throw new Error(`no column ${name}`);
  return column;
}

/** The texts behind disclosure digests: digest → encoded disclosure. Erased ones are absent. */
export async function disclosures(reader: Reader, digests: readonly string[]): Promise<Map<string, string>> {
  if (digests.length === 0) return new Map();
  const found = await reader.db.execute<{ digest: string; encoded: string }>(
    sql`select digest, encoded from audit.disclosure where digest in ${[...new Set(digests)]}`,
  );
  return new Map(found.rows.map((entry) => [entry.digest, entry.encoded]));
}

/** The bytes of a document by SHA-256, or null. */
export async function blob(reader: Reader, sha256: string): Promise<Uint8Array | null> {
  const found = await reader.db.execute<{ bytes: Buffer }>(sql`select bytes from audit.blob where sha256 = ${sha256}`);
  return found.rows[0]?.bytes ?? null;
}

/** The bytes of several documents by SHA-256, in one question; what is not stored is absent. */
export async function blobs(reader: Reader, sha256s: readonly string[]): Promise<Map<string, Uint8Array>> {
  if (sha256s.length === 0) return new Map();
  const found = await reader.db.execute<{ sha256: string; bytes: Buffer }>(
    sql`select sha256, bytes from audit.blob where sha256 = any (${sql.param([...new Set(sha256s)])}::text[])`,
  );
  return new Map(found.rows.map((entry) => [entry.sha256, entry.bytes]));
}

/** Runs reads on one snapshot (REPEATABLE READ, READ ONLY), so that what a page shows belongs together. */
export async function readSnapshot<T>(database: Database, work: (reader: Reader) => Promise<T>): Promise<T> {
  return database.db.transaction((db) => work({ db }), { isolationLevel: "repeatable read", accessMode: "read only" });
}
