import { sql } from "@countersign/db";
import type { JobStep } from "@countersign/domain";
import type { Deps } from "../kernel/deps.ts";
import { mailedFrom, putNotices } from "../notices/notice.ts";
import { isOpen, jobColumns, type JobFile, type JobProblem, type JobSight, type TakenJob } from "./stored.ts";

/** A worker that has not been heard of for so long is dead: its job is taken by another. */
const deadSeconds = 15;
const mostAttempts = 3;

const isFree = sql.raw(
  `(j.state = 'queued' or (j.state = 'running' and j.beat_at < now() - interval '${deadSeconds} seconds'))`,
);

/** Takes the next job: of whoever has fewest that are being made, then the oldest. Null: there is none. */
export async function takeJob(deps: Deps): Promise<TakenJob | null> {
  const taking = deps.id("run");
  const taken = await deps.database.db.execute<TakenJob>(sql`
    with next as (
      select j.id from ops.job j where ${isFree} and j.attempts < ${mostAttempts}
      order by (select count(*) from ops.job o where o.person_id = j.person_id and o.state = 'running'), j.created_at, j.id
      limit 1 for update of j skip locked)
    update ops.job j set state = 'running', taken_by = ${taking}, takings = j.takings || ${taking}::text, attempts = j.attempts + 1,
      started_at = coalesce(j.started_at, now()), beat_at = now(), step = null, done = null, total = null
    from next where j.id = next.id returning ${jobColumns}`);
  return taken.rows[0] ?? null;
}

/** How far a job is. */
export interface Progress {
  step: JobStep | null;
  done: number | null;
  total: number | null;
}

/** Says that a job's worker lives, and how far it is. False: it is no longer this one's, because it was cancelled or taken. */
export async function beatJob(
  deps: Deps,
  { id, takenBy }: TakenJob,
  { step, done, total }: Progress,
): Promise<boolean> {
  const beaten = await deps.database.db.execute(sql`
    update ops.job j set beat_at = now(), step = ${step}, done = ${done}, total = ${total}
    where j.id = ${id} and j.state = 'running' and j.taken_by = ${takenBy}`);
  return beaten.rowCount === 1;
}

/** How a job ended. */
export type JobEnd = { file: JobFile; sight: JobSight } | { problem: JobProblem };

/** A file that was longer in the making than this is told of: whoever asked has turned to something else. */
const longSeconds = 60;

/** Ends a job; false where it is no longer this worker's. */
export async function endJob(deps: Deps, { id, personId, takenBy }: TakenJob, end: JobEnd): Promise<boolean> {
  const made = "file" in end ? end : null;
  const problem = "problem" in end ? JSON.stringify(end.problem) : null;
  return deps.database.db.transaction(async (db) => {
    const ended = await db.execute<{ long: boolean }>(sql`
      update ops.job j set state = ${made ? "done" : "failed"}, ended_at = now(), step = null, taken_by = null,
        file = ${made && JSON.stringify(made.file)}::jsonb, sight = ${made && JSON.stringify(made.sight)}::jsonb, problem = ${problem}::jsonb
      where j.id = ${id} and j.state = 'running' and j.taken_by = ${takenBy}
      returning j.created_at < now() - make_interval(secs => ${longSeconds}) as long`);
    const at = deps.now().toISOString();
    if (ended.rows[0]?.long)
      await putNotices(deps, db, [
        {
          personId,
          kind: "job",
          thing: `job:${id}`,
          versionId: null,
          dedupe: `job:${takenBy}`,
          facts: { job: id },
          at,
          notBefore: mailedFrom("job", at),
        },
      ]);
    return ended.rows.length === 1;
  });
}

/** Gives a job back that its worker cannot end, because it is stopped itself: the next one takes it at once. */
export async function giveBackJob(deps: Deps, { id, takenBy }: TakenJob): Promise<void> {
  await deps.database.db.execute(sql`
    update ops.job j set state = 'queued', taken_by = null, attempts = j.attempts - 1, step = null, done = null, total = null
    where j.id = ${id} and j.state = 'running' and j.taken_by = ${takenBy}`);
}

/** Ends the jobs whose workers have died too often. */
export async function giveUpJobs(deps: Deps): Promise<void> {
  await deps.database.db.execute(sql`
    update ops.job j set state = 'failed', ended_at = now(), step = null, taken_by = null,
      problem = jsonb_build_object('kind', 'given_up', 'attempts', j.attempts)
    where ${isOpen} and ${isFree} and j.attempts >= ${mostAttempts}`);
}
