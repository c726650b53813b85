import type { Moves } from "./move.ts";

export const versionStates = ["draft", "frozen", "retired"] as const;
export type VersionState = (typeof versionStates)[number];

/** Submitting freezes the content for good: nothing leads back to draft. */
export const versionMoves = {
  freeze: { from: ["draft"], to: "frozen" },
  retire: { from: ["frozen"], to: "retired" },
} as const satisfies Moves<VersionState>;
