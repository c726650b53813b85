import { type Row, rows } from "@countersign/db";
import { type InboxItem, type InboxView, isPermitted } from "@countersign/domain";
import { z } from "zod";
import { defineQuery } from "../kernel/query.ts";
import type { ReviewFacts } from "../reviews/facts.ts";
import { type Desk, loadDesk } from "./desk.ts";
import { item, openItems } from "./items.ts";

const openStates = ["in_validation", "changes_requested", "pending_approval"];

/** Whose turn it is: every open review with the reason why it stands where it does, yours first, then by due date. */
export const inbox = defineQuery({
  name: "inbox.list",
  input: z.strictObject({}),
  roles: "any",
  see: async () => ({ workspaceId: null }),
  async run(ask): Promise<InboxView> {
    const { reader, known } = ask;
    const open = await rows(
      reader,
      "review",
      { workspace_id: known.workspaces, state: openStates },
      { order: "due_at" },
    );
    const ended = await rows(
      reader,
      "review",
      { workspace_id: known.workspaces, state: ["approved", "approved_with_conditions", "rejected", "withdrawn"] },
      { order: "ended_at", descending: true, limit: 20 },
    );
    // A condition outlives the review that set it, however long ago that ended.
    const conditions = await rows(reader, "condition", { state: ["in_force", "evidence_given"] });
    const conditioned = await rows(reader, "review", {
      workspace_id: known.workspaces,
      id: [...new Set(conditions.map((condition) => condition.review_id))],
    });
    const desk = await loadDesk(ask, [...open, ...ended, ...conditioned]);
    const of = (reviews: Row<"review">[]): ReviewFacts[] =>
      reviews.map(({ id }) => desk.facts.get(id)).filter((facts) => facts !== undefined);
    const items = [
      ...of(open).flatMap((facts) => openItems(desk, facts)),
      ...of(ended).flatMap((facts) => decidedItems(desk, facts)),
      ...of(conditioned).flatMap((facts) => conditionItems(desk, facts)),
    ];
    return {
      items: items.toSorted(byUrgency),
      you: desk.people.get(desk.me),
      roles: [...new Set(known.workspaces.flatMap((workspace) => known.rolesIn(workspace)))],
    };
  },
});

const rank = { turn: 0, condition: 1, finding: 1, mine: 2, waiting: 3, decided: 4 } as const;

/** Yours first; within a day what waits for nobody else, then the higher tier (ux I3). What is decided: newest first. */
function byUrgency(a: InboxItem, b: InboxItem): number {
  if (rank[a.kind] !== rank[b.kind]) return rank[a.kind] - rank[b.kind];
  if (a.kind === "decided") return (b.endedAt ?? "").localeCompare(a.endedAt ?? "");
  return (
    a.dueAt.slice(0, 10).localeCompare(b.dueAt.slice(0, 10)) ||
    Number(b.onlyYou) - Number(a.onlyYou) ||
    a.model.tier.localeCompare(b.model.tier) ||
    a.dueAt.localeCompare(b.dueAt)
  );
}

function decidedItems(desk: Desk, facts: ReviewFacts): InboxItem[] {
  const own = facts.decisions.findLast((decision) => decision.person_id === desk.me && decision.state === "valid");
  const took = facts.decisions.some((decision) => decision.person_id === desk.me);
  if (!took && facts.review.requested_by !== desk.me) return [];
  const part = own
    ? `You signed: ${own.act.replaceAll("_", " ")}.`
    : took
      ? "You took your signature back."
      : "You asked for it.";
  return [item(desk, facts, "decided", part)];
}

function conditionItems(desk: Desk, facts: ReviewFacts): InboxItem[] {
  const { ask, me } = desk;
  const roles = ask.known.rolesIn(facts.review.workspace_id);
  const accepts = isPermitted("condition.accept", ask.known.actor.kind, roles);
  return facts.conditions.flatMap((condition) => {
    const [reason, todo] =
      condition.state === "in_force" && condition.owner_id === me
        ? [`Condition ${condition.number} waits for your evidence.`, "Give evidence"]
        : condition.state === "evidence_given" && accepts && condition.owner_id !== me
          ? [`Condition ${condition.number} has its evidence: accept it, or say what is missing.`, "Accept or return"]
          : [null, null];
    if (reason === null) return [];
    const { number, state, due_at } = condition;
    const entry = item(desk, facts, "condition", reason, todo);
    return [{ ...entry, part: { number, state }, dueAt: due_at, overdue: due_at < ask.at }];
  });
}
