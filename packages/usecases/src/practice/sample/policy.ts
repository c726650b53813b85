import type { PolicyCheck, PolicyDocument, Role, SignOff } from "@countersign/domain";

const none: PolicyCheck["limits"] = [{ verdict: "fail", on: "detections", is: ">", than: 0 }];

/**
 * As in the policy of the credit story: limits and outcomes are its own. What it lets through is the point: the limit of the
 * segments is kept, and how far one of them fell is judged by nobody but the reader.
 */
const checks: PolicyCheck[] = [
  {
    check: "artifact.integrity",
    title: "Files are the registered bytes",
    limits: none,
    outcome: { fail: "blocks" },
  },
  { check: "scan.artifact", title: "Artifacts hold no unsafe code", limits: none, outcome: { fail: "blocks" } },
  {
    check: "dq.missing",
    title: "Missing values",
    limits: [{ verdict: "warn", on: "value", is: ">", than: 0.05 }],
    outcome: { warn: "informs", insufficient: "blocks" },
  },
  {
    check: "leak.overlap",
    title: "Test rows found in training",
    limits: [
      { verdict: "fail", on: "value", is: ">", than: 0.01 },
      { verdict: "warn", on: "value", is: ">", than: 0 },
    ],
    outcome: { fail: "blocks", warn: "condition", insufficient: "blocks" },
  },
  {
    check: "leak.target",
    title: "A single feature that gives the target away",
    limits: [{ verdict: "fail", on: "value", is: ">=", than: 0.95 }],
    outcome: { fail: "blocks", insufficient: "blocks" },
  },
  {
    check: "perf.roc_auc",
    title: "Discrimination (ROC AUC)",
    params: { interval: "normal" },
    limits: [
      { verdict: "fail", on: "value", is: "<", than: 0.7 },
      { verdict: "fail", on: "low", is: "<", than: 0.7 },
    ],
    outcome: { fail: "blocks", insufficient: "blocks" },
  },
  {
    check: "perf.gini",
    title: "Gini coefficient",
    limits: [{ verdict: "warn", on: "value", is: "<", than: 0.4 }],
    outcome: { warn: "condition", insufficient: "blocks" },
  },
  {
    check: "perf.ece",
    title: "Calibration error (10 bins)",
    params: { bins: 10 },
    limits: [
      { verdict: "fail", on: "value", is: ">", than: 0.1 },
      { verdict: "warn", on: "value", is: ">", than: 0.05 },
    ],
    outcome: { fail: "blocks", warn: "condition", insufficient: "condition" },
  },
  {
    check: "slice.roc_auc",
    title: "Discrimination by segment",
    params: { groups: ["employment_type"] },
    limits: [{ verdict: "fail", on: "value", is: "<", than: 0.7 }],
    outcome: { fail: "blocks", insufficient: "condition" },
  },
  {
    check: "fairness.dp_ratio",
    title: "Ratio of favourable decisions between groups",
    params: { attributes: ["sex", "age_band", "region"], minRows: 30, minShare: 0.02 },
    limits: [{ verdict: "fail", on: "value", is: "<", than: 0.8 }],
    outcome: { fail: "blocks", insufficient: "blocks" },
  },
  {
    check: "repro.declared",
    title: "Reported metrics are reproduced",
    limits: [{ verdict: "fail", on: "value", is: ">", than: 0 }],
    outcome: { fail: "blocks", insufficient: "blocks" },
  },
  {
    check: "champion.non_inferiority",
    title: "Not worse than the version in production",
    params: { margin: 0.005 },
    limits: [{ verdict: "fail", on: "value", is: "<=", than: -0.005 }],
    outcome: { fail: "blocks", insufficient: "condition", skipped: "informs" },
  },
  {
    check: "champion.churn",
    title: "Decisions that change against production",
    limits: [{ verdict: "warn", on: "value", is: ">", than: 0.1 }],
    outcome: { warn: "condition", insufficient: "condition", skipped: "informs" },
  },
  {
    check: "docs.completeness",
    title: "Card and datasheet are complete",
    limits: none,
    outcome: { fail: "blocks" },
  },
  {
    check: "deps.pinned",
    title: "Requirements are pinned",
    limits: [{ verdict: "fail", on: "value", is: "<", than: 0.95 }],
    outcome: { fail: "blocks", insufficient: "condition", skipped: "condition" },
  },
];

const recommending =
  "I have reviewed this evidence independently of those who built the version, and I recommend the version with the conditions shown.";
const approving = "I have read this evidence and I approve the version for production with the conditions shown.";

/** A validator recommends to an approver; any other role is the first of two who approve, and proposes the conditions itself. */
const signOffs = (role: Role): SignOff[] =>
  role === "validator"
    ? [
        { role, act: "recommend", count: 1, meaning: recommending },
        { role: "approver", act: "approve", count: 1, meaning: approving },
      ]
    : [{ role, act: "approve", count: 2, meaning: approving }];

/** The policy of the sample, as it asks for the signature of the role that practises. */
export const samplePolicy = (role: Role): PolicyDocument => ({
  policy: 1,
  key: "practice",
  title: "Practice policy",
  appliesTo: { tiers: ["T1"], environments: ["production"], tasks: ["binary"] },
  checks,
  documents: ["card", "datasheet"],
  signOffs: signOffs(role),
  separation: { contributorsMaySign: false, distinctPeople: true, hideDecisions: true },
  promotion: "on_approval",
  reviewDays: 10,
  validityDays: 365,
  conditions: { allowed: true, maxDays: 180 },
});
