import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

/** First key of the advisory locks by which a pool of the queue is known to be alive; the second is the hash of its name. */
const living = 4128;

/**
 * The queue leaves a job with a worker that was killed for four hours. Here each pool of the queue holds a lock of the database
 * for as long as its process lives: PostgreSQL drops it with the connection, and any other worker sees that at once.
 */
export class Liveness {
  readonly #url: string;
  readonly #names = new Set<string>();
  #client: pg.Client | null = null;
  #ended = false;

  constructor(databaseUrl: string) {
    this.#url = databaseUrl;
  }

  get names(): string[] {
    return [...this.#names];
  }

  /** Takes the lock of one pool, now and after every loss of the connection. */
  async hold(name: string): Promise<void> {
    this.#names.add(name);
    if (this.#client) await this.#client.query("select pg_advisory_lock($1, hashtext($2))", [living, name]);
  }

  /** Opens the connection that holds the locks, and opens it again whenever it is lost. */
  async start(): Promise<void> {
    void this.#keep(await this.#open());
  }

  async end(): Promise<void> {
    this.#ended = true;
    await this.#client?.end();
  }

  /** Resolves with a promise of the connection's end. */
  async #open(): Promise<{ over: Promise<void> }> {
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: "countersign-worker-alive",
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    client.on("error", () => undefined);
    const over = new Promise<void>((done) => client.once("end", () => done()));
    try {
      await client.connect();
      // A machine that lost its power says no goodbye: its session, and with it its locks, ends within half a minute.
      await client.query("set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 4");
      for (const name of this.#names) await client.query("select pg_advisory_lock($1, hashtext($2))", [living, name]);
    } catch (error) {
      void client.end().catch(() => undefined);
      throw error;
    }
    this.#client = client;
    return { over };
  }

  async #keep(first: { over: Promise<void> }): Promise<void> {
    for (let held: { over: Promise<void> } | null = first; ; held = await this.#open().catch(() => null)) {
      // Ended while it was being opened.
      if (this.#ended) await this.#client?.end();
      await held?.over;
      this.#client = null;
      if (this.#ended) return;
      await sleep(500);
    }
  }
}

/**
 * Gives back the jobs of pools that nobody holds the lock of. `own` are left alone: their lock may be on its way
 * back after the database was gone. Returns the names of the dead. A job is looked at when it is some seconds old, so that its worker has had time to lock.
 */
export async function freeJobsOfTheDead(pool: pg.Pool, own: readonly string[], seconds = 5): Promise<string[]> {
  const client = await pool.connect();
  try {
    const held = await client.query<{ locked_by: string }>(
      `select distinct locked_by from graphile_worker._private_jobs
       where locked_by is not null and locked_at < now() - make_interval(secs => $2) and locked_by <> all($1::text[])`,
      [own, seconds],
    );
    const dead: string[] = [];
    for (const { locked_by: name } of held.rows) {
      const taken = await client.query<{ free: boolean }>("select pg_try_advisory_lock($1, hashtext($2)) as free", [
        living,
        name,
      ]);
      if (!taken.rows[0]?.free) continue;
      await client.query("select graphile_worker.force_unlock_workers(array[$1]::text[])", [name]);
      await client.query("select pg_advisory_unlock($1, hashtext($2))", [living, name]);
      dead.push(name);
    }
    return dead;
  } finally {
    client.release();
  }
}
