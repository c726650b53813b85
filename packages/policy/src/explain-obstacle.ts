import type { Explanation } from "./explain.ts";
import { inTheWay } from "./groups.ts";
import type { Obstacle, ObstacleKind } from "./obstacles.ts";
import { actWords, anyOf, plain, withArticle } from "./words.ts";

type Texts = { [K in ObstacleKind]: (obstacle: Extract<Obstacle, { kind: K }>) => Explanation };

const texts: Texts = {
  review_not_open: ({ state }) => ({
    text: `The review is ${plain(state)}: it takes no decisions now.`,
    who: state === "changes_requested" ? "A developer" : "Nobody",
  }),
  not_sealed: ({ state }) => ({
    text:
      state === "gathering"
        ? "Checks are still running; you can decide once the evidence is sealed."
        : "There is no sealed evidence to decide on.",
    who: state === "gathering" ? "Nobody: the checks end by themselves" : "A developer",
  }),
  person_inactive: () => ({ text: "Your account is deactivated.", who: "An administrator" }),
  not_your_role: ({ act, roles }) =>
    roles.length === 0
      ? { text: `The policy asks nobody for ${withArticle(actWords[act])}.`, who: "Nobody" }
      : { text: `The policy asks ${anyOf(roles)} for the ${actWords[act]}.`, who: capital(anyOf(roles)) },
  role_not_held: ({ role }) => ({
    text: `You do not hold the role ${plain(role)} here.`,
    who: `Somebody who is ${anyOf([role])}`,
  }),
  own_work: ({ contribution }) => ({
    text: `You helped to build this version (${plain(contribution)}): nobody decides on their own work.`,
    who: "Somebody independent of the work",
  }),
  already_decided: ({ act, role }) => ({
    text: `You have signed in this round (${actWords[act]} as ${plain(role)}): one signature for each person and round.`,
    who: "Another signer",
  }),
  recommendation_outstanding: ({ role }) => ({
    text: `The recommendation by the ${plain(role)} is outstanding.`,
    who: capital(anyOf([role])),
  }),
  recommendation_given: () => ({ text: "The recommendation has been given.", who: "The approvers" }),
  approval_closed: ({ act, reasons }) => {
    const { blocking, words } = inTheWay(reasons);
    if (blocking === 0) return { text: `${words}: propose conditions, then ${act}.`, who: "You" };
    // Rejecting is the approvers': whoever recommends cannot.
    const dissent = act === "approve" ? "request changes or reject" : "request changes";
    return { text: `${words}; you can ${dissent}.`, who: "Whoever can clear what blocks" };
  },
  conditions_to_sign: () => ({ text: "Conditions are proposed: approve with them, or not at all.", who: "You" }),
  no_conditions_to_sign: () => ({
    text: "No conditions are proposed, so there is nothing to approve with conditions.",
    who: "You",
  }),
};

/** Total over all kinds of obstacle. */
export function explainObstacle<K extends ObstacleKind>(obstacle: Extract<Obstacle, { kind: K }>): Explanation {
  const say = texts[obstacle.kind as K] as (obstacle: Extract<Obstacle, { kind: K }>) => Explanation;
  return say(obstacle);
}

export const obstacleKinds = Object.keys(texts) as ObstacleKind[];

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
