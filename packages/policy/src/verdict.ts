import type { DecisionAct } from "./evaluate-input.ts";
import type { Reason } from "./reasons.ts";
import type { JudgedCheck, Role } from "./types.ts";

/** A sign-off of the policy and how much of it is there. */
export interface SignOffCount {
  role: Role;
  act: "recommend" | "approve";
  have: number;
  need: number;
}

/** Who is expected to do what next. */
export interface Turn {
  role: Role;
  count: number;
  act: TurnAct;
}

export type TurnAct =
  | "recommend"
  | "approve"
  | "approve_with_conditions"
  | "request_changes"
  | "propose_conditions"
  | "answer_finding"
  | "close_finding"
  | "map_contributor"
  | "rerun_check"
  | "resume_review"
  | "submit_new_version"
  | "tier_model"
  | "accept_model"
  | "restore_model"
  | "publish_policy"
  | "define_environment"
  | "submit_again"
  | "meet_condition";

export interface CountedDecision {
  person: string;
  role: Role;
  act: DecisionAct;
  /** Null: it counts. */
  discounted: Reason | null;
}

export interface Verdict {
  state: "approved" | "approved_with_conditions" | "not_approved" | "rejected";
  /** What stands in the way, worst first. Empty exactly when approved. */
  reasons: Reason[];
  /** Every sign-off of the policy, met or not. */
  signOffs: SignOffCount[];
  /** Those not met. */
  missing: SignOffCount[];
  turns: Turn[];
  checks: JudgedCheck[];
  /** Every decision of the round that stands, and why one does not count. */
  decisions: CountedDecision[];
}
