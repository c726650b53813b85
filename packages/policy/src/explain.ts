import { english, msg, type Say } from "@countersign/words";
import { explainObstacle } from "./explain-obstacle.ts";
import type { Obstacle } from "./obstacles.ts";
import type { Reason, ReasonKind, ReasonOf } from "./reasons.ts";
import { responders } from "./turns.ts";
import { actWords, anyOf, countedRole } from "./words.ts";

/** A reason in words: a full sentence, and who can act on it. */
export interface Explanation {
  text: string;
  who: string;
}

type Sentences = { [K in ReasonKind]: (reason: ReasonOf<K>, say: Say) => string };

const signature =
  (message: string) =>
  ({ role, act }: ReasonOf<Extract<ReasonKind, `decision_${string}`>>, say: Say): string =>
    say(message, { role: say.term(role), act: say(actWords[act]) });

/** Of one sign-off, of several none of which is there, and of several of which some are. */
const absent =
  (one: string, all: string, some: string) =>
  ({ role: of, have, need }: ReasonOf<"recommendation_missing" | "approval_missing">, say: Say): string => {
    const role = say.term(of);
    const missing = need - have;
    if (need === 1) return say(one, { role });
    return have > 0 ? say(some, { missing, need, role }) : say(all, { missing, role });
  };

/** Files that a check reads, by role. A model's are named by their path. */
const inputs: Record<string, string> = { train: msg("train"), test: msg("test"), predictions: msg("predictions") };

const sentences: Sentences = {
  no_policy: ({ tier, environment }, say) =>
    say("No published policy covers {tier} in {environment}: without one nothing is approved.", {
      tier: tier || say("a model without a tier"),
      environment: environment || say("this environment"),
    }),
  several_policies: ({ policies }, say) =>
    say("Several policies claim to apply ({policies}): none is followed until one is more specific.", {
      policies: policies.join(", "),
    }),
  policy_does_not_apply: ({ policy, tier, environment }, say) =>
    say(
      "The policy {policy} does not cover this model as {tier} in {environment}: the tier or the policy has changed since the review was opened.",
      { policy, tier, environment },
    ),
  no_approver: ({ policy }, say) =>
    say("The policy {policy} names no approver: nobody can approve, so nothing is approved.", { policy }),
  empty_quorum: ({ role }, say) =>
    say("The policy asks for no positive number of sign-offs by the {role}: an empty quorum is never met.", {
      role: say.term(role),
    }),
  unknown_environment: (_, say) => say("The environment is not defined."),
  unreadable_time: ({ field }, say) =>
    say('The time "{field}" cannot be read, so nothing can be shown to be in force.', { field }),
  model_proposed: ({ model }, say) =>
    say("The model {model} has been proposed and not yet accepted into the inventory.", { model }),
  model_suspended: ({ model }, say) => say("The model {model} is suspended.", { model }),
  model_ended: ({ model, state }, say) => say("The model {model} is {state}.", { model, state: say.term(state) }),
  untiered_model: ({ model }, say) =>
    say("The model {model} has no risk tier, so no policy can be chosen for it.", { model }),
  version_not_frozen: ({ state }, say) =>
    say("The version is {state}: only submitted, frozen content can be approved.", { state: say.term(state) }),
  version_without_identity: (_, say) =>
    say("The version has no identity: there is no manifest of its files to approve."),
  contributor_unmapped: ({ count, undeclared }, say) =>
    undeclared
      ? say("Nobody is declared as trainer or committer, so nobody can be shown to be independent of the work.")
      : say(
          "{n, plural, one {# contributor} other {# contributors}} could not be matched to a person, so independence cannot be shown.",
          { n: count },
        ),
  review_ended: ({ state }, say) => say("The review is {state}.", { state: say.term(state) }),
  round_not_sealed: ({ state }, say) =>
    state === "gathering"
      ? say("Checks are still running: decisions are taken once the evidence is sealed.")
      : say("There is no sealed evidence to decide on."),
  evidence_moved: (_, say) => say("The evidence has changed since it was sealed."),
  champion_moved: (_, say) => say("Another version has gone into production since the comparison was made."),
  check_missing: ({ title }, say) => say("{title}: not run.", { title }),
  check_error: ({ title, sentence }, say) => say("{title}: ended in an error. {sentence}", { title, sentence }),
  check_stale: ({ title, input }, say) =>
    input === "parameters"
      ? say("{title}: measured with other parameters than the policy asks for.", { title })
      : say("{title}: measured on something else, {input} has changed.", { title, input: inputWords(input, say) }),
  check_insufficient: ({ title, sentence }, say) =>
    say("{title}: too little evidence, which is not a pass. {sentence}", { title, sentence }),
  check_skipped: ({ title, sentence }, say) =>
    say("{title}: skipped, which is not a pass. {sentence}", { title, sentence }),
  check_failed: ({ title, verdict, sentence }, say) =>
    verdict === "warn"
      ? say("{title}: a warning, which blocks approval. {sentence}", { title, sentence })
      : say("{title}: failed, which blocks approval. {sentence}", { title, sentence }),
  document_missing: ({ document }, say) =>
    say("The {document} is missing.", { document: document === "card" ? say("model card") : say.term(document) }),
  condition_missing: ({ title, sentence }, say) =>
    say("{title}: needs a condition, and none is proposed for it. {sentence}", { title, sentence }),
  conditions_not_allowed: ({ policy }, say) => say("The policy {policy} allows no conditions.", { policy }),
  condition_incomplete: ({ number }, say) =>
    say("Condition {number} lacks an owner or a due date.", { number: String(number) }),
  condition_overdue: ({ number, dueAt }, say) =>
    say("Condition {number} was due on {day} and its evidence has not been accepted.", {
      number: String(number),
      day: dueAt.slice(0, 10),
    }),
  finding_open: ({ number, severity, answered }, say) => {
    const finding = { number: String(number), severity: say.term(severity) };
    return answered
      ? say("Finding {number} ({severity}) is answered but not closed.", finding)
      : say("Finding {number} ({severity}) is open.", finding);
  },
  recommendation_missing: absent(
    msg("The {role}'s recommendation is missing."),
    msg("{missing, plural, one {# recommendation is missing} other {# recommendations are missing}} ({role})."),
    msg(
      "{missing, plural, one {# of {need} recommendations is missing} other {# of {need} recommendations are missing}} ({role}).",
    ),
  ),
  approval_missing: absent(
    msg("The {role}'s approval is missing."),
    msg("{missing, plural, one {# approval is missing} other {# approvals are missing}} ({role})."),
    msg(
      "{missing, plural, one {# of {need} approvals is missing} other {# of {need} approvals are missing}} ({role}).",
    ),
  ),
  changes_requested: ({ role }, say) => say("The {role} has requested changes.", { role: say.term(role) }),
  rejected: ({ role }, say) => say("The {role} has rejected this version.", { role: say.term(role) }),
  decision_on_other_evidence: signature(
    msg("A signature as {role} ({act}) does not count: it was given on other evidence."),
  ),
  decision_on_other_conditions: signature(
    msg("A signature as {role} ({act}) does not count: it was given on other conditions, or on none."),
  ),
  decision_by_contributor: signature(
    msg("A signature as {role} ({act}) does not count: its signer helped to build this version."),
  ),
  decision_without_role: signature(
    msg("A signature as {role} ({act}) does not count: its signer does not hold that role."),
  ),
  decision_not_asked: signature(
    msg("A signature as {role} ({act}) does not count: the policy gives that role no such decision."),
  ),
  decision_in_two_capacities: signature(
    msg("A signature as {role} ({act}) does not count: its signer signed in two capacities."),
  ),
  decision_by_inactive: signature(
    msg("A signature as {role} ({act}) does not count: its signer's account is deactivated."),
  ),
  approval_none: (_, say) => say("No approval has been granted."),
  approval_expired: ({ validUntil }, say) => say("The approval expired on {day}.", { day: validUntil.slice(0, 10) }),
  approval_ended: ({ state }, say) => say("The approval is {state}.", { state: say.term(state) }),
};

function inputWords(input: string, say: Say): string {
  const message = inputs[input];
  return message === undefined ? input : say(message);
}

const machines: Partial<Record<ReasonKind, string>> = {
  round_not_sealed: msg("Nobody: the checks end by themselves"),
  model_ended: msg("Nobody: this is final"),
  unreadable_time: msg("Whoever operates this system"),
};

/** Total over all kinds of reason and obstacle. */
export function explain(why: Reason | Obstacle, say: Say = english): Explanation {
  return isReason(why) ? { text: sentenceOf(why, say), who: whoActs(why, say) } : explainObstacle(why, say);
}

const isReason = (why: Reason | Obstacle): why is Reason => Object.hasOwn(sentences, why.kind);

function sentenceOf<K extends ReasonKind>(reason: ReasonOf<K>, say: Say): string {
  const sentence = sentences[reason.kind as K] as (reason: ReasonOf<K>, say: Say) => string;
  return sentence(reason, say);
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
