import type { Moves } from "./move.ts";

export const findingStates = ["open", "answered", "closed"] as const;
export type FindingState = (typeof findingStates)[number];

export const findingMoves = {
  answer: { from: ["open"], to: "answered" },
  reopen: { from: ["answered"], to: "open" },
  close: { from: ["open", "answered"], to: "closed" },
} as const satisfies Moves<FindingState>;
