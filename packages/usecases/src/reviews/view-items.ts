import {
  type Allowed,
  type AssignmentView,
  type ConditionView,
  type FindingView,
  permissions,
  type CommandName,
} from "@countersign/domain";
import type { Say } from "@countersign/words";
import type { KnownActor } from "../kernel/actor.ts";
import type { Disclosed, People } from "../people/names.ts";
import { standingOf } from "./assignments.ts";
import type { ReviewFacts } from "./facts.ts";
import { hiddenSigners } from "./hidden.ts";

interface Input {
  facts: ReviewFacts;
  known: KnownActor;
  people: People;
  texts: Disclosed;
  say: Say;
}

const no = (why: string): Allowed => ({ allowed: false, why });

function holds({ facts, known }: Input, command: CommandName): boolean {
  return known.rolesIn(facts.review.workspace_id).some((role) => permissions[command].roles.includes(role));
}

export function findingViews(input: Input): FindingView[] {
  const { facts, known, people, texts, say } = input;
  return facts.findings.map((finding) => ({
    id: finding.id,
    number: finding.number,
    severity: finding.severity,
    state: finding.state,
    title: texts.text(finding.title),
    body: texts.text(finding.body),
    raisedBy: people.get(finding.raised_by),
    raisedAt: finding.raised_at,
    owner: people.get(finding.owner_id),
    answer: texts.text(finding.answer),
    answeredBy: people.get(finding.answered_by),
    resolution: texts.text(finding.resolution),
    closedBy: people.get(finding.closed_by),
    mayAnswer:
      finding.state !== "open"
        ? no(say("The finding is not open."))
        : holds(input, "finding.answer")
          ? { allowed: true }
          : no(say("The side that built the model answers.")),
    mayClose:
      finding.state === "closed"
        ? no(say("The finding is closed."))
        : finding.owner_id === known.personId || finding.answered_by === known.personId
          ? no(say("Whoever owns or answered a finding cannot close it."))
          : holds(input, "finding.close")
            ? { allowed: true }
            : no(say("A validator closes findings.")),
  }));
}

export function conditionViews(input: Input): ConditionView[] {
  const { facts, known, people, texts, say } = input;
  return facts.conditions.map((condition) => ({
    id: condition.id,
    number: condition.number,
    text: texts.text(condition.text),
    covers: condition.covers,
    owner: people.get(condition.owner_id),
    dueAt: condition.due_at,
    blocking: condition.blocking,
    state: condition.state,
    evidence: texts.text(condition.evidence),
    mayGiveEvidence:
      condition.state !== "in_force"
        ? no(say("The condition is not in force."))
        : condition.owner_id === known.personId
          ? { allowed: true }
          : no(say("Its owner gives the evidence.")),
    mayAccept:
      condition.state !== "evidence_given"
        ? no(say("There is no evidence to accept."))
        : condition.owner_id === known.personId || condition.given_by === known.personId
          ? no(say("Whoever owns a condition cannot accept its evidence."))
          : holds(input, "condition.accept")
            ? { allowed: true }
            : no(say("A validator accepts evidence.")),
  }));
}

/** Who has been asked. Whether they have signed is told only to whom their signature is. */
export function assignmentViews(facts: ReviewFacts, people: People, me: string, at: string): AssignmentView[] {
  const hidden = hiddenSigners(facts, me);
  return facts.assignments.map((assignment) => {
    const state = standingOf(facts, assignment, at);
    const hide = hidden.has(assignment.person_id);
    return {
      person: people.get(assignment.person_id),
      role: assignment.role,
      by: people.get(assignment.assigned_by),
      at: assignment.assigned_at,
      state: state === "signed" && hide ? "asked" : state,
    };
  });
}
