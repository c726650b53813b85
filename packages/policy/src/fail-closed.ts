import type { ReasonKind } from "./reasons.ts";

interface Rule {
  /** What must hold; where it cannot be shown to hold, the version is not approved. */
  rule: string;
  /** Who asks for it: the architecture page (A and its section), peers §5.8 by number (I), or a regulation. */
  authority: string;
}

/** The fail-closed matrix: every way of not being approved, with the rule behind it. Docs and tests enumerate it. */
export const failClosed: Record<ReasonKind, Rule> = {
  no_policy: { rule: "Exactly one published policy applies.", authority: "A1, 1" },
  several_policies: { rule: "Of several policies one is the most specific.", authority: "A1, 1" },
  policy_does_not_apply: { rule: "The pinned policy covers the model as it is tiered now.", authority: "A6, tiers" },
  no_approver: { rule: "The policy names an approver.", authority: "I2" },
  empty_quorum: { rule: "Every sign-off asks for at least one person.", authority: "I2" },
  unknown_environment: { rule: "The environment is defined.", authority: "A1, 1" },
  unreadable_time: { rule: "Every time that decides can be read.", authority: "I9" },
  model_proposed: { rule: "The model has been accepted into the inventory.", authority: "A6, lifecycles" },
  model_suspended: { rule: "The model is not suspended.", authority: "A6, lifecycles" },
  model_ended: { rule: "The model is registered, active or restricted.", authority: "A6, lifecycles" },
  untiered_model: { rule: "The model has a risk tier.", authority: "A6, tiers" },
  version_not_frozen: { rule: "The content of the version is frozen.", authority: "I3" },
  version_without_identity: { rule: "The version is identified by the manifest of its files.", authority: "I3" },
  contributor_unmapped: { rule: "Everybody who built the version is known as a person.", authority: "A6, contributors" },
  review_ended: { rule: "The review has not been withdrawn or rejected.", authority: "I5" },
  round_not_sealed: { rule: "The evidence of the round is sealed.", authority: "A6, rounds" },
  evidence_moved: { rule: "The evidence is what it was when it was sealed.", authority: "I4" },
  champion_moved: { rule: "Comparisons were made with the version that is in production.", authority: "I4" },
  check_missing: { rule: "Every check of the policy has ended.", authority: "A1, 1" },
  check_error: { rule: "No check ended in an error.", authority: "A6, outcomes" },
  check_stale: { rule: "Every check measured these files with these parameters.", authority: "I4" },
  check_insufficient: { rule: "Every check rests on enough evidence.", authority: "A6, outcomes" },
  check_skipped: { rule: "No check that the policy asks for was skipped.", authority: "A6, outcomes" },
  check_failed: { rule: "No outcome blocks.", authority: "A6, outcomes" },
  document_missing: { rule: "Every required document is there.", authority: "A6, rounds" },
  condition_missing: { rule: "Every outcome that needs a condition has one.", authority: "A6, outcomes" },
  conditions_not_allowed: { rule: "Conditions stand only where the policy allows them.", authority: "A6, outcomes" },
  condition_incomplete: { rule: "Every condition has an owner and a date.", authority: "peers §5.3" },
  condition_overdue: { rule: "No blocking condition is overdue.", authority: "peers §5.5" },
  finding_open: { rule: "No high or critical finding is open.", authority: "peers §5.5" },
  recommendation_missing: { rule: "The recommendations that the policy asks for are there.", authority: "A6, outcomes" },
  approval_missing: { rule: "As many different people as the policy asks for have approved.", authority: "I2, I6" },
  changes_requested: { rule: "Nobody has asked for changes in this round.", authority: "I6" },
  rejected: { rule: "Nobody entitled has rejected.", authority: "I6" },
  decision_on_other_evidence: { rule: "A signature counts for the evidence it names.", authority: "I3, I4" },
  decision_on_other_conditions: { rule: "A signature counts for the conditions it names.", authority: "I3, I4" },
  decision_by_contributor: { rule: "Nobody decides on what they built.", authority: "I1" },
  decision_without_role: { rule: "A signer holds the role they sign in.", authority: "I6; 21 CFR 11.10(g)" },
  decision_not_asked: { rule: "A decision is one that the policy asks of the role.", authority: "I6" },
  decision_in_two_capacities: { rule: "One person signs in one capacity.", authority: "I6" },
  decision_by_inactive: { rule: "A signer's account is in force.", authority: "21 CFR 11.10(d)" },
  approval_none: { rule: "An approval has been granted.", authority: "I2" },
  approval_expired: { rule: "The approval has not expired.", authority: "I9" },
  approval_ended: { rule: "The approval is neither stale, suspended nor revoked.", authority: "I4" },
};
