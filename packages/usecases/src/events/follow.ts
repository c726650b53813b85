import { eventsAfter, readSnapshot, type TailRow, trailEnd } from "@countersign/db";
import type { News } from "@countersign/domain";
import { english, type Say } from "@countersign/words";
import { movingJobs } from "../jobs/moving.ts";
import type { Job } from "../jobs/stored.ts";
import { viewOf } from "../jobs/view.ts";
import { type Actor, knowActor } from "../kernel/actor.ts";
import type { Deps } from "../kernel/deps.ts";
import { sightOf } from "./sight.ts";
import { Tail } from "./tail.ts";

const tails = new WeakMap<Deps["database"], Tail>();

/** More events than these are not told one by one to whoever missed them. */
const mostMissed = 2_000;

/**
 * Tells somebody of what happens, as it is committed: which things changed, of those that they may see, how far the trail is
 * signed, and how far their own jobs are. `after`: the outbox id that they have seen; what came since is told first. Ends when they are no longer in force.
 */
export async function* follow(
  deps: Deps,
  actor: Actor,
  after: number | null,
  signal: AbortSignal,
  say: Say = english,
): AsyncGenerator<News> {
  const own = (jobs: Job[]): News["jobs"] =>
    jobs.filter(({ personId }) => actor.kind === "user" && personId === actor.personId).map((job) => viewOf(job, say));
  const tail = tails.get(deps.database) ?? new Tail(deps.database);
  tails.set(deps.database, tail);
  const heard = await tail.listen(signal);
  const end = await trailEnd(deps.database);
  const missed = after === null ? [] : await eventsAfter(deps.database, after, mostMissed);
  const first = await told(deps, actor, missed);
  if (!first) return;
  let to = Math.max(end.lastEvent, ...missed.map(({ id }) => id));
  let { signed } = end;
  const moving = await movingJobs(deps.database);
  yield { to, streams: missed.length === mostMissed ? "all" : first, signed, jobs: own(moving) };
  for await (const batch of heard) {
    const streams = await told(deps, actor, batch.events);
    if (!streams) return;
    const jobs = own(batch.jobs);
    if (streams.length === 0 && batch.signed === signed && jobs.length === 0) continue;
    to = Math.max(to, ...batch.events.map(({ id }) => id));
    signed = batch.signed;
    yield { to, streams, signed, jobs };
  }
}

/** The streams of those events that this actor may see now; null: they are not in force. Their reading of the trail is no news. */
async function told(deps: Deps, actor: Actor, events: TailRow[]): Promise<string[] | null> {
  return readSnapshot(deps.database, async (reader) => {
    const known = await knowActor(reader, actor, deps.now().toISOString());
    if (!known.inForce) return null;
    const { workspaces, instanceOf } = await sightOf(reader, known);
    const seen = events.filter(({ ws, person, stream }) =>
      stream.startsWith("reader:")
        ? false
        : ws === null
          ? instanceOf === null || person === instanceOf
          : workspaces.includes(ws),
    );
    return [...new Set(seen.map(({ stream }) => stream))];
  });
}
