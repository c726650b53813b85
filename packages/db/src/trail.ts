import { type SQL, sql } from "drizzle-orm";
import type { EventCore, Leaf } from "@countersign/record";
import type { Reader } from "./read.ts";

export interface TrailRow {
  idx: number | null;
  eventId: string;
  at: string;
  /** What the application stated: of an integrated event as its leaf has it, so that what is shown is what is verified. */
  core: EventCore;
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
  const narrowed = narrowedBy(filter);
  const columns = sql`e.event_id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`;
  const waiting =
    filter.before === undefined && filter.index === undefined
      ? sql`(select null::bigint as idx, e.id, ${columns}, e.core as bytes from audit.pending p join audit.event e on e.id = p.id
             where true ${narrowed} order by e.id desc limit ${filter.limit}) union all`
      : sql``;
  const before = filter.before === undefined ? sql`` : sql`and l.idx < ${filter.before}`;
  const index = filter.index === undefined ? sql`` : sql`and l.idx = ${filter.index}`;
  const found = await reader.db.execute<{ idx: string | null; event_id: string; at: string; bytes: Buffer }>(sql`
    select * from (${waiting}
      (select l.idx, e.id, ${columns}, l.bytes from audit.leaf l join audit.event e on e.event_id = l.event_id
       where true ${before} ${index} ${narrowed} order by l.idx desc limit ${filter.limit})) both_parts
    order by idx desc nulls first, id desc limit ${filter.limit}`);
  return found.rows.map((row) => {
    const stated = JSON.parse(row.bytes.toString("utf8")) as EventCore | Leaf;
    return {
      idx: row.idx === null ? null : Number(row.idx),
      eventId: row.event_id,
      at: row.at,
      core: "core" in stated ? stated.core : stated,
    };
  });
}

/** How many integrated events a filter meets, however many it would give. */
export async function trailCount(
  reader: Reader,
  { before, ...filter }: Omit<TrailFilter, "limit" | "index"> & { before: number },
): Promise<number> {
  const found = await reader.db.execute<{ n: string }>(sql`
    select count(*) as n from audit.leaf l join audit.event e on e.event_id = l.event_id
    where l.idx < ${before} ${narrowedBy(filter)}`);
  return Number(found.rows[0]?.n ?? 0);
}

function narrowedBy({ streams, act, person, from, until, sight }: Omit<TrailFilter, "limit">): SQL {
  const parts = [
    streams && sql`e.stream = any (${sql.param(streams)}::text[])`,
    act && sql`e.act like ${`${act.replaceAll("_", "\\_").replaceAll("%", "")}%`}`,
    person && sql`e.person = ${person}`,
    from && sql`e.at >= ${from}::date at time zone 'UTC'`,
    until && sql`e.at < (${until}::date + 1) at time zone 'UTC'`,
    sight && sighted(sight),
  ].filter((part) => part !== undefined && part !== "");
  return sql.join(
    parts.map((part) => sql` and ${part}`),
    sql``,
  );
}

function sighted({ workspaces, instanceOf }: NonNullable<TrailFilter["sight"]>): SQL {
  const own = instanceOf === null ? sql`true` : sql`e.person = ${instanceOf}`;
  return sql`(e.ws = any (${sql.param(workspaces)}::text[]) or (e.ws is null and ${own}))`;
}

/** The streams of models: their own, and those of their versions (or of one), reviews, approvals and exports. */
export async function streamsOfModels(reader: Reader, modelIds: string[], versionId?: string): Promise<string[]> {
  if (modelIds.length === 0) return [];
  const models = sql`any (${sql.param(modelIds)}::text[])`;
  const found = await reader.db.execute<{ stream: string }>(sql`
    with v as (select id from gov.version where model_id = ${models} ${versionId === undefined ? sql`` : sql`and id = ${versionId}`})
    select 'version:' || id as stream from v
    union all select 'review:' || r.id from gov.review r join v on v.id = r.version_id
    union all select 'approval:' || a.id from gov.approval a join v on v.id = a.version_id
    union all select 'export:' || x.id from gov.evidence_export x join v on v.id = x.version_id
    ${versionId === undefined ? sql`union all select 'model:' || id from gov.model where id = ${models}` : sql``}`);
  return found.rows.map(({ stream }) => stream);
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
