import { sql } from "drizzle-orm";
import type { Reader } from "./read.ts";

export interface TrailRow {
  idx: number | null;
  eventId: string;
  at: string;
  core: Uint8Array;
}

export interface TrailFilter {
  /** Only indexes below this one. */
  before?: number | undefined;
  limit: number;
  streams?: string[] | undefined;
  act?: string | undefined;
  /** Only the event with this index. */
  index?: number | undefined;
  /** Only acts for which this person is answerable. */
  person?: string | undefined;
  /** Days in UTC as `2026-11-27`, both included. */
  from?: string | undefined;
  until?: string | undefined;
  /** Only events of these workspaces, and of the instance itself: all of those (null), or this person's own. Absent: everything. */
  sight?: { workspaces: string[]; instanceOf: string | null };
}

/** Recorded events, newest first; those not yet integrated have no index and come first. */
export async function trail(reader: Reader, filter: TrailFilter): Promise<TrailRow[]> {
  const streams = filter.streams ? sql`and e.stream in ${filter.streams.length > 0 ? filter.streams : [""]}` : sql``;
  const before = filter.before === undefined ? sql`` : sql`and l.idx < ${filter.before}`;
  const act = filter.act
    ? sql`and convert_from(e.core, 'UTF8')::jsonb ->> 'act' like ${`${filter.act.replaceAll("%", "")}%`}`
    : sql``;
  const index = filter.index === undefined ? sql`` : sql`and l.idx = ${filter.index}`;
  const person = filter.person
    ? sql`and convert_from(e.core, 'UTF8')::jsonb -> 'actor' ->> 'person' = ${filter.person}`
    : sql``;
  const from = filter.from ? sql`and e.at >= ${filter.from}::date at time zone 'UTC'` : sql``;
  const until = filter.until ? sql`and e.at < (${filter.until}::date + 1) at time zone 'UTC'` : sql``;
  const found = await reader.db.execute<{ idx: string | null; event_id: string; at: string; core: Buffer }>(sql`
    select l.idx, e.event_id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, e.core
    from audit.event e left join audit.leaf l on l.event_id = e.event_id
    where true ${streams} ${before} ${index} ${act} ${person} ${from} ${until} ${sighted(filter.sight)} order by l.idx desc nulls first, e.id desc limit ${filter.limit}`);
  return found.rows.map((row) => ({
    idx: row.idx === null ? null : Number(row.idx),
    eventId: row.event_id,
    at: row.at,
    core: row.core,
  }));
}

function sighted(sight: TrailFilter["sight"]) {
  if (!sight) return sql``;
  const core = sql`convert_from(e.core, 'UTF8')::jsonb`;
  const own = sight.instanceOf === null ? sql`true` : sql`${core} -> 'actor' ->> 'person' = ${sight.instanceOf}`;
  return sql`and (${core} ->> 'ws' = any (${sql.param(sight.workspaces)}::text[]) or (${core} ->> 'ws' is null and ${own}))`;
}

/** Number of leaves and the newest checkpoint. */
export async function logHead(reader: Reader): Promise<{
  size: number;
  checkpoint: { size: number; note: string; signedAt: string } | null;
  origin: string | null;
}> {
  const tree = await reader.db.execute<{ size: string; origin: string }>(sql`select size, origin from audit.tree`);
  const head = await reader.db.execute<{ size: string; note: string; at: string }>(sql`
    select size, note, to_char(signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at from audit.checkpoint order by size desc limit 1`);
  const checkpoint = head.rows[0];
  return {
    size: Number(tree.rows[0]?.size ?? 0),
    origin: tree.rows[0]?.origin ?? null,
    checkpoint: checkpoint ? { size: Number(checkpoint.size), note: checkpoint.note, signedAt: checkpoint.at } : null,
  };
}

/** Indexes in the log of events that have been integrated. */
export async function indexOfEvents(reader: Reader, eventIds: string[]): Promise<Map<string, number>> {
  if (eventIds.length === 0) return new Map();
  const found = await reader.db.execute<{ event_id: string; idx: string }>(
    sql`select event_id, idx from audit.leaf where event_id in ${eventIds}`,
  );
  return new Map(found.rows.map((row) => [row.event_id, Number(row.idx)]));
}
