import type { Before, LogOutcome } from "@countersign/verifier";

/** What the page asks of its worker: to read the whole log and to verify it. */
export interface Ask {
  vkey: string;
  before: Before | null;
}

export type Answer =
  | { kind: "progress"; done: number; size: number }
  | { kind: "outcome"; outcome: LogOutcome; ms: number }
  | { kind: "unreachable" };
