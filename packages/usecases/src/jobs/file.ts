import { type Reader, readSnapshot, row, sql } from "@countersign/db";
import { type CommandName, permissions } from "@countersign/domain";
import { sightOf } from "../events/sight.ts";
import { mayHoldBundle } from "../evidence/record-export.ts";
import { type Actor, knowActor, type KnownActor } from "../kernel/actor.ts";
import type { Result } from "../kernel/command.ts";
import type { Deps } from "../kernel/deps.ts";
import type { JobInput } from "./asked.ts";
import { type Job, jobColumns, type JobFile, type JobSight } from "./stored.ts";

/**
 * The file of a job, for whoever asked for it and while they see as much as it holds: judged when it is fetched, with the roles
 * that they have then. Whoever lost a role since, or has come to decide on what it tells, finds nothing.
 */
export async function jobFile(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<Result<{ file: JobFile; bytes: AsyncIterable<Uint8Array> }>> {
  const judged = await readSnapshot(deps.database, (reader) => judge(deps, reader, actor, id));
  if (!judged.ok) return judged;
  const { db } = deps.database;
  await db.execute(sql`update ops.job j set fetched_at = coalesce(j.fetched_at, now()) where j.id = ${id}`);
  // Nobody is mailed of what they have.
  await db.execute(sql`update ops.notice set not_before = null where thing = ${`job:${id}`} and kind = 'job'`);
  return { ok: true, value: { file: judged.value, bytes: deps.results.read(judged.value.id) } };
}

async function judge(deps: Deps, reader: Reader, actor: Actor, id: string): Promise<Result<JobFile>> {
  const known = await knowActor(reader, actor, deps.now().toISOString());
  const job = await doneJob(reader, id);
  const now = await sightOf(reader, known);
  const me = actor.kind === "user" ? actor.personId : null;
  if (!job || job.personId !== me || !known.inForce) return { ok: false, refusal: { kind: "not_found", what: "job" } };
  const { workspaces, instanceOf } = job.sight;
  if (
    !workspaces.every((workspace) => now.workspaces.includes(workspace)) ||
    (now.instanceOf !== null && now.instanceOf !== instanceOf) ||
    !(await mayTake(reader, known, job.input))
  )
    return { ok: false, refusal: { kind: "not_found", what: "job" } };
  return { ok: true, value: job.file };
}

/** The database keeps a job that is done, its file and its sight together. */
type DoneJob = Job & { file: JobFile; sight: JobSight };

async function doneJob(reader: Reader, id: string): Promise<DoneJob | null> {
  const found = await reader.db.execute<DoneJob>(sql`
    select ${jobColumns} from ops.job j where j.id = ${id} and j.state = 'done' and j.expires_at > now()`);
  return found.rows[0] ?? null;
}

/** Whether somebody could take the same now. */
async function mayTake(reader: Reader, known: KnownActor, input: JobInput): Promise<boolean> {
  if (input.kind === "trail")
    return allows(
      "event.list",
      known.workspaces.flatMap((id) => known.rolesIn(id)),
    );
  const review = await row(reader, "review", input.reviewId);
  const version = review && (await row(reader, "version", review.version_id));
  return (
    version !== null &&
    allows("evidence.export", known.rolesIn(version.workspace_id)) &&
    (await mayHoldBundle(reader, known, version))
  );
}

const allows = (command: CommandName, held: readonly string[]): boolean =>
  held.some((role) => (permissions[command].roles as readonly string[]).includes(role));
