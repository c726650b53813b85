import { sql } from "drizzle-orm";
import type { Reader } from "./read.ts";

/** A committed event as it is told to who follows the trail: which thing it is of, not what it says. */
export interface TailRow {
  /** Its place in the outbox; ids are taken before commit, so a lower one may appear later. */
  id: number;
  stream: string;
  ws: string | null;
  person: string | null;
}

/** Events after an outbox id, oldest first. */
export async function eventsAfter(reader: Reader, after: number, limit: number): Promise<TailRow[]> {
  const found = await reader.db.execute<{ id: string; stream: string; ws: string | null; person: string | null }>(
    sql`select id, stream, ws, person from audit.event where id > ${after} order by id limit ${limit}`,
  );
  return found.rows.map((row) => ({ ...row, id: Number(row.id) }));
}

/** Where the trail ends: the newest event's id in the outbox, and how many entries the newest checkpoint signs. */
export async function trailEnd(reader: Reader): Promise<{ lastEvent: number; signed: number }> {
  const found = await reader.db.execute<{ last: string | null; signed: string | null }>(
    sql`select (select max(id) from audit.event) as last, (select max(size) from audit.checkpoint) as signed`,
  );
  return { lastEvent: Number(found.rows[0]?.last ?? 0), signed: Number(found.rows[0]?.signed ?? 0) };
}
