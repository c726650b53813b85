import type { ReviewAction, Role, Turn, TurnAct } from "@countersign/domain";
import { msg, type Say } from "@countersign/words";
import type { ReviewFacts } from "../reviews/facts.ts";
import { verdictOf } from "../reviews/rules.ts";
import { yourSignOff } from "../reviews/view-actions.ts";

/** The first of a review's turns that this person can take now; null where others are asked, or nobody. */
export function yourTurn(
  facts: ReviewFacts,
  me: string,
  roles: readonly Role[],
  may: (action: ReviewAction) => boolean,
  at: string,
): Turn | null {
  return (
    verdictOf(facts, at).turns.find((turn) => roles.includes(turn.role) && canTake(facts, me, turn.act, may)) ?? null
  );
}

/** Whether an act of a turn is this person's to give: what signs is judged by the rules, what answers belongs to the submitter. */
function canTake(facts: ReviewFacts, me: string, act: TurnAct, may: (action: ReviewAction) => boolean): boolean {
  switch (act) {
    case "recommend":
    case "request_changes":
    case "rerun_check":
    case "map_contributor":
    case "approve_with_conditions":
      return may(act);
    case "approve":
      return may("approve") || may("approve_with_conditions");
    case "propose_conditions":
      return may("propose_conditions") && !facts.contributors.some((contributor) => contributor.person_id === me);
    case "close_finding":
    case "tier_model":
    case "accept_model":
    case "restore_model":
    case "publish_policy":
    case "define_environment":
      return true;
    case "answer_finding":
    case "resume_review":
    case "submit_new_version":
    case "submit_again":
    case "meet_condition":
      return facts.review.requested_by === me;
  }
}

/** What a turn asks for, as a message that its entry says on the right. `again`: what was read before has changed. */
export function turnTodo(act: TurnAct, again: boolean): string {
  switch (act) {
    case "recommend":
      return again ? msg("Review again, recommend") : msg("Review, recommend");
    case "approve":
    case "approve_with_conditions":
      return again ? msg("Review again, decide") : msg("Review, decide");
    case "propose_conditions":
      return msg("Propose conditions");
    case "request_changes":
      return msg("Request changes, or reject");
    case "submit_new_version":
    case "submit_again":
      return msg("Submit a new version");
    case "rerun_check":
      return msg("Run the check again");
    case "map_contributor":
      return msg("Match the contributor");
    case "answer_finding":
      return msg("Answer the finding");
    case "close_finding":
      return msg("Verify, then close");
    case "resume_review":
      return msg("Answer, open a round");
    case "meet_condition":
      return msg("Give evidence");
    case "tier_model":
      return msg("Put it into a tier");
    case "accept_model":
      return msg("Accept the model");
    case "restore_model":
      return msg("Restore the model");
    case "publish_policy":
      return msg("Publish a policy");
    case "define_environment":
      return msg("Define the environment");
  }
}

/** Why a review is in somebody's inbox, in one sentence: what to do about it stands beside it. */
export function turnReason(say: Say, facts: ReviewFacts, turn: Turn, roles: Role[], at: string): string {
  const signOff = yourSignOff(facts, roles);
  switch (turn.act) {
    case "recommend":
      return say("Your recommendation is asked.");
    case "approve":
    case "approve_with_conditions":
      return signOff && signOff.count > 1
        ? say("Your approval is asked ({n} of {count}).", { n: signOff.ordinal, count: signOff.count })
        : say("Your approval is asked.");
    case "propose_conditions":
      return needsCondition(say, facts, at);
    case "request_changes":
      return blocks(say, facts, at);
    case "submit_new_version":
    case "submit_again":
      return `${blocks(say, facts, at)} ${say("A new version has to mend it.")}`;
    case "rerun_check":
      return say("A check ended in an error: run it again.");
    case "map_contributor":
      return say("Somebody who built it is not matched to a person yet.");
    case "answer_finding":
      return say("A finding waits for an answer.");
    case "close_finding":
      return say("A finding has been answered: verify and close it.");
    case "resume_review":
      return say("Answer what was asked and open a new round.");
    case "meet_condition":
      return say("A condition is overdue: give its evidence.");
    case "tier_model":
      return say("The model has no tier yet.");
    case "accept_model":
      return say("The model is not in the inventory yet.");
    case "restore_model":
      return say("The model is suspended.");
    case "publish_policy":
      return say("No policy can decide this review: publish one that applies.");
    case "define_environment":
      return say("The environment is not defined.");
  }
}

/** Which checks block approval. */
function blocks(say: Say, facts: ReviewFacts, at: string): string {
  const titles = verdictOf(facts, at).checks.flatMap(({ outcome, title }) => (outcome === "blocks" ? [title] : []));
  return titles.length === 0
    ? say("What is there blocks approval.")
    : say("{n, plural, one {# check blocks} other {# checks block}} approval: {names}.", {
        n: titles.length,
        names: named(say, titles),
      });
}

/** Which checks need a condition that nobody has proposed. */
function needsCondition(say: Say, facts: ReviewFacts, at: string): string {
  const { reasons } = verdictOf(facts, at);
  const titles = reasons.flatMap((reason) => (reason.kind === "condition_missing" ? [reason.title] : []));
  return titles.length === 0
    ? say("A proposed condition lacks an owner or a due date.")
    : say("{n, plural, one {# check needs} other {# checks need}} a condition: {names}.", {
        n: titles.length,
        names: named(say, titles),
      });
}

/** So many letters of names leave a line room for the rest of it. */
const room = 44;

/** The first name, the second where both are short, and how many more. */
function named(say: Say, titles: string[]): string {
  const [first = "", ...others] = titles.map((title) => say(title));
  const [second] = others;
  const both = second !== undefined && first.length + second.length <= room;
  const more = others.length - (both ? 1 : 0);
  return [first, ...(both ? [second] : []), ...(more > 0 ? [say("and {n} more", { n: more })] : [])].join(", ");
}
