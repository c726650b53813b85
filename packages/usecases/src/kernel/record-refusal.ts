import { sql } from "@countersign/db";
import { writeTransaction } from "@countersign/db/write";
import type { Refusal } from "@countersign/domain";
import { type Actor, knowActor, recorded } from "./actor.ts";
import type { Deps } from "./deps.ts";
import { Journal } from "./journal.ts";

/** Above this many refusals a minute an actor's further ones are not recorded: a flood must not fill the log. */
const perMinute = 60;

/** Records a refused attempt in the actor's own stream of refusals, never in the aggregate's. */
export async function recordRefusal(
  deps: Deps,
  actor: Actor,
  command: string,
  refusal: Refusal,
  target: string | undefined,
  at: string,
): Promise<void> {
  await writeTransaction(deps.database, async (tx) => {
    const known = await knowActor(tx, actor, at);
    const actorRecord = recorded(known, null);
    const stream = `refusal:${actorRecord.id.replace(/[^A-Za-z0-9_]/g, "_").slice(0, 64)}`;
    const recent = await tx.db.execute<{ n: string }>(
      sql`select count(*) as n from audit.event where stream = ${stream} and at > clock_timestamp() - interval '1 minute'`,
    );
    if (Number(recent.rows[0]?.n ?? 0) >= perMinute) return;
    const journal = new Journal(deps, tx, known, at, null);
    journal.record("attempt.refused", stream, { command, refusal: refusal.kind, target: target ?? "" });
    await journal.flush(actorRecord);
  });
}
