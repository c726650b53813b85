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
