import type { DecisionAct } from "./evaluate-input.ts";
import type { Reason } from "./reasons.ts";
import type { Role } from "./types.ts";

/** Why a person may not take a decision now. */
export type Obstacle =
  | { kind: "review_not_open"; state: string }
  | { kind: "round_not_sealed"; state: string }
  | { kind: "not_active" }
  | { kind: "not_your_role"; act: DecisionAct; roles: Role[] }
  | { kind: "own_work"; contribution: string }
  | { kind: "already_decided"; act: DecisionAct; role: Role }
  | { kind: "recommendation_outstanding"; role: Role }
  | { kind: "recommendation_given" }
  | { kind: "blocked"; reasons: Reason[] }
  | { kind: "conditions_to_sign" }
  | { kind: "no_conditions_to_sign" }
  | { kind: "other_evidence" }
  | { kind: "other_conditions" };

export type ObstacleKind = Obstacle["kind"];
