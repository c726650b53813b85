import { rows } from "@countersign/db";
import { evaluate, type InboxItem, type InboxView, isPermitted } from "@countersign/domain";
import { z } from "zod";
import { type Ask, defineQuery } from "../kernel/query.ts";
import { People } from "../people/names.ts";
import type { ReviewFacts } from "./facts.ts";
import { evaluateInput } from "./rules.ts";
import { turnReason, yourTurn } from "./inbox-turn.ts";
import { reviewActions } from "./view-actions.ts";
import { factsOf } from "./view.ts";

const openStates = ["in_validation", "changes_requested", "pending_approval"];

/** Whose turn it is: every open review with the reason why it stands where it does, yours first, then by due date. */
export const inbox = defineQuery({
  name: "inbox.list",
  input: z.strictObject({}),
  roles: "any",
  see: async () => ({ workspaceId: null }),
  async run(ask): Promise<InboxView> {
    const { reader, known } = ask;
    const me = known.personId ?? "";
    const open = await rows(
      reader,
      "review",
      { workspace_id: known.workspaces, state: openStates },
      { order: "due_at", limit: 200 },
    );
    const ended = await rows(
      reader,
      "review",
      { workspace_id: known.workspaces, state: ["approved", "approved_with_conditions", "rejected", "withdrawn"] },
      { order: "ended_at", descending: true, limit: 20 },
    );
    const items: InboxItem[] = [];
    for (const review of open) items.push(...(await itemsOf(ask, await factsOf(reader, review), me)));
    for (const review of ended) {
      const facts = await factsOf(reader, review);
      const involved = review.requested_by === me || facts.decisions.some((decision) => decision.person_id === me);
      if (involved) items.push(item(ask, facts, "decided", `Ended: ${review.state.replaceAll("_", " ")}.`));
    }
    // A condition outlives the review that set it, however long ago that ended.
    const conditions = await rows(reader, "condition", { state: ["in_force", "evidence_given"] });
    const conditioned = await rows(reader, "review", {
      workspace_id: known.workspaces,
      id: [...new Set(conditions.map((condition) => condition.review_id))],
    });
    for (const review of conditioned) items.push(...conditionItems(ask, await factsOf(reader, review), me));
    const people = await People.load(reader, [me, ...items.map((entry) => entry.requestedBy.id)]);
    for (const entry of items) entry.requestedBy = people.get(entry.requestedBy.id);
    const rank = { turn: 0, condition: 1, finding: 1, mine: 2, waiting: 3, decided: 4 } as const;
    return {
      items: items.toSorted(
        (a, b) =>
          rank[a.kind] - rank[b.kind] ||
          (a.endedAt && b.endedAt && a.kind === "decided"
            ? b.endedAt.localeCompare(a.endedAt)
            : a.dueAt.localeCompare(b.dueAt)),
      ),
      you: people.get(me),
      roles: [...new Set(known.workspaces.flatMap((workspace) => known.rolesIn(workspace)))],
    };
  },
});

async function itemsOf(ask: Ask, facts: ReviewFacts, me: string): Promise<InboxItem[]> {
  const { review, round, decisions } = facts;
  const found: InboxItem[] = [];
  for (const finding of facts.findings) {
    if (finding.state === "open" && finding.owner_id === me)
      found.push(item(ask, facts, "finding", `Finding ${finding.number} waits for your answer.`));
    if (finding.state === "answered" && finding.raised_by === me)
      found.push(item(ask, facts, "finding", `Finding ${finding.number} has been answered: verify and close it.`));
  }
  if (review.state === "changes_requested") {
    const mine = review.requested_by === me;
    return [
      ...found,
      item(
        ask,
        facts,
        mine ? "turn" : "waiting",
        mine ? "Changes were requested: answer and open a new round." : "Waiting for the developers to answer.",
      ),
    ];
  }
  if (round.state === "gathering") {
    const left = facts.checkRuns.filter((checkRun) => checkRun.state === "queued").length;
    return [
      ...found,
      item(
        ask,
        facts,
        review.requested_by === me ? "mine" : "waiting",
        `Checks are running: ${left} of ${facts.checkRuns.length} left.`,
      ),
    ];
  }
  const roles = ask.known.rolesIn(review.workspace_id);
  const actions = reviewActions(facts, ask.known, ask.at);
  const signed = decisions.some((decision) => decision.person_id === me && decision.state === "valid");
  const turn = signed ? null : yourTurn(facts, me, roles, actions, ask.at);
  if (turn) return [...found, item(ask, facts, "turn", turnReason(facts, turn, roles))];
  const waiting = waitingReason(facts, ask.at);
  return [
    ...found,
    item(ask, facts, review.requested_by === me ? "mine" : "waiting", signed ? `You have signed. ${waiting}` : waiting),
  ];
}

function waitingReason(facts: ReviewFacts, at: string): string {
  const { turns } = evaluate(evaluateInput(facts, at));
  if (turns.length === 0) return "Nobody can act until what blocks it is resolved.";
  // A role may have several things to do: it is waited for once.
  const asked = new Map<string, number>();
  for (const { role, count } of turns) asked.set(role, Math.max(asked.get(role) ?? 0, count));
  return `Waiting for ${[...asked].map(([role, count]) => `${count} ${role.replaceAll("_", " ")}${count === 1 ? "" : "s"}`).join(" and ")}.`;
}

function conditionItems(ask: Ask, facts: ReviewFacts, me: string): InboxItem[] {
  const roles = ask.known.rolesIn(facts.review.workspace_id);
  const accepts = isPermitted("condition.accept", ask.known.actor.kind, roles);
  return facts.conditions.flatMap((condition) => {
    const reason =
      condition.state === "in_force" && condition.owner_id === me
        ? `Condition ${condition.number} waits for your evidence.`
        : condition.state === "evidence_given" && accepts && condition.owner_id !== me
          ? `Condition ${condition.number} has its evidence: accept it, or say what is missing.`
          : null;
    if (reason === null) return [];
    const { due_at } = condition;
    return [{ ...item(ask, facts, "condition", reason), dueAt: due_at, overdue: due_at < ask.at }];
  });
}

function item(ask: Ask, facts: ReviewFacts, kind: InboxItem["kind"], reason: string): InboxItem {
  const { review, model, version, environment, checkRuns } = facts;
  const { turns } = evaluate(evaluateInput(facts, ask.at));
  return {
    reviewId: review.id,
    model: { key: model.key, title: model.title, tier: review.tier },
    version: { id: version.id, number: version.number, label: version.label },
    environment: environment.title,
    state: review.state,
    reason,
    kind,
    dueAt: review.due_at,
    overdue: kind !== "decided" && review.due_at < ask.at,
    requestedBy: { id: review.requested_by, name: "" },
    requestedAt: review.requested_at,
    endedAt: review.ended_at,
    blocking: checkRuns.filter((checkRun) => checkRun.outcome === "blocks").length,
    needsCondition: checkRuns.filter((checkRun) => checkRun.outcome === "condition").length,
    onlyYou: kind === "turn" && turns.reduce((sum, turn) => sum + turn.count, 0) === 1,
  };
}
