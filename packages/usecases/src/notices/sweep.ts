import { type Reader, row, type Row, rows, sql } from "@countersign/db";
import type { Deps } from "../kernel/deps.ts";
import { factsOf } from "../reviews/facts.ts";
import { openStates } from "../reviews/states.ts";
import { holdCursor } from "./cursor.ts";
import { askAs, mailedFrom, type Notice, putNotices, sees } from "./notice.ts";
import { turnsIn } from "./turns.ts";

const dayMs = 86_400_000;
const soonDays = 2;
/** In so many days before its end somebody is told of their condition. */
const conditionDays = [1, 7, 14] as const;
const keptDays = 365;

/** A stretch of time that is looked at: later than `from`, and `to` at the latest. */
interface Stretch {
  from: number;
  to: number;
}

/** Tells of the dates that have come since it was asked last, and forgets notices that are a year old. Answers how many it told of. */
export async function sweepDates(deps: Deps): Promise<number> {
  return deps.database.db.transaction(
    async (db) => {
      const cursor = await holdCursor(db);
      if (cursor === "held" || cursor === null) return 0;
      const now = deps.now();
      const reader: Reader = { db };
      const live = (await row(reader, "instance", "instance"))?.state === "live";
      const stretch = { from: cursor.sweptUntil.getTime(), to: now.getTime() };
      const notices = live ? [...(await dueIn(deps, reader, stretch)), ...(await endingIn(deps, reader, stretch))] : [];
      await putNotices(deps, db, notices);
      await db.execute(sql`update ops.notice_cursor set swept_until = ${now.toISOString()}`);
      await db.execute(sql`
        delete from ops.notice where at < ${new Date(now.getTime() - keptDays * dayMs).toISOString()}`);
      return notices.length;
    },
    { isolationLevel: "repeatable read" },
  );
}

const lies = (moment: number, { from, to }: Stretch): boolean => moment > from && moment <= to;
const iso = (moment: number): string => new Date(moment).toISOString();

/** Reviews that are due in two days or have become late, to those whose turn it is. */
async function dueIn(deps: Deps, reader: Reader, stretch: Stretch): Promise<Notice[]> {
  const reviews = await rows(
    reader,
    "review",
    { state: [...openStates] },
    { order: "due_at", atLeast: { due_at: iso(stretch.from) } },
  );
  const notices: Notice[] = [];
  for (const review of reviews) {
    const due = Date.parse(review.due_at);
    const late = lies(due, stretch);
    if (!late && !lies(due - soonDays * dayMs, stretch)) continue;
    const at = iso(late ? due : due - soonDays * dayMs);
    for (const personId of (await turnsIn(deps, reader, await factsOf(reader, review), iso(stretch.to))).keys())
      notices.push({
        personId,
        kind: "due",
        thing: `review:${review.id}`,
        versionId: review.version_id,
        dedupe: `due:${review.id}:${review.due_at}:${late ? "late" : "soon"}`,
        facts: { late },
        at,
        notBefore: mailedFrom("due", at),
      });
  }
  return notices;
}

/** Conditions that end in 14, 7 or 1 days, to whoever owes them. */
async function endingIn(deps: Deps, reader: Reader, stretch: Stretch): Promise<Notice[]> {
  const conditions = await rows(reader, "condition", { state: "in_force" }, { atLeast: { due_at: iso(stretch.from) } });
  const notices: Notice[] = [];
  for (const condition of conditions) {
    const due = Date.parse(condition.due_at);
    const days = conditionDays.find((ahead) => lies(due - ahead * dayMs, stretch));
    if (days !== undefined) notices.push(...(await endingNotice(deps, reader, condition, days, iso(stretch.to))));
  }
  return notices;
}

async function endingNotice(
  deps: Deps,
  reader: Reader,
  condition: Row<"condition">,
  days: number,
  now: string,
): Promise<Notice[]> {
  const review = await row(reader, "review", condition.review_id);
  const personId = condition.owner_id;
  if (!review || !(await sees(await askAs(deps, reader, personId, now), review.workspace_id))) return [];
  const at = iso(Date.parse(condition.due_at) - days * dayMs);
  const notice: Notice = {
    personId,
    kind: "condition",
    thing: `review:${review.id}`,
    versionId: review.version_id,
    dedupe: `condition:${condition.id}:${condition.due_at}:${days}`,
    facts: { condition: condition.id, days },
    at,
    notBefore: mailedFrom("condition", at),
  };
  return [notice];
}
