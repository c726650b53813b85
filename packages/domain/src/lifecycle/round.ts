import type { Moves } from "./move.ts";

export const roundStates = ["gathering", "sealed", "closed", "superseded"] as const;
export type RoundState = (typeof roundStates)[number];

/** `gather_again` re-runs an errored check, only while nobody has decided on the round. */
export const roundMoves = {
  seal: { from: ["gathering"], to: "sealed" },
  gather_again: { from: ["sealed"], to: "gathering" },
  close: { from: ["gathering", "sealed"], to: "closed" },
  supersede: { from: ["gathering", "sealed"], to: "superseded" },
} as const satisfies Moves<RoundState>;

export const checkRunStates = ["queued", "ended", "superseded"] as const;

export const checkRunMoves = {
  end: { from: ["queued"], to: "ended" },
  supersede: { from: ["ended"], to: "superseded" },
} as const satisfies Moves<(typeof checkRunStates)[number]>;

export const decisionStates = ["valid", "superseded", "withdrawn"] as const;

export const decisionMoves = {
  supersede: { from: ["valid"], to: "superseded" },
  withdraw: { from: ["valid"], to: "withdrawn" },
} as const satisfies Moves<(typeof decisionStates)[number]>;
