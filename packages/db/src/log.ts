import { sql } from "drizzle-orm";
import type { Reader } from "./read.ts";

/** Leaves of the given streams below a tree size, in index order. */
export async function leavesOf(
  reader: Reader,
  streams: readonly string[],
  size: number,
): Promise<{ idx: number; bytes: Uint8Array }[]> {
  if (streams.length === 0) return [];
  const found = await reader.db.execute<{ idx: string; bytes: Buffer }>(sql`
    select l.idx, l.bytes from audit.event e join audit.leaf l on l.event_id = e.event_id
    where e.stream in ${[...streams]} and l.idx < ${size} order by l.idx`);
  return found.rows.map((row) => ({ idx: Number(row.idx), bytes: new Uint8Array(row.bytes) }));
}

/** All leaves in index order, from one index on. */
export async function leavesFrom(
  reader: Reader,
  from: number,
  limit: number,
): Promise<{ idx: number; bytes: Uint8Array }[]> {
  const found = await reader.db.execute<{ idx: string; bytes: Buffer }>(
    sql`select idx, bytes from audit.leaf where idx >= ${from} order by idx limit ${limit}`,
  );
  return found.rows.map((row) => ({ idx: Number(row.idx), bytes: new Uint8Array(row.bytes) }));
}

/** The leaves at some indexes, by index. */
export async function leavesAt(reader: Reader, indexes: readonly number[]): Promise<Map<number, Uint8Array>> {
  const found = await reader.db.execute<{ idx: string; bytes: Buffer }>(
    sql`select idx, bytes from audit.leaf where idx = any (${sql.param([...indexes])}::bigint[])`,
  );
  return new Map(found.rows.map((row) => [Number(row.idx), new Uint8Array(row.bytes)]));
}

/** Every hash tile that a tree of some size uses, at its present width. */
export async function tiles(reader: Reader): Promise<Map<string, Uint8Array>> {
  const found = await reader.db.execute<{ level: number; n: string; hashes: Buffer }>(
    sql`select level, n, hashes from audit.tile`,
  );
  return new Map(found.rows.map((row) => [`${row.level}/${row.n}`, new Uint8Array(row.hashes)]));
}

/** The smallest checkpoint whose tree holds `size` leaves or more, or null. */
export async function checkpointFrom(reader: Reader, size: number): Promise<{ size: number; note: string } | null> {
  const found = await reader.db.execute<{ size: string; note: string }>(
    sql`select size, note from audit.checkpoint where size >= ${size} order by size limit 1`,
  );
  const row = found.rows[0];
  return row ? { size: Number(row.size), note: row.note } : null;
}

/** The newest checkpoint, or null. */
export async function newestCheckpoint(reader: Reader): Promise<{ size: number; note: string } | null> {
  const found = await reader.db.execute<{ size: string; note: string }>(
    sql`select size, note from audit.checkpoint order by size desc limit 1`,
  );
  const row = found.rows[0];
  return row ? { size: Number(row.size), note: row.note } : null;
}

/** The leaf of an event, once integrated. */
export async function leafOfEvent(
  reader: Reader,
  stream: string,
  sver: number,
): Promise<{ idx: number; bytes: Uint8Array } | null> {
  const found = await reader.db.execute<{ idx: string; bytes: Buffer }>(sql`
    select l.idx, l.bytes from audit.event e join audit.leaf l on l.event_id = e.event_id where e.stream = ${stream} and e.sver = ${sver}`);
  const row = found.rows[0];
  return row ? { idx: Number(row.idx), bytes: new Uint8Array(row.bytes) } : null;
}

/** A leaf as a verifier of the whole log needs it: with its hash in the tree, and of what workspace and person it is. */
export interface LogRow {
  idx: number;
  bytes: Uint8Array;
  /** Of the hash tile it stands in; null where that is missing. */
  hash: Uint8Array | null;
  stream: string;
  ws: string | null;
  person: string | null;
}

/** Leaves in index order, `from` included and `to` not. */
export async function logRows(reader: Reader, from: number, to: number): Promise<LogRow[]> {
  const found = await reader.db.execute<{
    idx: string;
    bytes: Buffer;
    hash: Buffer | null;
    stream: string;
    ws: string | null;
    person: string | null;
  }>(sql`
    select l.idx, l.bytes, substring(t.hashes from (l.idx % 256)::integer * 32 + 1 for 32) as hash, e.stream, e.ws, e.person
    from audit.leaf l join audit.event e on e.event_id = l.event_id left join audit.tile t on t.level = 0 and t.n = l.idx / 256
    where l.idx >= ${from} and l.idx < ${to} order by l.idx`);
  return found.rows.map((row) => ({
    ...row,
    idx: Number(row.idx),
    bytes: new Uint8Array(row.bytes),
    hash: row.hash && new Uint8Array(row.hash),
  }));
}

/** Checkpoints up to a size, at most so many and evenly spread, with the newest: smallest first. */
export async function checkpointsTo(reader: Reader, size: number, most: number): Promise<string[]> {
  const found = await reader.db.execute<{ note: string }>(sql`
    select note from (
      select note, size, row_number() over (order by size desc) - 1 as back, count(*) over () as n
      from audit.checkpoint where size <= ${size}) c
    where back % greatest(1, ceil(n::numeric / ${most})::bigint) = 0 order by size`);
  return found.rows.map(({ note }) => note);
}
