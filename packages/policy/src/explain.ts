import { english, msg, type Say } from "@countersign/words";
import { explainObstacle } from "./explain-obstacle.ts";
import { counted } from "./numbers.ts";
import type { Obstacle } from "./obstacles.ts";
import type { Reason, ReasonKind, ReasonOf } from "./reasons.ts";
import { responders } from "./turns.ts";
import { actWords, anyOf, countedRole, plain } from "./words.ts";

/** A reason in words: a full sentence, and who can act on it. */
export interface Explanation {
  text: string;
  who: string;
}

type Sentences = { [K in ReasonKind]: (reason: ReasonOf<K>) => string };

const signature =
  (what: string) =>
  ({ role, act }: ReasonOf<Extract<ReasonKind, `decision_${string}`>>): string =>
    `A signature as ${plain(role)} (${actWords[act]}) does not count: ${what}.`;

const sentences: Sentences = {
  no_policy: ({ tier, environment }) =>
    `No published policy covers ${tier || "a model without a tier"} in ${environment || "this environment"}: without one nothing is approved.`,
  several_policies: ({ policies }) =>
    `Several policies claim to apply (${policies.join(", ")}): none is followed until one is more specific.`,
  policy_does_not_apply: ({ policy, tier, environment }) =>
    `The policy ${policy} does not cover this model as ${tier} in ${environment}: the tier or the policy has changed since the review was opened.`,
  no_approver: ({ policy }) => `The policy ${policy} names no approver: nobody can approve, so nothing is approved.`,
  empty_quorum: ({ role }) =>
    `The policy asks for no positive number of sign-offs by the ${plain(role)}: an empty quorum is never met.`,
  unknown_environment: () => "The environment is not defined.",
  unreadable_time: ({ field }) => `The time "${field}" cannot be read, so nothing can be shown to be in force.`,
  model_proposed: ({ model }) => `The model ${model} has been proposed and not yet accepted into the inventory.`,
  model_suspended: ({ model }) => `The model ${model} is suspended.`,
  model_ended: ({ model, state }) => `The model ${model} is ${plain(state)}.`,
  untiered_model: ({ model }) => `The model ${model} has no risk tier, so no policy can be chosen for it.`,
  version_not_frozen: ({ state }) => `The version is ${state}: only submitted, frozen content can be approved.`,
  version_without_identity: () => "The version has no identity: there is no manifest of its files to approve.",
  contributor_unmapped: ({ count, undeclared }) =>
    undeclared
      ? "Nobody is declared as trainer or committer, so nobody can be shown to be independent of the work."
      : `${counted(count, "contributor")} could not be matched to a person, so independence cannot be shown.`,
  review_ended: ({ state }) => `The review is ${plain(state)}.`,
  round_not_sealed: ({ state }) =>
    state === "gathering"
      ? "Checks are still running: decisions are taken once the evidence is sealed."
      : "There is no sealed evidence to decide on.",
  evidence_moved: () => "The evidence has changed since it was sealed.",
  champion_moved: () => "Another version has gone into production since the comparison was made.",
  check_missing: ({ title }) => `${title} has not been run.`,
  check_error: ({ title, sentence }) => `${title} ended in an error. ${sentence}`,
  check_stale: ({ title, input }) =>
    input === "parameters"
      ? `${title} was measured with other parameters than the policy asks for.`
      : `${title} was measured on something else: ${input} has changed.`,
  check_insufficient: ({ title, sentence }) =>
    `${title} rests on too little evidence, which is not a pass. ${sentence}`,
  check_skipped: ({ title, sentence }) => `${title} was skipped, which is not a pass. ${sentence}`,
  check_failed: ({ title, sentence }) => `${title} blocks approval. ${sentence}`,
  document_missing: ({ document }) => `The ${document === "card" ? "model card" : plain(document)} is missing.`,
  condition_missing: ({ title, sentence }) => `${title} needs a condition, and none is proposed for it. ${sentence}`,
  conditions_not_allowed: ({ policy }) => `The policy ${policy} allows no conditions.`,
  condition_incomplete: ({ number }) => `Condition ${number} lacks an owner or a due date.`,
  condition_overdue: ({ number, dueAt }) =>
    `Condition ${number} was due on ${dueAt.slice(0, 10)} and its evidence has not been accepted.`,
  finding_open: ({ number, severity, answered }) =>
    `Finding ${number} (${severity}) is ${answered ? "answered but not closed" : "open"}.`,
  recommendation_missing: ({ role, have, need }) =>
    `${have} of ${need} ${need === 1 ? "recommendation" : "recommendations"} by the ${plain(role)} ${need === 1 ? "is" : "are"} there.`,
  approval_missing: ({ role, have, need }) =>
    `${have} of ${need} ${need === 1 ? "approval" : "approvals"} by the ${plain(role)} ${need === 1 ? "is" : "are"} there.`,
  changes_requested: ({ role }) => `The ${plain(role)} has requested changes.`,
  rejected: ({ role }) => `The ${plain(role)} has rejected this version.`,
  decision_on_other_evidence: signature("it was given on other evidence"),
  decision_on_other_conditions: signature("it was given on other conditions, or on none"),
  decision_by_contributor: signature("its signer helped to build this version"),
  decision_without_role: signature("its signer does not hold that role"),
  decision_not_asked: signature("the policy gives that role no such decision"),
  decision_in_two_capacities: signature("its signer signed in two capacities"),
  decision_by_inactive: signature("its signer's account is deactivated"),
  approval_none: () => "No approval has been granted.",
  approval_expired: ({ validUntil }) => `The approval expired on ${validUntil.slice(0, 10)}.`,
  approval_ended: ({ state }) => `The approval is ${plain(state)}.`,
};

const machines: Partial<Record<ReasonKind, string>> = {
  round_not_sealed: msg("Nobody: the checks end by themselves"),
  model_ended: msg("Nobody: this is final"),
  unreadable_time: msg("Whoever operates this system"),
};

/** Total over all kinds of reason and obstacle. */
export function explain(why: Reason | Obstacle, say: Say = english): Explanation {
  return isReason(why) ? { text: sentenceOf(why), who: whoActs(why, say) } : explainObstacle(why, say);
}

const isReason = (why: Reason | Obstacle): why is Reason => Object.hasOwn(sentences, why.kind);

function sentenceOf<K extends ReasonKind>(reason: ReasonOf<K>): string {
  const say = sentences[reason.kind as K] as (reason: ReasonOf<K>) => string;
  return say(reason);
}

function whoActs(reason: Reason, say: Say): string {
  const turns = responders(reason, null);
  const [first] = turns;
  if (!first)
    return say(
      machines[reason.kind] ??
        (reason.kind.startsWith("decision_") ? msg("Another signer") : msg("Whoever recommends or approves")),
    );
  const people =
    turns.length === 1 && first.count > 1
      ? countedRole(first.count, first.role, say)
      : anyOf(
          turns.map((turn) => turn.role),
          say,
        );
  return people.charAt(0).toUpperCase() + people.slice(1);
}

/** Every kind, for tables that must not forget one. */
export const reasonKinds = Object.keys(sentences) as ReasonKind[];
