import pg from "pg";
import type { Ready } from "../e2e/support/product.ts";

/**
 * Holds rows from outside, so that whoever needs them stands between begin and commit, and stays there until `release`.
 * The product has no hook for this: an open transaction of somebody else is all it takes.
 */
export async function hold(
  ready: Ready,
  statement: string,
  values: unknown[] = [],
): Promise<{ waiting(name: string): Promise<void>; release(): Promise<void> }> {
  const holder = new pg.Client(ready.adminDatabaseUrl);
  const watcher = new pg.Client(ready.adminDatabaseUrl);
  await holder.connect();
  await watcher.connect();
  await holder.query("begin");
  await holder.query(statement, values);
  return {
    /** Until a session of this application waits for a lock inside its transaction. */
    async waiting(name) {
      for (const until = Date.now() + 60_000; Date.now() < until; await new Promise((done) => setTimeout(done, 50))) {
        const found = await watcher.query(
          "select 1 from pg_stat_activity where application_name = $1 and wait_event_type = 'Lock' and xact_start is not null",
          [name],
        );
        if (found.rowCount) return;
      }
      throw new Error(`${name} never waited between begin and commit`);
    },
    async release() {
      await holder.query("rollback");
      await holder.end();
      await watcher.end();
    },
  };
}
