import { sql } from "drizzle-orm";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import { and, eq } from "drizzle-orm";
import type { AnyPgColumn, AnyPgTable } from "drizzle-orm/pg-core";
import type { Row, RowImage, StrictJson, TableName } from "@countersign/record";
import type { Database } from "./connect.ts";
import { schema } from "./schema.ts";

declare const brand: unique symbol;

/**
 * A transaction that may change governed rows. Made only by `writeTransaction`, which only the
 * kernel of `usecases` may import (wall 4). Every change leaves its after-image in `changed`,
 * from where the kernel takes it into an event; a change that is in no event fails the commit.
 */
export interface WriteTx {
  readonly [brand]: true;
  readonly db: Pick<NodePgDatabase, "select" | "execute" | "insert" | "update">;
  readonly changed: RowImage[];
}

/** Runs `work` in one READ COMMITTED transaction; an exception rolls it back. */
export async function writeTransaction<T>(database: Database, work: (tx: WriteTx) => Promise<T>): Promise<T> {
  return database.db.transaction(async (db) => work({ db, changed: [] } as unknown as WriteTx));
}

/** Inserts governed rows of one table, in order. */
export async function insertRows<T extends TableName>(tx: WriteTx, table: T, values: Row<T>[]): Promise<void> {
  if (values.length === 0) return;
  const into = schema[table] as unknown as AnyPgTable;
  const inserted = await tx.db
    .insert(into)
    .values(values as never[])
    .returning();
  for (const row of inserted) tx.changed.push({ t: table, row: row as RowImage["row"] });
}

export async function insertRow<T extends TableName>(tx: WriteTx, table: T, value: Row<T>): Promise<Row<T>> {
  await insertRows(tx, table, [value]);
  return value;
}

/**
 * Compare-and-set: changes one row if its columns still equal `expected`.
 * Returns the new row, or null when somebody moved first.
 */
export async function updateRow<T extends TableName>(
  tx: WriteTx,
  table: T,
  id: string,
  set: Partial<Row<T>>,
  expected: Partial<Row<T>> = {},
): Promise<Row<T> | null> {
  const target = schema[table] as unknown as AnyPgTable & Record<string, AnyPgColumn>;
  const conditions = Object.entries({ id, ...expected }).map(([name, value]) => {
    const column = target[name];
    if (!column) throw new Error(`no column ${name}`);
    return value === null ? sql`${column} is null` : eq(column, value);
  });
  const updated = await tx.db
    .update(target)
    .set(set as never)
    .where(and(...conditions))
    .returning();
  const row = (updated as unknown as RowImage["row"][])[0];
  if (!row) return null;
  tx.changed.push({ t: table, row });
  return row as unknown as Row<T>;
}

/** Locks the heads of streams that exist until commit. Sorted, so that lockers never cross. */
export async function lockStreams(tx: WriteTx, streams: readonly string[]): Promise<void> {
  if (streams.length === 0) return;
  await tx.db.execute(sql`select from audit.lock(${sql.param([...new Set(streams)])}::text[])`);
}

/** Holds a name together with others until commit; whoever wants it alone waits. Names, not rows: what they stand for may not exist. */
export async function holdShared(tx: WriteTx, name: string): Promise<void> {
  await tx.db.execute(sql`select pg_advisory_xact_lock_shared(hashtextextended(${name}, 0))`);
}

/** Holds a name alone until commit, after everybody who holds it has ended. */
export async function holdAlone(tx: WriteTx, name: string): Promise<void> {
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}

/** Appends events to the outbox, in order; each gets the next place of its stream, whose head is locked from here to the commit. */
export async function appendEvents(
  tx: WriteTx,
  events: readonly { bytes: Uint8Array; place: number }[],
): Promise<void> {
  if (events.length === 0) return;
  const cores = sql.join(
    events.map(({ bytes }) => sql`${Buffer.from(bytes)}::bytea`),
    sql`, `,
  );
  await tx.db.execute(
    sql`select audit.append(array[${cores}], ${sql.param(events.map(({ place }) => place))}::integer[])`,
  );
}

export async function putDisclosure(tx: WriteTx, digest: string, encoded: string): Promise<void> {
  await tx.db.execute(
    sql`insert into audit.disclosure (digest, encoded) values (${digest}, ${encoded}) on conflict do nothing`,
  );
}

/** Stores a document by its digest; the database checks that the digest is that of the bytes. */
export async function putBlob(tx: WriteTx, sha256: string, bytes: Uint8Array): Promise<void> {
  await tx.db.execute(
    sql`insert into audit.blob (sha256, bytes) values (${sha256}, ${Buffer.from(bytes)}) on conflict do nothing`,
  );
}

/** Enqueues a job in this transaction. `key` makes a repeat replace the waiting one. */
export async function enqueue(
  tx: WriteTx,
  task: string,
  payload: { [key: string]: StrictJson },
  key: string | null,
): Promise<void> {
  await tx.db.execute(sql`select ops.enqueue(${task}, ${JSON.stringify(payload)}::json, ${key})`);
}
