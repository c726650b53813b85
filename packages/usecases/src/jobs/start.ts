import { sql } from "@countersign/db";
import type { JobView } from "@countersign/domain";
import { msg } from "@countersign/words";
import { reviewedVersion } from "../evidence/of-review.ts";
import { type Actor, knowActor } from "../kernel/actor.ts";
import type { Result } from "../kernel/command.ts";
import type { Deps } from "../kernel/deps.ts";
import { parseInput } from "../kernel/parse-input.ts";
import { type Asked, asked, type JobInput } from "./asked.ts";
import { isOpen, type Job, jobColumns } from "./stored.ts";
import { viewOf } from "./view.ts";

/** So many jobs of one person go on at once; who asks for more waits for one to end. */
const mostOpen = 10;

/**
 * Asks for something that takes long. It is made by the worker in this person's name, which judges and records it as if they
 * had waited for it. To ask is no act: no command, no event.
 */
export async function startJob(deps: Deps, actor: Actor, rawInput: unknown): Promise<Result<JobView>> {
  if (actor.kind !== "user") return { ok: false, refusal: { kind: "not_in_force" } };
  const parsed = parseInput(asked, rawInput);
  if (!parsed.ok) return parsed;
  const known = await knowActor(deps.database, actor, deps.now().toISOString());
  if (!known.inForce) return { ok: false, refusal: { kind: "not_in_force" } };
  const input = await completed(deps, actor, parsed.input);
  if (!input.ok) return input;
  const put = await deps.database.db.execute<Job>(sql`
    with j as (
      insert into ops.job (id, person_id, kind, input)
      select ${deps.id("job")}, ${actor.personId}, ${input.value.kind}, ${JSON.stringify(input.value)}::jsonb
      where (select count(*) from ops.job j where j.person_id = ${actor.personId} and ${isOpen}) < ${mostOpen}
      returning *)
    select ${jobColumns} from j`);
  const [job] = put.rows;
  return job
    ? { ok: true, value: viewOf(job) }
    : {
        ok: false,
        refusal: {
          kind: "limit_exceeded",
          what: msg("what is made for you at once"),
          limit: mostOpen,
          unit: msg("jobs"),
        },
      };
}

async function completed(deps: Deps, actor: Actor, wanted: Asked): Promise<Result<JobInput>> {
  if (wanted.kind === "trail") return { ok: true, value: wanted };
  const of = await reviewedVersion(deps, actor, wanted.reviewId);
  if (!of.ok) return of;
  const { workspaceId, workspace, model, number } = of.value;
  return { ok: true, value: { ...wanted, workspaceId, workspace, model, number } };
}
