import { conditionProposers } from "./obligations.ts";
import type { Reason } from "./reasons.ts";
import type { PolicyDocument, Role } from "./types.ts";
import type { Turn, TurnAct } from "./verdict.ts";

const one = (role: Role, act: TurnAct): Turn[] => [{ role, count: 1, act }];
const signersAct = (policy: PolicyDocument | null, act: TurnAct): Turn[] =>
  (policy ? conditionProposers(policy) : []).map((role) => ({ role, count: 1, act }));

/** Who is expected to act on a reason. Empty: a machine is (checks are running), or nobody can. */
export function responders(reason: Reason, policy: PolicyDocument | null): Turn[] {
  switch (reason.kind) {
    case "no_policy":
    case "several_policies":
    case "no_approver":
    case "empty_quorum":
      return one("model_risk_manager", "publish_policy");
    case "unknown_environment":
      return one("administrator", "define_environment");
    case "model_proposed":
      return one("model_risk_manager", "accept_model");
    case "model_suspended":
      return one("model_risk_manager", "restore_model");
    case "untiered_model":
      return one("model_risk_manager", "tier_model");
    case "contributor_unmapped":
      return one("model_risk_manager", "map_contributor");
    case "policy_does_not_apply":
    case "version_not_frozen":
    case "review_ended":
    case "approval_expired":
    case "approval_ended":
    case "approval_none":
      return one("developer", "submit_again");
    case "version_without_identity":
    case "document_missing":
    case "rejected":
      return one("developer", "submit_new_version");
    case "round_not_sealed":
      return reason.state === "gathering" ? [] : one("developer", "resume_review");
    case "evidence_moved":
    case "champion_moved":
    case "check_missing":
    case "check_stale":
    case "changes_requested":
      return one("developer", "resume_review");
    case "check_error":
      // A check that broke may end otherwise; one that could not read this version's files never will.
      return [...one("developer", "rerun_check"), ...one("developer", "submit_new_version")];
    case "check_failed":
    case "check_insufficient":
    case "check_skipped":
    case "conditions_not_allowed":
      return [...signersAct(policy, "request_changes"), ...one("developer", "submit_new_version")];
    case "condition_missing":
    case "condition_incomplete":
      return signersAct(policy, "propose_conditions");
    case "condition_overdue":
      return one("model_owner", "meet_condition");
    case "finding_open":
      return reason.answered ? one("validator", "close_finding") : one("developer", "answer_finding");
    case "recommendation_missing":
      return [{ role: reason.role, count: Math.max(1, reason.need - reason.have), act: "recommend" }];
    case "approval_missing":
      return [{ role: reason.role, count: Math.max(1, reason.need - reason.have), act: "approve" }];
    case "unreadable_time":
    case "model_ended":
    case "decision_by_contributor":
    case "decision_by_inactive":
    case "decision_in_two_capacities":
    case "decision_not_asked":
    case "decision_on_other_conditions":
    case "decision_on_other_evidence":
    case "decision_without_role":
      return [];
  }
}

/**
 * Whose turn it is: first whoever can clear what blocks, then who recommends, then who approves. While checks run it is
 * nobody's; the approvers come after the recommendation, never beside it.
 */
export function turnsOf(reasons: readonly Reason[], policy: PolicyDocument | null): Turn[] {
  if (reasons.some((reason) => reason.kind === "round_not_sealed" && reason.state === "gathering")) return [];
  const isSignOff = (reason: Reason): boolean =>
    reason.kind === "recommendation_missing" || reason.kind === "approval_missing";
  const blocking = merged(
    reasons.filter((reason) => !isSignOff(reason)).flatMap((reason) => responders(reason, policy)),
  );
  if (blocking.length > 0) return blocking;
  const recommend = reasons.filter((reason) => reason.kind === "recommendation_missing");
  const next = recommend.length > 0 ? recommend : reasons.filter((reason) => reason.kind === "approval_missing");
  return next.flatMap((reason) => responders(reason, policy));
}

function merged(turns: readonly Turn[]): Turn[] {
  const seen = new Map<string, Turn>();
  for (const turn of turns) if (!seen.has(`${turn.role} ${turn.act}`)) seen.set(`${turn.role} ${turn.act}`, turn);
  return [...seen.values()];
}
