import { type Reader, row, sql, storedEvents } from "@countersign/db";
import type { EventCore } from "@countersign/record";
import { endOfTrail, readOn } from "../events/read-on.ts";
import type { Deps } from "../kernel/deps.ts";
import { factsOf } from "../reviews/facts.ts";
import { holdCursor, readCursor, startCursor } from "./cursor.ts";
import { concernedBy } from "./happenings.ts";
import { askAs, type Execute, mailedFrom, type Notice, putNotices, sees } from "./notice.ts";
import { openReviewsOf, turnKey, turnsIn } from "./turns.ts";

/**
 * Reads what has been recorded since it was asked last, and writes a notice to everybody whom it concerns. Answers how many events
 * were met. A database that was never followed is followed from its end: of its history nobody is told anything.
 */
export async function followTrail(deps: Deps): Promise<number> {
  const seen = await readCursor(deps.database.db);
  if (seen && (await readOn(deps.database, seen.followed)).events.length === 0) return 0;
  return deps.database.db.transaction(
    async (db) => {
      const reader: Reader = { db };
      const cursor = await holdCursor(db);
      if (cursor === "held") return 0;
      if (cursor === null) {
        await startCursor(db, await endOfTrail(reader), deps.now());
        return 0;
      }
      const { events, to } = await readOn(reader, cursor.followed);
      if (events.length === 0) return 0;
      const stored = await storedEvents(reader, { ids: events.map(({ id }) => id) });
      // What a seed tells has happened long ago, and what is imported elsewhere.
      const told = stored.map(({ core }) => core).filter(({ origin }) => origin === "live");
      await tellOf(deps, db, told);
      await db.execute(sql`
        update ops.notice_cursor set last_event = ${to.last}, known = ${sql.param(to.known)}::bigint[]`);
      return events.length;
    },
    { isolationLevel: "repeatable read" },
  );
}

async function tellOf(deps: Deps, db: Execute & Reader["db"], events: EventCore[]): Promise<void> {
  const reader: Reader = { db };
  for (const core of events) await putNotices(deps, db, await happened(deps, reader, core));
  /** The last event that may have moved a turn, by review. */
  const movers = new Map<string, EventCore>();
  for (const core of events) for (const reviewId of await movedBy(reader, core)) movers.set(reviewId, core);
  for (const [reviewId, core] of movers) await tellTurns(deps, db, reviewId, core);
}

/** What an event is to those whom it concerns, of those who see it. */
async function happened(deps: Deps, reader: Reader, core: EventCore): Promise<Notice[]> {
  const notices: Notice[] = [];
  for (const { personId, kind, reviewId } of await concernedBy(reader, core)) {
    const review = reviewId === null ? null : await row(reader, "review", reviewId);
    const at = core.claimed_at;
    if (review && !(await sees(await askAs(deps, reader, personId, at), review.workspace_id))) continue;
    notices.push({
      personId,
      kind,
      thing: review ? `review:${review.id}` : core.stream,
      versionId: review?.version_id ?? null,
      dedupe: `${kind}:${core.id}`,
      facts: { event: core.id },
      at,
      notBefore: mailedFrom(kind, at),
    });
  }
  return notices;
}

/** Acts on a review after which nobody has another turn than before. */
const moveNothing = new Set<EventCore["act"]>(["review.commented", "review.section_marked", "check.ended"]);

/** Reviews in which an event may have made it somebody's turn. */
async function movedBy(reader: Reader, { act, stream }: EventCore): Promise<string[]> {
  const [noun, id = ""] = stream.split(":");
  if (noun === "review") return moveNothing.has(act) ? [] : [id];
  if (noun === "model" && act !== "model.numbered") return openReviewsOf(reader, { model_id: id });
  return act === "contributor.mapped" ? openReviewsOf(reader, { version_id: id }) : [];
}

/** Tells whose turn it has become, and forgets the turns that have passed: one that comes back is told again. */
async function tellTurns(deps: Deps, db: Execute & Reader["db"], reviewId: string, mover: EventCore): Promise<void> {
  const reader: Reader = { db };
  const review = await row(reader, "review", reviewId);
  if (!review) return;
  const facts = await factsOf(reader, review);
  const at = mover.claimed_at;
  const thing = `review:${reviewId}`;
  const turns = await turnsIn(deps, reader, facts, deps.now().toISOString());
  const notices = [...turns].flatMap(([personId, entries]) =>
    entries.map((entry): Notice => ({
      personId,
      kind: "turn",
      thing,
      versionId: review.version_id,
      dedupe: turnKey(facts, personId, entry),
      facts: { event: mover.id },
      at,
      // Whoever made it their own turn knows.
      notBefore: personId === mover.actor.person ? null : mailedFrom("turn", at),
    })),
  );
  const standing = notices.map(({ personId, dedupe }) => `${personId} ${dedupe}`);
  await db.execute(sql`
    delete from ops.notice where kind = 'turn' and thing = ${thing}
      and not (person_id || ' ' || dedupe = any (${sql.param(standing)}::text[]))`);
  await putNotices(deps, db, notices);
}
