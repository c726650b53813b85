import type { DecisionAct } from "./evaluate-input.ts";
import type { Reason } from "./reasons.ts";
import type { Role, SignOff } from "./types.ts";

/** Why a person may not take a decision now. */
export type Obstacle =
  | { kind: "review_not_open"; state: string }
  | { kind: "not_sealed"; state: string }
  | { kind: "person_inactive" }
  | { kind: "not_your_role"; act: DecisionAct; roles: Role[] }
  | { kind: "role_not_held"; role: Role }
  | { kind: "own_work"; contribution: string }
  | { kind: "already_decided"; act: DecisionAct; role: Role }
  | { kind: "recommendation_outstanding"; role: Role }
  | { kind: "recommendation_given" }
  | { kind: "approval_closed"; act: SignOff["act"]; reasons: Reason[] }
  | { kind: "conditions_to_sign" }
  | { kind: "no_conditions_to_sign" };

export type ObstacleKind = Obstacle["kind"];
