import type { Found, StepId } from "@countersign/verifier";

/** What the page asks of its worker. The bytes move there and nowhere else. */
export interface Ask {
  bytes: ArrayBuffer;
  trust: string[];
  now: string;
}

export type Answer = { kind: "step"; step: StepId } | { kind: "found"; found: Found };

/** Larger files are not read: no bundle is. */
export const maxBytes = 1 << 28;
