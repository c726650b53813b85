import { type InboxItem } from "@countersign/domain";
import type { ReviewFacts } from "../reviews/facts.ts";
import type { Desk } from "./desk.ts";
import { peekOf, readingOf, waitsFor } from "./peek.ts";
import { turnReason, turnTodo, yourTurn } from "./turn.ts";
import { verdictOf } from "../reviews/rules.ts";
import { reviewActions } from "../reviews/view-actions.ts";

/** Where an open review stands for this person, and which of its findings are theirs to act on. */
export function openItems(desk: Desk, facts: ReviewFacts): InboxItem[] {
  const { ask, me } = desk;
  const { review, round, decisions } = facts;
  const findings = findingItems(desk, facts);
  const mine = review.requested_by === me;
  const others = mine ? "mine" : "waiting";
  if (review.state === "changes_requested") {
    const stands = mine
      ? item(desk, facts, "turn", "Changes were requested: answer and open a new round.", "Answer, open a round")
      : item(desk, facts, "waiting", "Waiting for the developers to answer.");
    return [...findings, stands];
  }
  if (round.state === "gathering") {
    const left = facts.checkRuns.filter((checkRun) => checkRun.state === "queued").length;
    return [...findings, item(desk, facts, others, `Checks are running: ${left} of ${facts.checkRuns.length} left.`)];
  }
  const roles = ask.known.rolesIn(review.workspace_id);
  const signed = decisions.some((decision) => decision.person_id === me && decision.state === "valid");
  const turn = signed ? null : yourTurn(facts, me, roles, reviewActions(facts, ask.known, ask.at), ask.at);
  if (!turn) {
    const waiting = waitingReason(facts, ask.at);
    return [...findings, item(desk, facts, others, signed ? `You have signed. ${waiting}` : waiting)];
  }
  const yours = item(desk, facts, "turn", turnReason(facts, turn, roles));
  const { again } = yours.peek;
  yours.todo = turnTodo(turn.act, again !== null);
  if (again && again.changed.length > 0)
    yours.reason += ` ${listed(again.changed)} changed since round ${again.since}.`;
  // A finding that is the turn itself stands once.
  const told = { answer_finding: "open", close_finding: "answered" }[turn.act as string];
  return [...(told ? findingItems(desk, facts, told) : findings), yours];
}

function findingItems(desk: Desk, facts: ReviewFacts, without?: string): InboxItem[] {
  return facts.findings.flatMap((finding) => {
    const { number, state } = finding;
    const [says, todo] =
      state === "open" && finding.owner_id === desk.me
        ? ["waits for your answer.", "Answer the finding"]
        : state === "answered" && finding.raised_by === desk.me
          ? ["has been answered: verify and close it.", "Verify, then close"]
          : [null, null];
    if (says === null || state === without) return [];
    return [{ ...item(desk, facts, "finding", `Finding ${number} ${says}`, todo), part: { number, state } }];
  });
}

const listed = (names: string[]): string => {
  const text = new Intl.ListFormat("en").format(names);
  return text.slice(0, 1).toUpperCase() + text.slice(1);
};

function waitingReason(facts: ReviewFacts, at: string): string {
  const { turns } = verdictOf(facts, at);
  if (turns.length === 0) return "Nobody can act until what blocks it is resolved.";
  // A role may have several things to do: it is waited for once.
  const asked = new Map<string, number>();
  for (const { role, count } of turns) asked.set(role, Math.max(asked.get(role) ?? 0, count));
  return `Waiting for ${[...asked].map(([role, count]) => `${count} ${role.replaceAll("_", " ")}${count === 1 ? "" : "s"}`).join(" and ")}.`;
}

export function item(
  desk: Desk,
  facts: ReviewFacts,
  kind: InboxItem["kind"],
  reason: string,
  todo: string | null = null,
): InboxItem {
  const { review, model, version, environment, checkRuns } = facts;
  const { missing } = verdictOf(facts, desk.ask.at);
  return {
    reviewId: review.id,
    model: { key: model.key, title: model.title, tier: review.tier },
    version: { id: version.id, number: version.number, label: version.label },
    environment: environment.title,
    state: review.state,
    reason,
    kind,
    dueAt: review.due_at,
    overdue: kind !== "decided" && review.due_at < desk.ask.at,
    requestedBy: desk.people.get(review.requested_by),
    requestedAt: review.requested_at,
    endedAt: review.ended_at,
    blocking: checkRuns.filter((checkRun) => checkRun.outcome === "blocks").length,
    needsCondition: checkRuns.filter((checkRun) => checkRun.outcome === "condition").length,
    onlyYou: kind === "turn" && missing.reduce((sum, { have, need }) => sum + need - have, 0) === 1,
    part: null,
    todo,
    waitsFor: kind === "waiting" || kind === "mine" ? waitsFor(desk, facts) : null,
    toRead: kind === "turn" ? readingOf(desk, facts) : null,
    peek: peekOf(desk, facts),
  };
}
