import { type Reader, readSnapshot, row, sql } from "@countersign/db";
import { permissions } from "@countersign/domain";
import { sightOf } from "../events/sight.ts";
import { mayHoldBundle } from "../evidence/record-export.ts";
import { type Actor, knowActor, type KnownActor } from "../kernel/actor.ts";
import type { Result } from "../kernel/command.ts";
import type { Deps } from "../kernel/deps.ts";
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
  const found = await readSnapshot(deps.database, async (reader) => {
    const known = await knowActor(reader, actor, deps.now().toISOString());
    const job = known.inForce && actor.kind === "user" ? await ownJob(reader, actor.personId, id) : null;
    return job?.file && job.sight && (await stillSees(reader, known, job, job.sight)) ? job.file : null;
  });
  if (!found) return { ok: false, refusal: { kind: "not_found", what: "job" } };
  const { db } = deps.database;
  await db.execute(sql`update ops.job j set fetched_at = coalesce(j.fetched_at, now()) where j.id = ${id}`);
  // Nobody is mailed of what they have.
  await db.execute(sql`update ops.notice set not_before = null where thing = ${`job:${id}`} and kind = 'job'`);
  return { ok: true, value: { file: found, bytes: deps.results.read(found.id) } };
}

async function ownJob(reader: Reader, personId: string, id: string): Promise<Job | null> {
  const found = await reader.db.execute<Job>(sql`
    select ${jobColumns} from ops.job j
    where j.id = ${id} and j.person_id = ${personId} and j.state = 'done' and j.expires_at > now()`);
  return found.rows[0] ?? null;
}

async function stillSees(reader: Reader, known: KnownActor, { input }: Job, made: JobSight): Promise<boolean> {
  const now = await sightOf(reader, known);
  const all = made.workspaces.every((workspace) => now.workspaces.includes(workspace));
  const instance = now.instanceOf === null || now.instanceOf === made.instanceOf;
  const { roles } = permissions[input.kind === "trail" ? "event.list" : "evidence.export"];
  const may = (held: string[]): boolean => held.some((role) => (roles as readonly string[]).includes(role));
  if (!all || !instance) return false;
  if (input.kind === "trail") return may(known.workspaces.flatMap((id) => known.rolesIn(id)));
  const review = await row(reader, "review", input.reviewId);
  const version = review && (await row(reader, "version", review.version_id));
  return version !== null && may(known.rolesIn(version.workspace_id)) && (await mayHoldBundle(reader, known, version));
}
