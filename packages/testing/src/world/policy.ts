/** The policy of the tests: one check of each outcome class, one recommendation, two approvers. */
export const worldPolicy = {
  policy: 1,
  key: "production",
  title: "Production",
  appliesTo: { tiers: ["T1"], environments: ["production"], tasks: ["binary"] },
  documents: [],
  promotion: "on_approval",
  reviewDays: 10,
  validityDays: 365,
  conditions: { allowed: true, maxDays: 180 },
  separation: { contributorsMaySign: false, distinctPeople: true, hideDecisions: true },
  signOffs: [
    {
      role: "validator",
      act: "recommend",
      count: 1,
      meaning: "I have reviewed this evidence and I recommend the version.",
    },
    { role: "approver", act: "approve", count: 2, meaning: "I have read this evidence and I approve the version." },
  ],
  checks: [
    {
      check: "artifact.integrity",
      title: "Files are the registered bytes",
      limits: [{ verdict: "fail", on: "detections", is: ">", than: 0 }],
      outcome: { fail: "blocks" },
    },
    {
      check: "perf.roc_auc",
      title: "Discrimination",
      limits: [{ verdict: "fail", on: "value", is: "<", than: 0.7 }],
      outcome: { fail: "blocks", insufficient: "blocks" },
    },
    {
      check: "perf.gini",
      title: "Gini",
      limits: [{ verdict: "warn", on: "value", is: "<", than: 0.4 }],
      outcome: { warn: "condition", insufficient: "blocks" },
    },
  ],
};

/** Staging asks for one approver and is promoted by hand. */
export const stagingPolicy = {
  ...worldPolicy,
  key: "staging",
  title: "Staging",
  appliesTo: { ...worldPolicy.appliesTo, environments: ["staging"] },
  promotion: "by_deployer",
  signOffs: [{ role: "approver", act: "approve", count: 1, meaning: "I approve the version for staging." }],
};
