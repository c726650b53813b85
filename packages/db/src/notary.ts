import pg from "pg";
import { schemaProblem } from "./require-schema.ts";

/**
 * What the notary asks of the database, under `countersign_notary`: one connection, which also holds the
 * lead. When it breaks, the lead is gone with it and nothing half-done remains.
 */
export class NotaryDatabase {
  readonly #client: pg.Client;

  private constructor(client: pg.Client) {
    this.#client = client;
  }

  /** Connects; rejects within 5 s where no server answers. `onLost` is called once when the connection breaks. */
  static async open(url: string, onLost: () => void): Promise<NotaryDatabase> {
    const client = new pg.Client({
      connectionString: url,
      application_name: "countersign-notary",
      connectionTimeoutMillis: 5_000,
      query_timeout: 60_000,
      keepAlive: true,
    });
    client.on("error", onLost);
    client.on("end", onLost);
    await client.connect();
    return new NotaryDatabase(client);
  }

  async close(): Promise<void> {
    await this.#client.end();
  }

  /** Why this program cannot use the database's schema, in a sentence, or null. */
  schemaProblem(): Promise<string | null> {
    return schemaProblem(this.#client);
  }

  /** Takes the lead for as long as this connection lives; false when another notary has it. */
  async lead(): Promise<boolean> {
    const found = await this.#client.query<{ led: boolean }>("select pg_try_advisory_lock(4127, 2) as led");
    return found.rows[0]?.led === true;
  }

  /** Makes the tree's one row where none stands yet. */
  async plant(first: TreeRow): Promise<void> {
    await this.#client.query("insert into audit.tree (origin, size, root) values ($1, $2, $3) on conflict do nothing", [
      first.origin,
      first.size,
      first.root,
    ]);
  }

  /** The tree as committed, the newest checkpoint beside it, and whether events wait in the outbox. */
  async head(): Promise<LogHead> {
    const found = await this.#client.query<{
      origin: string;
      size: string;
      root: Buffer;
      note: string | null;
      waiting: boolean;
    }>(
      `select origin, size, root, exists (select 1 from audit.pending) as waiting,
              (select note from audit.checkpoint c order by c.size desc limit 1) as note from audit.tree`,
    );
    const row = found.rows[0];
    if (!row) throw new Error("the tree has no row");
    return {
      origin: row.origin,
      size: Number(row.size),
      root: new Uint8Array(row.root),
      note: row.note,
      waiting: row.waiting,
    };
  }

  /** Runs `work` in one transaction that holds the tree's row; a throw rolls everything back. */
  async integrate<T>(work: (tx: Integration, tree: TreeRow) => Promise<T>): Promise<T> {
    await this.#client.query("begin");
    try {
      await this.#client.query("select 1 from audit.tree for update");
      const tree = await this.head();
      const result = await work(integration(this.#client), tree);
      await this.#client.query("commit");
      return result;
    } catch (error) {
      await this.#client.query("rollback").catch(() => {});
      throw error;
    }
  }

  /** Leaf bytes from one index on, in order, below `to`. */
  async leaves(from: number, to: number, limit: number): Promise<{ idx: number; bytes: Uint8Array }[]> {
    const found = await this.#client.query<{ idx: string; bytes: Buffer }>(
      "select idx, bytes from audit.leaf where idx >= $1 and idx < $2 order by idx limit $3",
      [from, to, limit],
    );
    return found.rows.map((row) => ({ idx: Number(row.idx), bytes: new Uint8Array(row.bytes) }));
  }

  /** Publishes a checkpoint; one of the same size that stands there already stays. */
  async publish(size: number, note: string): Promise<void> {
    await this.#client.query("insert into audit.checkpoint (size, note) values ($1, $2) on conflict do nothing", [
      size,
      note,
    ]);
  }
}

export interface TreeRow {
  origin: string;
  size: number;
  root: Uint8Array;
}

export interface LogHead extends TreeRow {
  /** The newest checkpoint, or null where nothing has been signed. */
  note: string | null;
  waiting: boolean;
}

/** An event taken from the outbox: the application's core bytes and the database's own stamp of it. */
export interface PendingEvent {
  eventId: string;
  core: Uint8Array;
  /** `clock_timestamp()` at append: UTC, microseconds, `Z`. */
  at: string;
  tx: string;
  usr: string;
}

export interface TileRow {
  level: number;
  n: number;
  hashes: Uint8Array;
}

export interface Integration {
  /** Takes up to `limit` events out of the outbox, in the order they were appended. */
  take(limit: number): Promise<PendingEvent[]>;
  tiles(ids: readonly { level: number; n: number }[]): Promise<TileRow[]>;
  write(leaves: readonly LeafRow[], tiles: readonly TileRow[]): Promise<void>;
  /** Moves the tree on from `size`; throws when somebody else has. */
  advance(from: number, size: number, root: Uint8Array): Promise<void>;
}

export interface LeafRow {
  idx: number;
  eventId: string;
  bytes: Uint8Array;
  hash: Uint8Array;
}

function integration(client: pg.Client): Integration {
  return {
    async take(limit) {
      const found = await client.query<{ event_id: string; core: Buffer; at: string; tx: string; usr: string }>(
        `with taken as (
           delete from audit.pending where id in (select id from audit.pending order by id limit $1) returning id)
         select e.event_id, e.core, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, e.tx::text, e.usr::text
         from taken join audit.event e using (id) order by e.id`,
        [limit],
      );
      return found.rows.map((row) => ({
        eventId: row.event_id,
        core: new Uint8Array(row.core),
        at: row.at,
        tx: row.tx,
        usr: row.usr,
      }));
    },
    async tiles(ids) {
      const found = await client.query<{ level: number; n: string; hashes: Buffer }>(
        "select t.level, t.n, t.hashes from audit.tile t join unnest($1::smallint[], $2::bigint[]) as w (level, n) using (level, n)",
        [ids.map((id) => id.level), ids.map((id) => id.n)],
      );
      return found.rows.map((row) => ({ level: row.level, n: Number(row.n), hashes: new Uint8Array(row.hashes) }));
    },
    async write(leaves, tiles) {
      // In slices: 4096 of the largest leaves in one statement would be 128 MiB of text.
      for (let at = 0; at < leaves.length; at += 512) {
        const part = leaves.slice(at, at + 512);
        await client.query(
          "insert into audit.leaf (idx, event_id, bytes, hash) select * from unnest($1::bigint[], $2::text[], $3::bytea[], $4::bytea[])",
          [
            part.map((l) => l.idx),
            part.map((l) => l.eventId),
            part.map((l) => Buffer.from(l.bytes)),
            part.map((l) => Buffer.from(l.hash)),
          ],
        );
      }
      await client.query(
        `insert into audit.tile (level, n, hashes) select * from unnest($1::smallint[], $2::bigint[], $3::bytea[])
         on conflict (level, n) do update set hashes = excluded.hashes`,
        [tiles.map((t) => t.level), tiles.map((t) => t.n), tiles.map((t) => Buffer.from(t.hashes))],
      );
    },
    async advance(from, size, root) {
      const moved = await client.query("update audit.tree set size = $2, root = $3 where size = $1", [
        from,
        size,
        root,
      ]);
      if (moved.rowCount !== 1) throw new Error("another notary has moved the tree");
    },
  };
}
