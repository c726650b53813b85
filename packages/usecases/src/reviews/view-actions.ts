import {
  type Allowed,
  type CommandName,
  explain,
  explainRefusal,
  mayDecide,
  meaningOf,
  permissions,
  type ReviewAction,
  type ReviewView,
  type Role,
} from "@countersign/domain";
import { english, type Say } from "@countersign/words";
import type { KnownActor } from "../kernel/actor.ts";
import type { ReviewFacts } from "./facts.ts";
import { evaluateInput } from "./rules.ts";
import { openStates } from "./states.ts";

const commandOf: Record<ReviewAction, CommandName> = {
  mark: "review.mark",
  comment: "review.comment",
  assign: "review.assign",
  raise_finding: "finding.raise",
  propose_conditions: "condition.propose",
  recommend: "review.recommend",
  approve: "review.decide",
  approve_with_conditions: "review.decide",
  request_changes: "review.request_changes",
  reject: "review.decide",
  withdraw_signature: "decision.withdraw",
  withdraw_review: "review.withdraw",
  resume: "review.resume",
  rerun_check: "check.rerun",
  map_contributor: "contributor.map",
};

/** What the asking person may do with this review now; the same rules decide when they do it. */
export const reviewActions = (
  facts: ReviewFacts,
  known: KnownActor,
  at: string,
  say: Say = english,
): Record<ReviewAction, Allowed> =>
  Object.fromEntries(
    (Object.keys(commandOf) as ReviewAction[]).map((action) => [action, reviewAction(action, facts, known, at, say)]),
  ) as Record<ReviewAction, Allowed>;

/** The same of one act. */
export function reviewAction(
  action: ReviewAction,
  facts: ReviewFacts,
  known: KnownActor,
  at: string,
  say: Say = english,
): Allowed {
  const roles = known.rolesIn(facts.review.workspace_id);
  const permission = permissions[commandOf[action]];
  const permitted =
    (permission.actors as readonly string[]).includes(known.actor.kind) &&
    roles.some((role) => permission.roles.includes(role));
  if (permitted) return allowedNow({ facts, person: known.personId ?? "", roles, at, say }, action);
  const refusal = explainRefusal(
    {
      kind: "not_permitted",
      command: commandOf[action],
      roles: [...permission.roles],
      actor: known.actor.kind,
    },
    say,
  );
  return { allowed: false, why: refusal.detail };
}

interface Asking {
  facts: ReviewFacts;
  person: string;
  roles: Role[];
  at: string;
  say: Say;
}

function allowedNow({ facts, person, roles, at, say }: Asking, action: ReviewAction): Allowed {
  const { review, round } = facts;
  const no = (why: string): Allowed => ({ allowed: false, why });
  const open = openStates.has(review.state);
  switch (action) {
    case "comment":
      return { allowed: true };
    case "mark":
      return round.state === "sealed" ? { allowed: true } : no(say("The checks of this round are still running."));
    case "assign":
    case "raise_finding":
    case "withdraw_review":
      return open ? { allowed: true } : no(say("The review has ended."));
    case "propose_conditions":
      if (!open) return no(say("The review has ended."));
      return facts.pinned.policy.conditions.allowed ? { allowed: true } : no(say("The policy allows no conditions."));
    case "resume":
      return review.state === "changes_requested" ? { allowed: true } : no(say("Nobody has requested changes."));
    case "rerun_check":
      return facts.decisions.length === 0 ? { allowed: true } : no(say("Decisions were taken on these results."));
    case "map_contributor":
      return facts.contributors.some((contributor) => contributor.person_id === null)
        ? { allowed: true }
        : no(say("Every contributor is matched to a person."));
    case "withdraw_signature":
      return open && facts.decisions.some((decision) => decision.person_id === person && decision.state === "valid")
        ? { allowed: true }
        : no(say("You have no signature in an open round."));
    default: {
      const role = signingRole(facts, roles, action);
      if (!role) return no(say("The policy gives your role no such decision."));
      const verdict = mayDecide(evaluateInput(facts, at), { person, role, act: action });
      return verdict.ok ? { allowed: true } : no(explain(verdict.reason, say).text);
    }
  }
}

function signingRole(facts: ReviewFacts, roles: Role[], action: ReviewAction): Role | null {
  const wanted = facts.pinned.policy.signOffs.filter(
    (signOff) => action === "request_changes" || (signOff.act === "recommend") === (action === "recommend"),
  );
  return wanted.find((signOff) => roles.includes(signOff.role))?.role ?? null;
}

/** The sign-off of the policy that is this person's to give. */
export function yourSignOff(facts: ReviewFacts, roles: Role[]): ReviewView["you"]["signOff"] {
  const signOff = facts.pinned.policy.signOffs.find((candidate) => roles.includes(candidate.role));
  if (!signOff) return null;
  const given = facts.decisions.filter((decision) => decision.state === "valid" && decision.role === signOff.role);
  return {
    role: signOff.role,
    act: signOff.act,
    meanings: {
      recommend: meaningOf(signOff, "recommend"),
      approve: meaningOf(signOff, "approve"),
      approve_with_conditions: meaningOf(signOff, "approve_with_conditions"),
      request_changes: meaningOf(signOff, "request_changes"),
      reject: meaningOf(signOff, "reject"),
    },
    ordinal: Math.min(given.length + 1, signOff.count),
    count: signOff.count,
  };
}
