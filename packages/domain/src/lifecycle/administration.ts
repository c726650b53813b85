import type { Moves } from "./move.ts";

/** Set-up can only ever turn to live. */
export const instanceStates = ["setup", "live"] as const;
export const instanceMoves = {
  go_live: { from: ["setup"], to: "live" },
} as const satisfies Moves<(typeof instanceStates)[number]>;

/** A person is never removed or used again (21 CFR 11.100(a)). */
export const personStates = ["active", "deactivated"] as const;
export const personMoves = {
  deactivate: { from: ["active"], to: "deactivated" },
} as const satisfies Moves<(typeof personStates)[number]>;

export const grantStates = ["pending", "active", "revoked"] as const;
export const grantMoves = {
  confirm: { from: ["pending"], to: "active" },
  revoke: { from: ["pending", "active"], to: "revoked" },
} as const satisfies Moves<(typeof grantStates)[number]>;

export const tokenStates = ["active", "revoked"] as const;
export const tokenMoves = {
  rotate: { from: ["active"], to: "active" },
  revoke: { from: ["active"], to: "revoked" },
} as const satisfies Moves<(typeof tokenStates)[number]>;

export const policyRevisionStates = ["proposed", "published", "superseded", "withdrawn"] as const;
export const policyRevisionMoves = {
  confirm: { from: ["proposed"], to: "published" },
  withdraw: { from: ["proposed"], to: "withdrawn" },
  supersede: { from: ["published"], to: "superseded" },
} as const satisfies Moves<(typeof policyRevisionStates)[number]>;
