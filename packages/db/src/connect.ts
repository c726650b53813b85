import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";

/** A pool under one database role, with drizzle over it. */
export interface Database {
  pool: pg.Pool;
  db: NodePgDatabase;
  end(): Promise<void>;
}

/** `url`: a PostgreSQL connection string. Connections are opened on first use; a lost server is met again on the next. */
export function connect(url: string, options: { max?: number; name?: string } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    application_name: options.name ?? "countersign",
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
  });
  // An idle connection that the server closes must not end the process; the next query reports the fault.
  pool.on("error", () => {});
  return { pool, db: drizzle({ client: pool }), end: () => pool.end() };
}

/**
 * Whether the server answers a new connection in time. A pool cannot tell: a frozen server leaves its queries waiting, and a
 * query that is given up leaves its connection in the middle of a transaction.
 */
export async function answers({ pool }: Database, withinMs: number): Promise<boolean> {
  const client = new pg.Client({
    connectionString: pool.options.connectionString,
    application_name: pool.options.application_name,
    connectionTimeoutMillis: withinMs,
    query_timeout: withinMs,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    void client.end().catch(() => {});
  }
}
