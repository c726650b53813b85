import { type InboxItem, type Turn, type TurnAct } from "@countersign/domain";
import type { Row } from "@countersign/db";
import { askedInSight } from "../reviews/assignments.ts";
import type { ReviewFacts } from "../reviews/facts.ts";
import { verdictOf } from "../reviews/rules.ts";
import type { Desk } from "./desk.ts";

/** Acts of whoever asked for the review, whatever role the rule names. */
const askers = new Set<TurnAct>([
  "answer_finding",
  "resume_review",
  "submit_new_version",
  "submit_again",
  "meet_condition",
]);

/** Acts that sign: as many people give them as the policy asks. */
const signs = new Set<TurnAct>(["recommend", "approve", "approve_with_conditions"]);

/** Whom an open review waits for, and since when it has been their turn. Who has signed already is not told from it. */
export function waitsFor(desk: Desk, facts: ReviewFacts): InboxItem["waitsFor"] {
  const { review, round } = facts;
  if (review.ended_at || round.state === "gathering") return null;
  if (review.state === "changes_requested") {
    const asked = facts.decisions.filter(({ act }) => act === "request_changes").map(({ signed_at }) => signed_at);
    return { who: desk.people.get(review.requested_by).name, since: latest(round.opened_at, ...asked) };
  }
  const waits = verdictOf(facts, desk.ask.at).turns.map((turn) => waitOf(desk, facts, turn));
  return waits.length === 0
    ? null
    : {
        who: desk.ask.say.list([...new Set(waits.map(({ who }) => who))]),
        since: earliest(waits.map(({ since }) => since)) ?? round.opened_at,
      };
}

/** One turn: by name where only one could be meant or all are asked, otherwise by what is missing. */
function waitOf(desk: Desk, facts: ReviewFacts, turn: Turn): { who: string; since: string } {
  const { role, count, act } = turn;
  const { say } = desk.ask;
  const since = turnSince(facts, act);
  if (askers.has(act)) return { who: desk.people.get(facts.review.requested_by).name, since };
  const asked = askedInSight(facts, desk.me, desk.ask.at).filter((assignment) => assignment.role === role);
  if (asked.length >= count)
    return { who: namesOf(desk, asked), since: latest(since, earliest(asked.map((one) => one.assigned_at))) };
  const could = couldAct(facts, role);
  if (could.length === 0) return { who: say("nobody who could act as {role}", { role: say.term(role) }), since };
  if (could.length === 1) return { who: desk.people.get(could[0] ?? "").name, since };
  const need = signs.has(act) ? needOf(desk, facts, turn) : 1;
  if (need === 1) return { who: say("any one of {n} {role}s", { n: could.length, role: say.term(role) }), since };
  return {
    who:
      count === need
        ? say("{n} {role}s to sign", { n: need, role: say.term(role) })
        : say("{n} of {need} {role}s still to sign", { n: count, need, role: say.term(role) }),
    since,
  };
}

const namesOf = (desk: Desk, asked: Row<"assignment">[]): string =>
  desk.ask.say.list(asked.map(({ person_id }) => desk.people.get(person_id).name));

/** Active people in a role who did not help to build the version. */
const couldAct = ({ rolesInForce, activePeople, contributors }: ReviewFacts, role: string): string[] =>
  [...rolesInForce].flatMap(([id, roles]) =>
    roles.includes(role) && activePeople.has(id) && !contributors.some((item) => item.person_id === id) ? [id] : [],
  );

/** How many signatures of a kind the policy asks of a role. */
const needOf = (desk: Desk, facts: ReviewFacts, { role, act }: Turn): number =>
  verdictOf(facts, desk.ask.at).missing.find(
    (signOff) => signOff.role === role && (signOff.act === "recommend") === (act === "recommend"),
  )?.need ?? 1;

/** When what a turn waited for had come: the evidence, the answer, the closing of a finding, the recommendation. */
function turnSince({ round, findings, decisions }: ReviewFacts, act: TurnAct): string {
  const sealed = round.sealed_at ?? round.opened_at;
  const of = (state: string) => findings.filter((finding) => finding.state === state);
  switch (act) {
    case "answer_finding":
      return earliest(of("open").map(({ raised_at }) => raised_at)) ?? sealed;
    case "close_finding":
      return earliest(of("answered").map(({ answered_at }) => answered_at)) ?? sealed;
    case "recommend":
      return latest(sealed, ...findings.map(({ closed_at }) => closed_at));
    case "approve":
    case "approve_with_conditions":
      return latest(
        sealed,
        ...findings.map(({ closed_at }) => closed_at),
        ...decisions
          .filter((one) => one.act === "recommend" && one.state === "valid")
          .map(({ signed_at }) => signed_at),
      );
    default:
      return sealed;
  }
}

const earliest = (moments: (string | null)[]): string | undefined =>
  moments.filter((moment) => moment !== null).toSorted()[0];
const latest = (first: string, ...others: (string | null | undefined)[]): string =>
  others.reduce<string>((found, moment) => (moment && moment > found ? moment : found), first);
