import type { ReasonKind } from "./reasons.ts";

interface Rule {
  /** What must hold; where it cannot be shown to hold, the version is not approved. */
  rule: string;
  because: string;
}

/** The fail-closed matrix: every way of not being approved, with the rule behind it. Docs and tests enumerate it. */
export const failClosed: Record<ReasonKind, Rule> = {
  no_policy: { rule: "A published policy applies.", because: "Without one nobody has said what approval takes." },
  several_policies: {
    rule: "Of several policies one is the most specific.",
    because: "A choice between equals would be somebody's guess.",
  },
  policy_does_not_apply: {
    rule: "The pinned policy covers the model as it is tiered now.",
    because: "A model that became riskier needs the stricter policy.",
  },
  no_approver: { rule: "The policy names an approver.", because: "What nobody has to approve, nobody has approved." },
  empty_quorum: {
    rule: "Every sign-off asks for at least one person.",
    because: "A quorum of nobody would be met at once.",
  },
  unknown_environment: { rule: "The environment is defined.", because: "An approval is for one environment." },
  unreadable_time: {
    rule: "Every time that decides can be read.",
    because: "What cannot be dated cannot be shown to be in force.",
  },
  model_proposed: {
    rule: "The model has been accepted into the inventory.",
    because: "The inventory is complete before it is used.",
  },
  model_suspended: { rule: "The model is not suspended.", because: "Suspension stops every use at once." },
  model_ended: {
    rule: "The model is registered, active or restricted.",
    because: "Retired and rejected models do not come back.",
  },
  untiered_model: { rule: "The model has a risk tier.", because: "The tier decides what approval takes." },
  version_not_frozen: {
    rule: "The content of the version is frozen.",
    because: "What can still change cannot be signed (21 CFR 11.70).",
  },
  version_without_identity: {
    rule: "The version is identified by the manifest of its files.",
    because: "A signature names what it signs.",
  },
  contributor_unmapped: {
    rule: "Everybody who built the version is known as a person.",
    because: "Independence from an unknown author cannot be shown.",
  },
  review_ended: {
    rule: "The review has not been withdrawn or rejected.",
    because: "A decided request takes no further decision.",
  },
  round_not_sealed: {
    rule: "The evidence of the round is sealed.",
    because: "Everybody decides on the same evidence.",
  },
  evidence_moved: {
    rule: "The evidence is what it was when it was sealed.",
    because: "A decision holds for what was read, nothing else.",
  },
  champion_moved: {
    rule: "Comparisons were made with the version that is in production.",
    because: "Better than what ran last month says little.",
  },
  check_missing: { rule: "Every check of the policy has ended.", because: "What was not looked at has not passed." },
  check_error: { rule: "No check ended in an error.", because: "A check that crashed has seen nothing." },
  check_stale: {
    rule: "Every check measured these files with these parameters.",
    because: "A result belongs to its inputs.",
  },
  check_insufficient: {
    rule: "Every check rests on enough evidence.",
    because: "Too little to tell is not a pass, however good it looks.",
  },
  check_skipped: {
    rule: "No check that the policy asks for was skipped.",
    because: "What was not looked at has not passed.",
  },
  check_failed: { rule: "No outcome blocks.", because: "The policy says what may not be accepted." },
  document_missing: {
    rule: "Every required document is there.",
    because: "Nobody can judge a use that nobody has described.",
  },
  condition_missing: {
    rule: "Every outcome that needs a condition has one.",
    because: "A known weakness is accepted with an obligation or not at all.",
  },
  conditions_not_allowed: {
    rule: "Conditions stand only where the policy allows them.",
    because: "Some weaknesses may not be put off.",
  },
  condition_incomplete: {
    rule: "Every condition has an owner and a date.",
    because: "An obligation of nobody, some time, is none.",
  },
  condition_overdue: {
    rule: "No blocking condition is overdue.",
    because: "An approval on a promise ends with the promise.",
  },
  finding_open: {
    rule: "No high or critical finding is open.",
    because: "A known serious defect is closed by somebody else before approval.",
  },
  recommendation_missing: {
    rule: "The recommendations that the policy asks for are there.",
    because: "Approvers rest on an independent look.",
  },
  approval_missing: {
    rule: "As many different people as the policy asks for have approved.",
    because: "A quorum counts people.",
  },
  changes_requested: {
    rule: "Nobody has asked for changes in this round.",
    because: "An open request is answered, not outvoted.",
  },
  rejected: { rule: "Nobody entitled has rejected.", because: "A rejection is decisive." },
  decision_on_other_evidence: {
    rule: "A signature counts for the evidence it names.",
    because: "A decision holds for what was read, nothing else.",
  },
  decision_on_other_conditions: {
    rule: "A signature counts for the conditions it names.",
    because: "Whoever signs knows what was promised.",
  },
  decision_by_contributor: {
    rule: "Nobody decides on what they built.",
    because: "Separation of duties holds for everybody, administrators included.",
  },
  decision_without_role: {
    rule: "A signer holds the role they sign in.",
    because: "Authority is checked, not claimed (21 CFR 11.10(g)).",
  },
  decision_not_asked: {
    rule: "A decision is one that the policy asks of the role.",
    because: "Only the listed roles count, for and against.",
  },
  decision_in_two_capacities: {
    rule: "One person signs in one capacity.",
    because: "Two signatures of one person are one opinion.",
  },
  decision_by_inactive: {
    rule: "A signer's account is in force.",
    because: "Access is for authorised people (21 CFR 11.10(d)).",
  },
  approval_none: { rule: "An approval has been granted.", because: "Nothing runs by default." },
  approval_expired: { rule: "The approval has not expired.", because: "Expired is denied from the moment itself." },
  approval_ended: {
    rule: "The approval is neither stale, suspended nor revoked.",
    because: "What was taken back is gone.",
  },
};
