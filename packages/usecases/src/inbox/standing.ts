import type { ReviewFacts } from "../reviews/facts.ts";
import { openStates } from "../reviews/states.ts";
import type { Desk } from "./desk.ts";
import { type Entry, findingEntries, openEntry } from "./items.ts";
import { conditionEntries } from "./list.ts";

/** What of one review is to be done now by whose desk it is, as it stands in their inbox; nothing of what they have put off. */
export function yoursOf(desk: Desk, facts: ReviewFacts): Entry[] {
  const { known } = desk.ask;
  if (!known.inForce || !known.workspaces.includes(facts.review.workspace_id)) return [];
  const stands = openStates.has(facts.review.state) ? openEntry(desk, facts) : null;
  const findings = facts.findings.filter(({ state }) => state === "open" || state === "answered");
  const conditions = facts.conditions.filter(({ state }) => state === "in_force" || state === "evidence_given");
  return [
    ...(stands ? [...findingEntries(desk, stands, findings), stands] : []),
    ...conditionEntries(desk, facts, conditions),
  ].filter(({ kind, snoozedUntil }) => yours.has(kind) && snoozedUntil === null);
}

const yours = new Set<Entry["kind"]>(["turn", "finding", "condition"]);
