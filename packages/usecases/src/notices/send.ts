import { readSnapshot, type Reader, row } from "@countersign/db";
import type { Preferences } from "@countersign/domain";
import type { Deps } from "../kernel/deps.ts";
import { Disclosed } from "../people/names.ts";
import { preferencesOf, sayTo } from "../people/preferences.ts";
import { compose, type Message } from "./compose.ts";
import { composeDigest, planDigests } from "./digest.ts";
import { htmlOf, isAddress, type Letter, oneLine, plainOf } from "./letter.ts";
import { quietUntil } from "./local-time.ts";
import { askAs, type StoredNotice } from "./notice.ts";
import { anyDue, letGo, letGoOfAllDue, noteFailure, noteSent, putOff, takeDue, waitingUpdates } from "./stored.ts";
import { unsubscribeToken } from "./unsubscribe.ts";
import * as words from "./words.ts";

/** What became of a mail. `refused`: for good; `later`: this one now; `away`: no mail can be sent now. */
export type Posted = { ok: true } | { ok: false; why: string; kind: "refused" | "later" | "away" };

/** Whatever carries mail. */
export interface Post {
  send(letter: Letter): Promise<Posted>;
}

export interface Mail {
  post: Post;
  /** Signs the links that end somebody's morning mail. */
  secret: string;
}

/** Mails of one asking at most: what is left is taken at the next. */
const mailsMost = 500;

/** Sends what is due. A mail may go twice where its sender is killed between sending and noting it, and never not at all. */
export async function sendNotices(deps: Deps, mail: Mail | null): Promise<number> {
  const { db } = deps.database;
  if (!mail) {
    await letGoOfAllDue(db, deps.now());
    return 0;
  }
  await planDigests(deps);
  let sent = 0;
  for (let taken = 0; taken < mailsMost; taken++) {
    if (!(await anyDue(db, deps.now()))) break;
    const due = await db.transaction((own) => takeDue(own, deps.now()));
    const outcome = await sendOne(deps, mail, due);
    if (outcome === "sent") sent += 1;
    if (outcome === "away") break;
  }
  return sent;
}

async function sendOne(deps: Deps, mail: Mail, due: StoredNotice[]): Promise<"sent" | "away" | "not sent"> {
  const { db } = deps.database;
  const made = await readSnapshot(deps.database, (reader) => letterOf(deps, reader, mail.secret, due));
  const tells = made.letter ? made.tells : [];
  const off = made.quiet ?? [];
  const told = new Set([...tells, ...off].map(({ id }) => id));
  await letGo(
    db,
    due.filter(({ id }) => !told.has(id)),
  );
  if (made.until && off.length > 0) await putOff(db, off, made.until);
  if (!made.letter) return "not sent";
  const posted = await mail.post.send(made.letter);
  if (posted.ok) {
    await noteSent(db, tells, deps.now(), due[0]?.kind === "digest");
    return "sent";
  }
  const why = oneLine(posted.why).slice(0, 300);
  if (posted.kind === "refused") await letGo(db, tells, why);
  else await noteFailure(db, tells, why);
  return posted.kind === "away" ? "away" : "not sent";
}

interface Made {
  letter: Letter | null;
  tells: StoredNotice[];
  /** Of these nothing is mailed before the quiet hours end. */
  quiet?: StoredNotice[];
  until?: Date;
}

const nothing: Made = { letter: null, tells: [] };

/** The mail of what was taken, as its person has chosen and may see it now. */
async function letterOf(deps: Deps, reader: Reader, secret: string, due: StoredNotice[]): Promise<Made> {
  const [first] = due;
  const now = deps.now();
  const person = first && (await row(reader, "person", first.personId));
  if (!first || person?.state !== "active") return nothing;
  const preferences = await preferencesOf(reader, person.id);
  const wanted = due.filter((notice) => isWanted(notice, preferences));
  const until = quietUntil(now, preferences);
  const quiet = until ? wanted.filter(({ kind }) => kind !== "security") : [];
  const ready = wanted.filter((notice) => !quiet.includes(notice));
  const message = ready.length > 0 ? await messageOf(deps, reader, ready, preferences) : null;
  const texts = await Disclosed.load(reader, [person.name, person.email]);
  const to = { name: oneLine(texts.text(person.name)), address: texts.text(person.email) };
  const kept = { quiet, ...(until ? { until } : {}) };
  if (!message || !isAddress(to.address)) return { ...nothing, ...kept };
  const digest =
    first.kind === "digest" ? `${deps.portalUrl}/unsubscribe?t=${unsubscribeToken(secret, person.id)}` : null;
  return { letter: addressed(deps, first, to, message, digest, preferences), tells: message.tells, ...kept };
}

/** A condition that ends in two weeks waits for the morning mail. */
const isWanted = ({ kind, facts }: StoredNotice, { notices }: Preferences): boolean =>
  kind === "digest" || (notices[kind] === "at_once" && facts.days !== 14);

async function messageOf(
  deps: Deps,
  reader: Reader,
  ready: StoredNotice[],
  preferences: Preferences,
): Promise<Message | null> {
  const [first] = ready;
  if (!first) return null;
  const now = deps.now();
  const ask = await askAs(deps, reader, first.personId, now.toISOString(), sayTo(preferences));
  if (first.kind !== "digest") return compose(ask, ready);
  const inMorning = (["answer", "job"] as const).filter((kind) => preferences.notices[kind] === "digest");
  const updates = await waitingUpdates(reader, first.personId, inMorning, now);
  return composeDigest(ask, first, preferences, updates);
}

function addressed(
  deps: Deps,
  { id, versionId }: StoredNotice,
  to: Letter["to"],
  { subject, blocks }: Message,
  unsubscribe: string | null,
  preferences: Preferences,
): Letter {
  const host = new URL(deps.portalUrl).hostname;
  const ended = unsubscribe
    ? [{ heading: null, lines: [{ text: sayTo(preferences)(words.digestWords.end), href: unsubscribe }] }]
    : [];
  const all = [...blocks, ...ended];
  return {
    to,
    subject: oneLine(subject),
    text: plainOf(all),
    html: htmlOf(all, preferences.language ?? "en"),
    // Sent again, it is the same mail.
    messageId: `<${id}@${host}>`,
    references: versionId === null ? null : `<${versionId}@${host}>`,
    headers: {
      // RFC 3834 §5: nobody's absence is answered to us.
      "Auto-Submitted": "auto-generated",
      // RFC 8058 §3.1
      ...(unsubscribe
        ? { "List-Unsubscribe": `<${unsubscribe}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }
        : {}),
    },
  };
}
