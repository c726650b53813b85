import {
  changedWords,
  countedRole,
  type InboxItem,
  isPermitted,
  permissions,
  type Role,
  type TurnAct,
} from "@countersign/domain";
import type { Row } from "@countersign/db";
import { leftTo } from "../reviews/assignments.ts";
import { msg, type Say } from "@countersign/words";
import type { ReviewFacts, ReviewStand } from "../reviews/facts.ts";
import { verdictOf } from "../reviews/rules.ts";
import { openStates } from "../reviews/states.ts";
import { reviewAction } from "../reviews/view-actions.ts";
import type { Desk } from "./desk.ts";
import { peekOf, readingOf } from "./peek.ts";
import { turnReason, turnTodo, yourTurn } from "./turn.ts";
import { waitsFor } from "./waits.ts";

/** An item as it is counted and ordered: what is told of it in full costs more, and is made for those that are shown. */
export interface Entry extends Pick<
  InboxItem,
  "kind" | "part" | "dueAt" | "overdue" | "onlyYou" | "todo" | "snoozedUntil"
> {
  stand: ReviewStand;
  /** The turn that it stands for; null where it is none of this person's. */
  act: TurnAct | null;
  /** Why it is here. */
  says(of: { say: Say; facts: ReviewFacts }): string;
}

/** Whether a review has to be judged to know if this person has a turn in it: who signs, who mends, who asked for it. */
export function couldBeTurn(desk: Desk, { review, round }: ReviewStand): boolean {
  if (round.state !== "sealed" || review.state === "changes_requested") return false;
  const roles = desk.ask.known.rolesIn(review.workspace_id);
  return review.requested_by === desk.me || roles.some((role) => turnTakers.has(role));
}

/** Roles that have turns in reviews that they did not ask for. */
const turnTakers = new Set<Role>([
  ...permissions["review.decide"].roles,
  ...permissions["review.recommend"].roles,
  ...permissions["contributor.map"].roles,
  ...permissions["check.rerun"].roles,
  ...permissions["model.tier"].roles,
  ...permissions["policy.publish"].roles,
  ...permissions["environment.define"].roles,
]);

/** Turns that end in a signature: what may be asked of one person. */
const signing = new Set<TurnAct>([
  "recommend",
  "approve",
  "approve_with_conditions",
  "propose_conditions",
  "request_changes",
]);

/** Where an open review stands for this person. */
export function openEntry(desk: Desk, stand: ReviewStand): Entry {
  const { ask, me } = desk;
  const { review, round } = stand;
  const mine = review.requested_by === me;
  const others = mine ? "mine" : "waiting";
  if (review.state === "changes_requested")
    return mine
      ? entry(desk, stand, "turn", ({ say }) => say("Changes were requested: answer and open a new round."), {
          todo: msg("Answer, open a round"),
        })
      : entry(desk, stand, "waiting", ({ say }) => say("Waiting for the developers to answer."));
  if (round.state === "gathering")
    return entry(desk, stand, others, ({ say, facts: { checkRuns } }) => {
      const left = checkRuns.filter((checkRun) => checkRun.state === "queued").length;
      return say("Checks are running: {n} of {all} left.", { n: left, all: checkRuns.length });
    });
  const signed = (desk.decisions.get(review.id) ?? []).some(
    (decision) => decision.round_id === round.id && decision.person_id === me && decision.state === "valid",
  );
  const waits = entry(desk, stand, others, ({ say, facts }) =>
    signed ? `${say("You have signed.")} ${waitingReason(say, facts, ask.at)}` : waitingReason(say, facts, ask.at),
  );
  if (signed || !couldBeTurn(desk, stand)) return waits;
  const facts = desk.facts(review.id);
  const roles = ask.known.rolesIn(review.workspace_id);
  const turn = yourTurn(facts, me, roles, (action) => reviewAction(action, facts, ask.known, ask.at).allowed, ask.at);
  if (!turn) return waits;
  const { missing } = verdictOf(facts, ask.at);
  // What somebody else has been asked for is theirs until it is late: then it is everybody's again who could do it.
  const left = signing.has(turn.act) && review.due_at >= ask.at ? leftTo(facts, ask.at, me, turn.role) : [];
  if (left.length > 0) return waits;
  return entry(desk, stand, "turn", ({ say }) => turnReason(say, facts, turn, roles, ask.at), {
    act: turn.act,
    onlyYou: missing.reduce((sum, { have, need }) => sum + need - have, 0) === 1,
  });
}

/** Which findings of an open review are this person's to act on; one that is the turn itself stands once. */
export function findingEntries(desk: Desk, { stand, act }: Entry, findings: Row<"finding">[]): Entry[] {
  const told = act && { answer_finding: "open", close_finding: "answered" }[act as string];
  return findings.flatMap((finding) => {
    const { number, state } = finding;
    const [says, todo] =
      state === "open" && finding.owner_id === desk.me
        ? [msg("Finding {n} waits for your answer."), msg("Answer the finding")]
        : state === "answered" && finding.raised_by === desk.me
          ? [msg("Finding {n} has been answered: verify and close it."), msg("Verify, then close")]
          : [null, null];
    if (says === null || state === told) return [];
    return [entry(desk, stand, "finding", ({ say }) => say(says, { n: number }), { todo, part: { number, state } })];
  });
}

export function entry(
  desk: Desk,
  stand: ReviewStand,
  kind: Entry["kind"],
  says: Entry["says"],
  more: Partial<Entry> = {},
): Entry {
  const { id, due_at } = stand.review;
  const made = {
    stand,
    kind,
    says,
    dueAt: due_at,
    overdue: kind !== "decided" && due_at < desk.ask.at,
    onlyYou: false,
    part: null,
    todo: null,
    act: null,
    ...more,
  };
  // Late work cannot be put off, and what has ended need not be.
  return { ...made, snoozedUntil: made.overdue || kind === "decided" ? null : (desk.snoozes.get(id) ?? null) };
}

/** An entry with all that is told of it. */
export function inFull(desk: Desk, { stand, kind, act, says, ...told }: Entry): InboxItem {
  const { review } = stand;
  const facts = desk.facts(review.id);
  const { model, version, environment } = facts;
  const peek = peekOf(desk, facts);
  const { again } = peek;
  const { me, ask } = desk;
  const { say } = ask;
  const todo = act === null ? told.todo : turnTodo(act, again !== null);
  const asked = act === null ? undefined : facts.assignments.find(({ person_id }) => person_id === me);
  const by =
    asked &&
    ` ${asked.assigned_by === me ? say("You took it.") : say("{name} asked you.", { name: desk.people.get(asked.assigned_by).name })}`;
  const changed = act !== null && again && changedWords(say, again.changed);
  const since = changed ? ` ${say("{what} changed since your review.", { what: capital(changed) })}` : "";
  const ended = (outcome: string): number => facts.checkRuns.filter((checkRun) => checkRun.outcome === outcome).length;
  return {
    ...told,
    reviewId: review.id,
    model: { key: model.key, title: model.title, tier: review.tier },
    version: { id: version.id, number: version.number, label: version.label },
    environment: environment.title,
    state: review.state,
    reason: says({ say, facts }) + (by ?? "") + since,
    assignable:
      openStates.has(review.state) &&
      isPermitted("review.assign", ask.known.actor.kind, ask.known.rolesIn(review.workspace_id)),
    kind,
    requestedBy: desk.people.get(review.requested_by),
    requestedAt: review.requested_at,
    endedAt: review.ended_at,
    blocking: ended("blocks"),
    needsCondition: ended("condition"),
    todo: todo === null ? null : say(todo),
    waitsFor: kind === "waiting" || kind === "mine" ? waitsFor(desk, facts) : null,
    toRead: kind === "turn" ? readingOf(desk, facts) : null,
    peek,
  };
}

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

function waitingReason(say: Say, facts: ReviewFacts, at: string): string {
  const { turns } = verdictOf(facts, at);
  if (turns.length === 0) return say("Nobody can act until what blocks it is resolved.");
  // A role may have several things to do: it is waited for once.
  const asked = new Map<Role, number>();
  for (const { role, count } of turns) asked.set(role, Math.max(asked.get(role) ?? 0, count));
  const who = [...asked].map(([role, n]) => countedRole(n, role, say));
  return say("Waiting for {who}.", { who: say.list(who) });
}
