import { english, msg, type Say } from "@countersign/words";
import type { DecisionAct } from "./evaluate-input.ts";
import type { Explanation } from "./explain.ts";
import { inTheWay } from "./groups.ts";
import type { Obstacle, ObstacleKind } from "./obstacles.ts";
import { actWords, anyOf } from "./words.ts";

type Texts = { [K in ObstacleKind]: (obstacle: Extract<Obstacle, { kind: K }>, say: Say) => Explanation };

const askedOfNobody: Record<DecisionAct, string> = {
  recommend: msg("The policy asks nobody for a recommendation."),
  approve: msg("The policy asks nobody for an approval."),
  approve_with_conditions: msg("The policy asks nobody for an approval with conditions."),
  request_changes: msg("The policy asks nobody for a request for changes."),
  reject: msg("The policy asks nobody for a rejection."),
};

const texts: Texts = {
  review_not_open: ({ state }, say) => ({
    text: say("The review is {state}: it takes no decisions now.", { state: say.term(state) }),
    who: state === "changes_requested" ? capital(say("a developer")) : say("Nobody"),
  }),
  not_sealed: ({ state }, say) =>
    state === "gathering"
      ? {
          text: say("Checks are still running; you can decide once the evidence is sealed."),
          who: say("Nobody: the checks end by themselves"),
        }
      : { text: say("There is no sealed evidence to decide on."), who: capital(say("a developer")) },
  person_inactive: (_, say) => ({ text: say("Your account is deactivated."), who: capital(say("an administrator")) }),
  not_your_role: ({ act, roles }, say) =>
    roles.length === 0
      ? { text: say(askedOfNobody[act]), who: say("Nobody") }
      : {
          text: say("The policy asks {roles} for the {act}.", { roles: anyOf(roles, say), act: say(actWords[act]) }),
          who: capital(anyOf(roles, say)),
        },
  role_not_held: ({ role }, say) => ({
    text: say("You do not hold the role {role} here.", { role: say.term(role) }),
    who: capital(say("Somebody who is {roles}", { roles: anyOf([role], say) })),
  }),
  own_work: ({ contribution }, say) => ({
    text: say("You helped to build this version ({contribution}): nobody decides on their own work.", {
      contribution: say.term(contribution),
    }),
    who: say("Somebody independent of the work"),
  }),
  already_decided: ({ act, role }, say) => ({
    text: say("You have signed in this round ({act} as {role}): one signature for each person and round.", {
      act: say(actWords[act]),
      role: say.term(role),
    }),
    who: say("Another signer"),
  }),
  recommendation_outstanding: ({ role }, say) => ({
    text: say("The recommendation by the {role} is outstanding.", { role: say.term(role) }),
    who: capital(anyOf([role], say)),
  }),
  recommendation_given: (_, say) => ({ text: say("The recommendation has been given."), who: say("The approvers") }),
  approval_closed: ({ act, reasons }, say) => {
    const { blocking, words: what } = inTheWay(reasons, say);
    if (blocking === 0)
      return {
        text:
          act === "approve"
            ? say("{what}: propose conditions, then approve.", { what })
            : say("{what}: propose conditions, then recommend.", { what }),
        who: say("You"),
      };
    // Rejecting is the approvers': whoever recommends cannot.
    return {
      text:
        act === "approve"
          ? say("{what}; you can request changes or reject.", { what })
          : say("{what}; you can request changes.", { what }),
      who: say("Whoever can clear what blocks"),
    };
  },
  conditions_to_sign: (_, say) => ({
    text: say("Conditions are proposed: approve with them, or not at all."),
    who: say("You"),
  }),
  no_conditions_to_sign: (_, say) => ({
    text: say("No conditions are proposed, so there is nothing to approve with conditions."),
    who: say("You"),
  }),
};

/** Total over all kinds of obstacle. */
export function explainObstacle<K extends ObstacleKind>(
  obstacle: Extract<Obstacle, { kind: K }>,
  say: Say = english,
): Explanation {
  const explained = texts[obstacle.kind as K] as (obstacle: Extract<Obstacle, { kind: K }>, say: Say) => Explanation;
  return explained(obstacle, say);
}

export const obstacleKinds = Object.keys(texts) as ObstacleKind[];

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
