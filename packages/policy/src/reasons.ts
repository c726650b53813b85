import type { DecisionAct } from "./evaluate-input.ts";
import type { CheckVerdict, Role } from "./types.ts";

interface ByCheck {
  check: string;
  title: string;
  /** The measurement's own sentence. */
  sentence: string;
}

interface BySigner {
  person: string;
  role: Role;
  act: DecisionAct;
}

/** Why a version is not approved. Closed: a new kind needs a sentence, somebody who acts, and a row in the fail-closed table. */
export type Reason =
  | { kind: "no_policy"; tier: string; environment: string }
  | { kind: "several_policies"; policies: string[] }
  | { kind: "policy_does_not_apply"; policy: string; tier: string; environment: string }
  | { kind: "no_approver"; policy: string }
  | { kind: "empty_quorum"; role: Role }
  | { kind: "unknown_environment" }
  | { kind: "unreadable_time"; field: string }
  | { kind: "model_proposed"; model: string }
  | { kind: "model_suspended"; model: string }
  | { kind: "model_ended"; model: string; state: string }
  | { kind: "untiered_model"; model: string }
  | { kind: "version_not_frozen"; state: string }
  | { kind: "version_without_identity" }
  | { kind: "contributor_unmapped"; count: number; undeclared: boolean }
  | { kind: "review_ended"; state: string }
  | { kind: "round_not_sealed"; state: string }
  | { kind: "evidence_moved" }
  | { kind: "champion_moved" }
  | { kind: "check_missing"; check: string; title: string }
  | ({ kind: "check_error" } & ByCheck)
  | { kind: "check_stale"; check: string; title: string; input: string }
  | ({ kind: "check_insufficient" } & ByCheck)
  | ({ kind: "check_skipped" } & ByCheck)
  | ({ kind: "check_failed"; verdict: CheckVerdict } & ByCheck)
  | { kind: "document_missing"; document: string }
  | ({ kind: "condition_missing" } & ByCheck)
  | { kind: "conditions_not_allowed"; policy: string }
  | { kind: "condition_incomplete"; number: number }
  | { kind: "condition_overdue"; number: number; dueAt: string }
  | { kind: "finding_open"; number: number; severity: string; answered: boolean }
  | { kind: "recommendation_missing"; role: Role; have: number; need: number }
  | { kind: "approval_missing"; role: Role; have: number; need: number }
  | ({ kind: "changes_requested" } & BySigner)
  | ({ kind: "rejected" } & BySigner)
  | ({ kind: "decision_on_other_evidence" } & BySigner)
  | ({ kind: "decision_on_other_conditions" } & BySigner)
  | ({ kind: "decision_by_contributor" } & BySigner)
  | ({ kind: "decision_without_role" } & BySigner)
  | ({ kind: "decision_not_asked" } & BySigner)
  | ({ kind: "decision_in_two_capacities" } & BySigner)
  | ({ kind: "decision_by_inactive" } & BySigner)
  | { kind: "approval_none" }
  | { kind: "approval_expired"; validUntil: string }
  | { kind: "approval_ended"; state: string };

export type ReasonKind = Reason["kind"];
export type ReasonOf<K extends ReasonKind> = Extract<Reason, { kind: K }>;
