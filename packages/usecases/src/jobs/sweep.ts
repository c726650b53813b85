import { sql } from "@countersign/db";
import type { Deps } from "../kernel/deps.ts";

/** Removes the jobs that have expired, and every file that no job has any more. */
export async function sweepJobs(deps: Deps): Promise<void> {
  const { db } = deps.database;
  const kept = await deps.results.ids();
  await db.execute(sql`delete from ops.job j where j.expires_at <= now() and j.state not in ('queued', 'running')`);
  // Of what is being made, the file stands before its job says so.
  const found = await db.execute<{ id: string }>(sql`
    select coalesce(j.file ->> 'id', j.taken_by) as id from ops.job j where j.file is not null or j.taken_by is not null`);
  const known = new Set(found.rows.map(({ id }) => id));
  for (const id of kept) if (!known.has(id)) await deps.results.remove(id);
}
