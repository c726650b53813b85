import type { Say } from "@countersign/words";
import { type Row, rows, storedEvents } from "@countersign/db";
import type { EventCore } from "@countersign/record";
import { sightOf } from "../events/sight.ts";
import type { Ask } from "../kernel/query.ts";
import { People } from "../people/names.ts";
import { placesOf, type ReviewPlace } from "../reviews/facts.ts";
import { jobsNamed } from "../jobs/moving.ts";
import { viewOf } from "../jobs/view.ts";
import type { StoredNotice } from "./notice.ts";
import * as words from "./words.ts";

/** A notice in words, for whoever it is told to. */
export interface Told {
  notice: StoredNotice;
  subject: string;
  text: string;
  /** The review that it is about; null: an account. */
  place: ReviewPlace | null;
  /** Who did it. */
  by: string | null;
}

/** Notices in words, without those of what their person does not see any more. Turns are told by the inbox, and not here. */
export async function tell(ask: Ask, notices: readonly StoredNotice[]): Promise<Told[]> {
  const { reader } = ask;
  const events = await storedEvents(reader, { eventIds: notices.flatMap(({ facts }) => facts.event ?? []) });
  const cores = new Map(events.map(({ eventId, core }) => [eventId, core]));
  const people = await People.load(
    reader,
    events.map(({ core }) => core.actor.person),
  );
  const reviewIds = notices.map(({ thing }) => reviewOf(thing)).filter((id) => id !== null);
  const { workspaces } = await sightOf(reader, ask.known);
  const places = await placesOf(
    reader,
    await rows(reader, "review", { id: [...new Set(reviewIds)], workspace_id: workspaces }),
  );
  const owed = await rows(reader, "condition", { id: notices.flatMap(({ facts }) => facts.condition ?? []) });
  const jobs = await jobsNamed(
    reader,
    notices.flatMap(({ facts }) => facts.job ?? []),
  );
  const conditions = new Map(owed.map((condition) => [condition.id, condition]));
  return notices.flatMap((notice): Told[] => {
    const core = cores.get(notice.facts.event ?? "") ?? null;
    const by = people.get(core?.actor.person ?? null)?.name ?? null;
    const reviewId = reviewOf(notice.thing);
    if (notice.kind === "job") {
      const job = jobs.get(notice.facts.job ?? "");
      return job ? [{ notice, ...words.jobWords(ask.say, viewOf(job, ask.say)), place: null, by }] : [];
    }
    if (reviewId === null) return [{ notice, ...accountWords(ask.say, core, by), place: null, by }];
    const place = places.get(reviewId);
    const said = place && reviewWords(ask.say, notice, place, core, by, conditions.get(notice.facts.condition ?? ""));
    return place && said ? [{ notice, ...said, place, by }] : [];
  });
}

/** Where what was made is fetched: on any page, the tray opens on this one. */
export const jobsPath = "/inbox#jobs";

/** The review that a stream is of; null: it is of something else. */
export const reviewOf = (thing: string): string | null =>
  thing.startsWith("review:") ? thing.slice("review:".length) : null;

type Words = Pick<Told, "subject" | "text">;

function reviewWords(
  say: Say,
  { kind, facts }: StoredNotice,
  { review, environment }: ReviewPlace,
  core: EventCore | null,
  by: string | null,
  condition: Row<"condition"> | undefined,
): Words | null {
  const late = facts.late === true;
  if (kind === "due")
    return {
      subject: words.turnSubject(say, null, review.due_at, late),
      text: words.dueWords(say, review.due_at, late),
    };
  if (kind === "condition" && condition) {
    const { number, due_at } = condition;
    return {
      subject: words.conditionSubject(say, number, due_at),
      text: words.conditionWords(say, number, facts.days ?? 0, due_at),
    };
  }
  if (!core) return null;
  if (kind === "decision")
    return {
      subject: words.decisionSubject(say, core.act, environment.title),
      text: words.decisionWords(say, core.act, environment.title),
    };
  return kind === "answer"
    ? { subject: words.answerSubject(say, [by ?? ""]), text: words.answerWords(say, [by ?? ""]) }
    : null;
}

function accountWords(say: Say, core: EventCore | null, by: string | null): Words {
  const cell = (table: string, column: string): string =>
    String(core?.rows.find(({ t }) => t === table)?.row[column] ?? "");
  const act = core?.act ?? "password";
  return {
    subject: words.accountSubjectOf(say, act),
    text: words.accountWords(say, act, by, {
      role: cell("role_grant", "role"),
      label: cell("token", "label"),
      waits: core?.data["confirmed_by"] === null,
    }),
  };
}
