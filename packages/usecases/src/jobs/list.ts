import { type Reader, sql } from "@countersign/db";
import type { JobView } from "@countersign/domain";
import type { Say } from "@countersign/words";
import { z } from "zod";
import { defineQuery } from "../kernel/query.ts";
import { type Job, jobColumns } from "./stored.ts";
import { viewOf } from "./view.ts";

/** The newest so many are listed. */
const most = 50;

/** Somebody's own jobs, the oldest first, until they expire. */
export const jobList = defineQuery({
  name: "job.list",
  input: z.strictObject({}),
  roles: "none",
  see: async () => ({ workspaceId: null }),
  async run({ reader, known, say }): Promise<JobView[]> {
    return jobsOf(reader, known.personId ?? "", say);
  },
});

/** The same, where it is known already whose page it is. */
export async function jobsOf(reader: Reader, personId: string, say: Say): Promise<JobView[]> {
  const found = await reader.db.execute<Job>(sql`
    select ${jobColumns} from ops.job j where j.person_id = ${personId} and j.expires_at > now()
    order by j.created_at desc, j.id desc limit ${most}`);
  return found.rows.toReversed().map((job) => viewOf(job, say));
}
