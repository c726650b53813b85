import type { Row } from "@countersign/db";
import { type AssignmentView, type Eligibility, mayBeAsked, type Role } from "@countersign/domain";
import type { ReviewFacts } from "./facts.ts";
import { hiddenSigners } from "./hidden.ts";
import { evaluateInput, verdictOf } from "./rules.ts";

/** What has become of an assignment: its person is waited for, has decided in this round, or may not be asked any more. */
export function standingOf(facts: ReviewFacts, assignment: Row<"assignment">, at: string): AssignmentView["state"] {
  const { person_id: person, role } = assignment;
  const verdict = mayBeAsked(evaluateInput(facts, at), { person, role: role as Role });
  if (verdict.ok) return "asked";
  return verdict.obstacles.every(({ kind }) => kind === "already_decided") ? "signed" : "lapsed";
}

/** Assignments whose people are waited for. */
export const asking = (facts: ReviewFacts, at: string): Row<"assignment">[] =>
  facts.assignments.filter((assignment) => standingOf(facts, assignment, at) === "asked");

/** Signatures of a role that are missing. */
export const missingOf = (facts: ReviewFacts, at: string, role: string): number =>
  verdictOf(facts, at)
    .missing.filter((signOff) => signOff.role === role)
    .reduce((sum, { have, need }) => sum + need - have, 0);

/** Whom all missing signatures of a role are asked of, where this person is none of them; nobody where their own is wanted too. */
export function leftTo(facts: ReviewFacts, at: string, person: string, role: string): string[] {
  const asked = asking(facts, at).filter((assignment) => assignment.role === role);
  const others = asked.map(({ person_id }) => person_id);
  return others.includes(person) || others.length < missingOf(facts, at, role) ? [] : others;
}

/** Why somebody may not be asked, as `me` may know it: of whom they do not see that they have decided, nothing stands in the way. */
export function mayAsk(facts: ReviewFacts, me: string, person: string, role: Role, at: string): Eligibility {
  const verdict = mayBeAsked(evaluateInput(facts, at), { person, role });
  const hidden = !verdict.ok && hiddenSigners(facts, me).has(person);
  return hidden && verdict.obstacles.every(({ kind }) => kind === "already_decided") ? { ok: true } : verdict;
}

/** Who may be asked for each sign-off that is missing, by role, as `me` may know it. */
export function candidates(facts: ReviewFacts, me: string, at: string): Map<Role, string[]> {
  const roles = [...new Set(facts.pinned.policy.signOffs.map(({ role }) => role))];
  return new Map(
    roles
      .filter((role) => missingOf(facts, at, role) > 0)
      .map((role) => [role, [...facts.activePeople].filter((person) => mayAsk(facts, me, person, role, at).ok)]),
  );
}

/** Assignments whose people are waited for, as `me` may know it: who has decided out of their sight is waited for still. */
export function askedInSight(facts: ReviewFacts, me: string, at: string): Row<"assignment">[] {
  const hidden = hiddenSigners(facts, me);
  return facts.assignments.filter((assignment) => {
    const standing = standingOf(facts, assignment, at);
    return standing === "asked" || (standing === "signed" && hidden.has(assignment.person_id));
  });
}
