import type { Obstacle } from "@countersign/policy";
import type { PlaceProblem, Words } from "@countersign/words";
import type { ActorKind, CommandName } from "./permissions.ts";

/** Why something was not done, as a value a person can act on. Closed: every transport maps every kind, once. */
export type Refusal =
  | { kind: "invalid_input"; problems: PlaceProblem[] }
  | { kind: "limit_exceeded"; what: Words; limit: number; unit: Words }
  | { kind: "not_found"; what: Words }
  | { kind: "already_exists"; what: Words }
  | { kind: "not_permitted"; command: CommandName; roles: string[]; actor: ActorKind }
  | { kind: "not_in_force" }
  | { kind: "not_yours"; what: Words }
  | { kind: "reauthenticate"; reason: "missing" | "wrong" | "locked" }
  | { kind: "wrong_state"; what: Words; state: Words; wanted: Words[] }
  | { kind: "moved_meanwhile" }
  | { kind: "stale_evidence"; what: Words }
  | { kind: "idempotency_mismatch"; key: string }
  | { kind: "own_work"; contribution: string }
  | { kind: "already_decided"; act: string }
  | { kind: "not_eligible"; reason: Obstacle }
  | { kind: "sections_unread"; sections: string[] }
  | { kind: "needs_second_person"; why: Words }
  | { kind: "conditions_closed" }
  | { kind: "not_tiered"; model: string }
  | { kind: "no_policy"; tier: string; environment: string; several: string[] }
  | { kind: "alias_protected"; alias: string; environment: string; version: string }
  | { kind: "not_live" }
  | { kind: "seed_closed" }
  | { kind: "digest_mismatch"; what: Words; declared: string; received: string }
  | { kind: "refused_by_database"; guard: string; detail: Words };

export type RefusalKind = Refusal["kind"];

/** The refusal that an obstacle becomes when somebody tries nevertheless. */
export function refusalOf(obstacle: Obstacle): Refusal {
  if (obstacle.kind === "own_work") return obstacle;
  if (obstacle.kind === "already_decided") return { kind: "already_decided", act: obstacle.act };
  return { kind: "not_eligible", reason: obstacle };
}

/** A refusal in words: what did not happen, why, and what to do or who can. */
export interface RefusalText {
  title: string;
  detail: string;
  action: string;
}
