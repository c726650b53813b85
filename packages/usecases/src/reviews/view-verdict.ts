import {
  explain,
  groupOf,
  type MissingSignOff,
  type Reason,
  type ReasonView,
  responders,
  turnWords,
} from "@countersign/domain";
import type { Say } from "@countersign/words";
import type { People } from "../people/names.ts";
import { askedInSight, candidates } from "./assignments.ts";
import type { ReviewFacts } from "./facts.ts";
import { verdictOf } from "./rules.ts";
import { openStates } from "./states.ts";

/** What is in the way of an approval, each with what must be done about it. */
export const reasonViews = (facts: ReviewFacts, at: string, say: Say): ReasonView[] =>
  verdictOf(facts, at).reasons.map((reason) => ({
    group: groupOf(reason),
    text: explain(reason, say).text,
    brief: explain("sentence" in reason ? { ...reason, sentence: "" } : reason, say).text.trim(),
    todo: todoOf(facts, reason, say),
    check: "check" in reason ? reason.check : null,
    finding: reason.kind === "finding_open" ? reason.number : null,
  }));

function todoOf(facts: ReviewFacts, reason: Reason, say: Say): string {
  const [last, ...before] = responders(reason, facts.pinned.policy)
    .map(({ act, role }) => say("{act} ({role})", { act: say(turnWords[act]), role: say.term(role) }))
    .toReversed();
  return before.reduce((other, one) => say("{one}, or {other}", { one, other }), last ?? "");
}

/** So many people are named for a sign-off. */
const named = 5;

/** Sign-offs that are missing, and whose they are as `me` may know it: who is asked, or else who may give them. */
export function missingViews(facts: ReviewFacts, people: People, me: string, at: string): MissingSignOff[] {
  if (!openStates.has(facts.review.state)) return [];
  const able = candidates(facts, me, at);
  const asked = askedInSight(facts, me, at);
  return verdictOf(facts, at).missing.map(({ role, act, have, need }) => {
    const own = asked.filter((assignment) => assignment.role === role).map(({ person_id }) => person_id);
    const whose = own.length >= need - have ? own : (able.get(role) ?? []);
    const sorted = whose.map((id) => people.get(id)).toSorted((a, b) => a.name.localeCompare(b.name, "en"));
    return { role, act, count: need - have, of: sorted.slice(0, named), more: Math.max(0, sorted.length - named) };
  });
}
