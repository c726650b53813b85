import type { Moves } from "./move.ts";

export const conditionStates = ["proposed", "in_force", "evidence_given", "accepted", "superseded"] as const;
export type ConditionState = (typeof conditionStates)[number];

export const conditionMoves = {
  supersede: { from: ["proposed"], to: "superseded" },
  adopt: { from: ["proposed"], to: "in_force" },
  give_evidence: { from: ["in_force"], to: "evidence_given" },
  send_back: { from: ["evidence_given"], to: "in_force" },
  accept: { from: ["evidence_given"], to: "accepted" },
} as const satisfies Moves<ConditionState>;

export const conditionSetStates = ["proposed", "adopted", "superseded"] as const;

export const conditionSetMoves = {
  supersede: { from: ["proposed"], to: "superseded" },
  adopt: { from: ["proposed"], to: "adopted" },
} as const satisfies Moves<(typeof conditionSetStates)[number]>;
