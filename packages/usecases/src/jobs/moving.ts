import { type Reader, sql } from "@countersign/db";
import { isOpen, type Job, jobColumns } from "./stored.ts";

/** Jobs that go on or have just ended, of everybody: what whoever follows theirs is told of. */
export async function movingJobs(reader: Reader): Promise<Job[]> {
  const found = await reader.db.execute<Job>(sql`
    select ${jobColumns} from ops.job j where ${isOpen} or (j.ended_at > now() - interval '10 seconds' and j.expires_at > now())`);
  return found.rows;
}

/** Jobs by their ids; of those that have expired, none. */
export async function jobsNamed(reader: Reader, ids: readonly string[]): Promise<Map<string, Job>> {
  if (ids.length === 0) return new Map();
  const found = await reader.db.execute<Job>(sql`
    select ${jobColumns} from ops.job j where j.id = any (${sql.param([...ids])}::text[]) and j.expires_at > now()`);
  return new Map(found.rows.map((job) => [job.id, job]));
}
