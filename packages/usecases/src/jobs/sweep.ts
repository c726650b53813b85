import { sql } from "@countersign/db";
import type { Deps } from "../kernel/deps.ts";

/** Removes the jobs that have expired, after every file that a taking of them may have left. */
export async function sweepJobs(deps: Deps): Promise<void> {
  const { db } = deps.database;
  const expired = await db.execute<{ id: string; takings: string[] }>(sql`
    select j.id, j.takings from ops.job j
    where j.expires_at <= now() and j.state not in ('queued', 'running') order by j.expires_at limit 100`);
  for (const { id, takings } of expired.rows) {
    for (const taking of takings) await deps.results.remove(taking);
    await db.execute(sql`delete from ops.job where id = ${id}`);
  }
}
