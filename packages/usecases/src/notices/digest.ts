import { type Reader, row, rows } from "@countersign/db";
import type { InboxItem, InboxTab, Preferences } from "@countersign/domain";
import { sql } from "@countersign/db";
import type { Say } from "@countersign/words";
import { inbox } from "../inbox/list.ts";
import type { Deps } from "../kernel/deps.ts";
import type { Ask } from "../kernel/query.ts";
import { preferencesOfAll } from "../people/preferences.ts";
import type { Message } from "./compose.ts";
import { holdCursor, readCursor } from "./cursor.ts";
import type { Block } from "./letter.ts";
import { instantAt, localAt, usualZone } from "./local-time.ts";
import { type Notice, putNotices, type StoredNotice } from "./notice.ts";
import { tell } from "./tell.ts";
import * as words from "./words.ts";

const dayMs = 86_400_000;
const morning = 8 * 60;
/** A mail that comes later than this after its hour is no morning mail. */
const lateMs = 4 * 3_600_000;
const lookEveryMs = 60_000;
const itemsMost = 20;
const waitingMs = 3 * dayMs;

const isWeekday = (weekday: number): boolean => weekday >= 1 && weekday <= 5;

/** Plans the morning mails whose hour has come since it was asked last, for whoever wants one. */
export async function planDigests(deps: Deps): Promise<void> {
  const now = deps.now();
  const seen = await readCursor(deps.database.db);
  if (!seen || now.getTime() - seen.plannedUntil.getTime() < lookEveryMs) return;
  await deps.database.db.transaction(async (db) => {
    const cursor = await holdCursor(db);
    if (cursor === "held" || cursor === null) return;
    const reader: Reader = { db };
    const live = (await row(reader, "instance", "instance"))?.state === "live";
    const people = live ? await rows(reader, "person", { state: "active" }) : [];
    const chosen = await preferencesOfAll(
      reader,
      people.map(({ id }) => id),
    );
    const planned = [...chosen].flatMap(([personId, preferences]) =>
      digestOf(personId, preferences, cursor.plannedUntil, now),
    );
    await putNotices(deps, db, planned);
    await db.execute(sql`update ops.notice_cursor set planned_until = ${now.toISOString()}`);
  });
}

function digestOf(personId: string, { digest, zone: chosen }: Preferences, from: Date, now: Date): Notice[] {
  const zone = chosen ?? usualZone;
  const { day, weekday } = localAt(now, zone);
  const moment = instantAt(day, morning, zone);
  const due = moment > from && moment <= now && now.getTime() - moment.getTime() < lateMs;
  if (!digest || !isWeekday(weekday) || !due) return [];
  const at = now.toISOString();
  const notice: Notice = {
    personId,
    kind: "digest",
    thing: `person:${personId}`,
    versionId: null,
    dedupe: `digest:${day}`,
    facts: { day },
    at,
    notBefore: at,
  };
  return [notice];
}

/** Eight in the morning of the weekday before. */
function lastMorning(now: Date, zone: string): string {
  for (let back = 1; ; back++) {
    const { day, weekday } = localAt(new Date(now.getTime() - back * dayMs), zone);
    if (isWeekday(weekday)) return instantAt(day, morning, zone).toISOString();
  }
}

/** The morning mail of a day; null where the day is over, or there is nothing to say. `updates`: what is told in no other mail. */
export async function composeDigest(
  ask: Ask,
  notice: StoredNotice,
  preferences: Preferences,
  updates: readonly StoredNotice[],
): Promise<Message | null> {
  const zone = preferences.zone ?? usualZone;
  const now = new Date(ask.at);
  const { say } = ask;
  if (!preferences.digest || localAt(now, zone).day !== notice.facts.day) return null;
  const { notices } = preferences;
  const on = async (tab: InboxTab, wanted: boolean): Promise<InboxItem[]> => {
    if (!wanted) return [];
    // What is put off stands in a view of its own.
    return (await inbox.run(ask, { workspaceId: null }, { tab, first: 200 })).items;
  };
  const yours = await on("turn", notices.turn !== "off" || notices.condition !== "off");
  const turn = notices.turn === "off" ? [] : yours.filter(({ kind }) => kind === "turn" || kind === "finding");
  const conditions = notices.condition === "off" ? [] : yours.filter(({ kind }) => kind === "condition");
  const long = new Date(now.getTime() - waitingMs).toISOString();
  const waiting = (await on("mine", true)).filter(({ waitsFor }) => waitsFor !== null && waitsFor.since < long);
  const since = lastMorning(now, zone);
  const decided = (await on("decided", notices.decision !== "off")).filter(({ endedAt }) => (endedAt ?? "") >= since);
  const told = await tell(ask, updates);
  const byDue = (items: InboxItem[]): InboxItem[] => items.toSorted((a, b) => a.dueAt.localeCompare(b.dueAt));
  const asked = (item: InboxItem): string => words.dueItem(say, item.reason, item.dueAt, item.overdue);
  const { digestWords: heads } = words;
  const { portalUrl } = ask.deps;
  const line = (item: InboxItem, says: string): Block["lines"][number] => ({
    text: words.digestItem(say, item.model.title, item.version.number, says),
    href: `${portalUrl}/reviews/${item.reviewId}`,
  });
  const blocks = [
    ...listed(
      say,
      heads.turn,
      byDue(turn).map((item) => line(item, asked(item))),
    ),
    ...listed(
      say,
      heads.conditions,
      byDue(conditions).map((item) => line(item, asked(item))),
    ),
    ...listed(
      say,
      heads.waiting,
      waiting.map((item) => line(item, words.waitsItem(say, item.waitsFor?.who ?? "", item.waitsFor?.since ?? ""))),
    ),
    ...listed(
      say,
      heads.decided,
      decided.map((item) => line(item, words.decidedItem(say, item.state))),
    ),
    ...listed(
      say,
      heads.updates,
      told.map(({ text, place }) => ({ text, ...(place ? { href: `${portalUrl}/reviews/${place.review.id}` } : {}) })),
    ),
  ];
  if (blocks.length === 0) return null;
  return {
    subject: words.digestSubject(
      say,
      turn.length + conditions.length,
      [...turn, ...conditions].filter(({ overdue }) => overdue).length,
    ),
    blocks: [...blocks, { heading: null, lines: [{ text: say(heads.footer) }] }],
    tells: [notice, ...told.map((one) => one.notice)],
  };
}

function listed(say: Say, heading: string, lines: Block["lines"]): Block[] {
  if (lines.length === 0) return [];
  const left = lines.length - itemsMost;
  return [
    {
      heading: say(heading),
      lines: [...lines.slice(0, itemsMost), ...(left > 0 ? [{ text: words.moreItems(say, left) }] : [])],
    },
  ];
}
