import { type Row, row, storedEvents } from "@countersign/db";
import { entriesOf } from "../events/view.ts";
import { Desk } from "../inbox/desk.ts";
import { type Entry, inFull } from "../inbox/items.ts";
import { yoursOf } from "../inbox/standing.ts";
import type { Ask } from "../kernel/query.ts";
import type { Block } from "./letter.ts";
import type { StoredNotice } from "./notice.ts";
import { jobsPath, reviewOf, tell, type Told } from "./tell.ts";
import { turnKey } from "./turns.ts";
import * as words from "./words.ts";

/** What a mail says, and which of the notices it was asked to tell it tells. */
export interface Message {
  subject: string;
  blocks: Block[];
  tells: StoredNotice[];
}

const changesMost = 3;

/** One mail of all that is to be told about one version, or of one thing about an account; null: nothing of it is true any more. */
export async function compose(ask: Ask, notices: readonly StoredNotice[]): Promise<Message | null> {
  const review = await reviewSeen(ask, notices[0]?.thing ?? "");
  const told = await tell(ask, notices);
  if (review === null) return account(ask, told);
  const desk = await Desk.load(ask, [review]);
  await desk.judge([review.id]);
  await desk.introduce([review.id]);
  const facts = desk.facts(review.id);
  const yours = new Map(yoursOf(desk, facts).map((entry) => [turnKey(facts, desk.me, entry), entry]));
  const turns = notices.filter(({ kind, dedupe }) => kind === "turn" && yours.has(dedupe));
  const others = told.filter(({ notice }) => notice.kind !== "turn" && holds(notice, facts.conditions, yours.size > 0));
  const tells = [...turns, ...others.map(({ notice }) => notice)];
  const said = sayings(
    desk,
    turns.map(({ dedupe }) => yours.get(dedupe)).filter((entry) => entry !== undefined),
    [...yours.values()],
    others,
  );
  if (!said || tells.length === 0) return null;
  const { model, version, environment } = facts;
  const changed = await changes(ask, desk.me, tells);
  return {
    subject: words.subjectOf({ key: model.key, number: version.number }, said.subject),
    blocks: [
      { heading: ask.say(words.letterWords.why), lines: said.why.map((text) => ({ text })) },
      ...(changed.length > 0
        ? [{ heading: ask.say(words.letterWords.changed), lines: changed.map((text) => ({ text })) }]
        : []),
      {
        heading: null,
        lines: [
          {
            text: words.versionLine(ask.say, model.title, version.number, environment.title),
            href: `${ask.deps.portalUrl}/reviews/${review.id}`,
          },
        ],
      },
      { heading: null, lines: [{ text: ask.say(words.letterWords.footer) }] },
    ],
    tells,
  };
}

async function reviewSeen(ask: Ask, thing: string): Promise<Row<"review"> | null> {
  const id = reviewOf(thing);
  return id === null ? null : row(ask.reader, "review", id);
}

/** Whether what a notice tells is so still: of a date while it is theirs to act, of a condition while it is owed. */
function holds({ kind, facts, personId }: StoredNotice, conditions: Row<"condition">[], yours: boolean): boolean {
  if (kind === "due") return yours;
  if (kind !== "condition") return true;
  return conditions.some(
    ({ id, state, owner_id }) => id === facts.condition && state === "in_force" && owner_id === personId,
  );
}

/** Why it is told, the most pressing first; its first is the subject. */
function sayings(
  desk: Desk,
  turns: Entry[],
  yours: Entry[],
  others: Told[],
): { subject: string; why: string[] } | null {
  const { say } = desk.ask;
  const due = others.some(({ notice }) => notice.kind === "due");
  const asked = due ? yours : turns;
  const [first] = asked;
  const answers = others.filter(({ notice }) => notice.kind === "answer").map(({ by }) => by ?? "");
  const rest = others.filter(({ notice }) => notice.kind === "decision" || notice.kind === "condition");
  const said = [
    ...(first ? [{ subject: words.turnSubject(say, first.act, first.dueAt, first.overdue), text: "" }] : []),
    ...rest,
    ...(answers.length > 0
      ? [{ subject: words.answerSubject(say, answers), text: words.answerWords(say, answers) }]
      : []),
  ];
  const why = [
    ...asked.map((entry) => `${inFull(desk, entry).reason} ${words.dueWords(say, entry.dueAt, entry.overdue)}`),
    ...said.map(({ text }) => text).filter((text) => text !== ""),
  ];
  return said[0] ? { subject: said[0].subject, why: [...new Set(why)] } : null;
}

/** The acts that are told of, as the trail tells them to this person; of what is out of their sight, nothing. */
async function changes({ reader, say }: Ask, me: string, tells: StoredNotice[]): Promise<string[]> {
  const events = await storedEvents(reader, { eventIds: tells.flatMap(({ facts }) => facts.event ?? []) });
  const lines = (await entriesOf(reader, me, events, say))
    .filter(({ closed }) => !closed)
    .map(({ view }) =>
      say(view.sentence.message, { ...view.sentence.values, who: view.actor?.name ?? say("The system") }),
    );
  return [...new Set(lines)].slice(-changesMost);
}

function account(ask: Ask, [told]: Told[]): Message | null {
  if (!told) return null;
  const job = told.notice.kind === "job";
  const open = { text: ask.say(words.letterWords.open), href: `${ask.deps.portalUrl}${job ? jobsPath : "/me"}` };
  return {
    subject: words.accountSubject(told.subject),
    blocks: [
      { heading: null, lines: [{ text: told.text }, ...(job ? [] : [{ text: ask.say(words.notYou) }])] },
      { heading: null, lines: [open] },
    ],
    tells: [told.notice],
  };
}
