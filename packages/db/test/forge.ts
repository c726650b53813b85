import { randomBytes } from "node:crypto";
import { leafBytes } from "@countersign/canonical";
import {
  type Act,
  acts,
  encodeCore,
  type EventCore,
  type RowImage,
  type Row,
  streamOf,
  type StrictJson,
  type TableName,
} from "@countersign/record";
import type pg from "pg";

export const fakeId = (prefix: string): string => `${prefix}_${randomBytes(16).toString("hex")}`;
export const now = (days = 0): string => new Date(Date.now() + days * 86_400_000).toISOString();

/**
 * Raw SQL under one database role, with what somebody needs who holds that role's password and knows our formats:
 * rows, and events with correct bytes, stream, `sver` and row images.
 */
export class Forger {
  readonly #client: pg.PoolClient;
  readonly #by: string;

  constructor(client: pg.PoolClient, by: string) {
    this.#client = client;
    this.#by = by;
  }

  query(text: string, values: unknown[] = []): Promise<pg.QueryResult<Record<string, StrictJson>>> {
    return this.#client.query(text, values);
  }

  /** Inserts the row and answers its image, as a trigger sees it. */
  async insert<T extends TableName>(t: T, row: Row<T>): Promise<RowImage> {
    const done = await this.query(
      `insert into gov.${t} select * from jsonb_populate_record(null::gov.${t}, $1) returning to_jsonb(${t}) as row`,
      [JSON.stringify(row)],
    );
    return { t, row: done.rows[0]?.["row"] as RowImage["row"] };
  }

  async update<T extends TableName>(t: T, id: string, set: Partial<Row<T>>): Promise<RowImage> {
    const columns = Object.keys(set)
      .map((column) => `${column} = n.${column}`)
      .join(", ");
    const done = await this.query(
      `update gov.${t} x set ${columns} from jsonb_populate_record(null::gov.${t}, $2) n where x.id = $1 returning to_jsonb(x) as row`,
      [id, JSON.stringify(set)],
    );
    if (done.rowCount !== 1) throw new Error(`${t} ${id} is not there`);
    return { t, row: done.rows[0]?.["row"] as RowImage["row"] };
  }

  /** A well-formed event that claims these rows; `change` makes it ill-formed on purpose. */
  async record(images: RowImage | RowImage[], change: Partial<EventCore> = {}): Promise<void> {
    const rows = Array.isArray(images) ? images : [images];
    const first = rows[0];
    const act = change.act ?? actFor(rows.map((image) => image.t));
    const stream =
      change.stream ?? (first ? streamOf(first.t, first.row as unknown as Row<TableName>) : "trail:forged");
    const core: EventCore = {
      v: 1,
      act,
      id: fakeId("evt"),
      stream,
      sver: (await this.#head(stream)) + 1,
      ws: "wsp_default",
      claimed_at: now(),
      origin: "live",
      cause: fakeId("req"),
      actor: { kind: "user", id: this.#by, person: this.#by, roles: [] },
      data: Object.fromEntries(acts[act].keeps.map((key) => [key, null])),
      rows,
      pii: [],
      ...change,
    };
    const bytes = Object.keys(change).length === 0 ? encodeCore(core) : leafBytes(core as unknown as StrictJson);
    await this.query("select audit.append(array[$1::bytea])", [Buffer.from(bytes)]);
  }

  async #head(stream: string): Promise<number> {
    const found = await this.query("select sver from audit.stream where stream = $1", [stream]);
    return Number(found.rows[0]?.["sver"] ?? 0);
  }
}

/** An act of the vocabulary that may change these tables, the first of them before all. */
function actFor(wanted: TableName[]): Act {
  const fitting = (Object.keys(acts) as Act[]).filter((name) =>
    wanted.every((t) => (acts[name].writes as readonly string[]).includes(t)),
  );
  return fitting.find((name) => acts[name].writes[0] === wanted[0]) ?? fitting[0] ?? "trail.read";
}

/** One transaction under a pool; what it threw, or null where it was committed. */
export async function transaction(
  pool: pg.Pool,
  by: string,
  work: (forger: Forger) => Promise<unknown>,
): Promise<unknown> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await work(new Forger(client, by));
    await client.query("commit");
    return null;
  } catch (error) {
    await client.query("rollback");
    return error;
  } finally {
    await client.query("discard all");
    client.release();
  }
}

/** What refused: the guard's or constraint's own name, or the server's sentence about a missing privilege. */
export function guardOf(error: unknown): string {
  if (error === null) return "nothing";
  const fault = error as { constraint?: string; code?: string; message: string };
  return fault.constraint ?? fault.message.replace(/ "?test_[0-9a-f]+"?/, "");
}

/** Every row of every table, as one digest each: equal before and after means that nothing has changed. */
export async function everything(admin: pg.Pool): Promise<Record<string, string>> {
  const tables = await admin.query<{ name: string }>(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('gov', 'audit', 'ops', 'countersign') order by 1",
  );
  const parts = tables.rows.map(
    ({ name }) =>
      `select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest from ${name} t`,
  );
  const found = await admin.query<{ name: string; digest: string }>(parts.join(" union all "));
  return Object.fromEntries(found.rows.map(({ name, digest }) => [name, digest]));
}
