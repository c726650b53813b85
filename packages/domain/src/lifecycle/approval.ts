import type { Moves } from "./move.ts";

export const approvalStates = ["valid", "suspended", "stale", "expired", "revoked"] as const;
export type ApprovalState = (typeof approvalStates)[number];

/** An ended approval stays ended: re-affirming grants a new one. */
export const approvalMoves = {
  suspend: { from: ["valid"], to: "suspended" },
  restore: { from: ["suspended"], to: "valid" },
  stale: { from: ["valid", "suspended"], to: "stale" },
  expire: { from: ["valid", "suspended"], to: "expired" },
  revoke: { from: ["valid", "suspended"], to: "revoked" },
} as const satisfies Moves<ApprovalState>;
