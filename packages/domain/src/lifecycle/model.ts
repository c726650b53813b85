import type { Moves } from "./move.ts";

export const modelStates = [
  "proposed",
  "registered",
  "active",
  "restricted",
  "suspended",
  "retiring",
  "retired",
  "rejected",
] as const;
export type ModelState = (typeof modelStates)[number];

/** Active: a version runs in an environment that protects it. `reinstate` is for a suspended model that runs nowhere. */
export const modelMoves = {
  accept: { from: ["proposed"], to: "registered" },
  reject: { from: ["proposed"], to: "rejected" },
  activate: { from: ["registered"], to: "active" },
  restrict: { from: ["active"], to: "restricted" },
  suspend: { from: ["registered", "active", "restricted"], to: "suspended" },
  restore: { from: ["suspended", "restricted"], to: "active" },
  reinstate: { from: ["suspended"], to: "registered" },
  begin_retirement: { from: ["registered", "active", "restricted", "suspended"], to: "retiring" },
  retire: { from: ["retiring"], to: "retired" },
} as const satisfies Moves<ModelState>;
