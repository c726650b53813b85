import type { EventCore } from "@countersign/record";
import { sql } from "drizzle-orm";
import type { Reader } from "./read.ts";
import type { TrailRow } from "./trail.ts";

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

/** Committed events as the outbox holds them, oldest first: by their places in it, or by their own ids. */
export async function storedEvents(
  reader: Reader,
  which: { ids: readonly number[] } | { eventIds: readonly string[] },
): Promise<TrailRow[]> {
  const chosen =
    "ids" in which
      ? sql`id = any (${sql.param(which.ids)}::bigint[])`
      : sql`event_id = any (${sql.param(which.eventIds)}::text[])`;
  const found = await reader.db.execute<{ event_id: string; at: string; core: Buffer }>(sql`
    select event_id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, core
    from audit.event where ${chosen} order by id`);
  return found.rows.map(({ event_id, at, core }) => ({
    idx: null,
    eventId: event_id,
    at,
    core: JSON.parse(core.toString("utf8")) as EventCore,
  }));
}

/** Where the trail ends: the newest event's id in the outbox, and how many entries the newest checkpoint signs. */
export async function trailEnd(reader: Reader): Promise<{ lastEvent: number; signed: number }> {
  const found = await reader.db.execute<{ last: string | null; signed: string | null }>(
    sql`select (select max(id) from audit.event) as last, (select max(size) from audit.checkpoint) as signed`,
  );
  return { lastEvent: Number(found.rows[0]?.last ?? 0), signed: Number(found.rows[0]?.signed ?? 0) };
}
