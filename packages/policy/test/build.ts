import type {
  CheckResult,
  DecisionAct,
  DecisionFact,
  EvaluateInput,
  Measurement,
  PolicyCheck,
  PolicyDocument,
  Role,
} from "../src/index.ts";

export const at = "2026-03-01T09:00:00.000Z";
export const evidence = "e".repeat(64);
export const conditionsSha = "c".repeat(64);

export const aucCheck: PolicyCheck = {
  check: "perf.roc_auc",
  title: "Discrimination",
  limits: [
    { verdict: "fail", on: "value", is: "<", than: 0.7 },
    { verdict: "warn", on: "value", is: "<", than: 0.8 },
  ],
  sufficient: [{ on: "positives", is: ">=", than: 30 }],
  outcome: { fail: "blocks", warn: "condition", insufficient: "blocks" },
};

const churnCheck: PolicyCheck = {
  check: "champion.churn",
  title: "Changed decisions",
  limits: [{ verdict: "warn", on: "value", is: ">", than: 0.1 }],
  outcome: { warn: "condition", skipped: "informs" },
};

export function policy(change: Partial<PolicyDocument> = {}): PolicyDocument {
  return {
    policy: 1,
    key: "t1",
    title: "Highest tier in production",
    appliesTo: { tiers: ["T1"], environments: ["production"] },
    checks: [aucCheck, churnCheck],
    documents: ["card", "datasheet"],
    signOffs: [
      { role: "validator", count: 1, act: "recommend", meaning: "I recommend it." },
      { role: "approver", count: 2, act: "approve", meaning: "I approve it." },
    ],
    separation: { contributorsMaySign: false, distinctPeople: true, hideDecisions: true },
    promotion: "on_approval",
    reviewDays: 10,
    validityDays: 365,
    conditions: { allowed: true, maxDays: 90 },
    ...change,
  };
}

export const measured = (
  check: string,
  measurement: Partial<Measurement> = {},
  change: Partial<CheckResult> = {},
): CheckResult => ({
  check,
  version: "1.0.0",
  params: {},
  status: "measured",
  measurements: [{ value: 0.9, n: 1000, support: { positives: 200, negatives: 800 }, detections: [], ...measurement }],
  assurance: "recomputed",
  inputs: { test: "1".repeat(64), "model:model.onnx": "2".repeat(64) },
  engine: {},
  isolation: "child process",
  ...change,
});

export const signed = (
  person: string,
  role: Role,
  act: DecisionAct,
  change: Partial<DecisionFact> = {},
): DecisionFact => ({ person, role, act, evidenceSha256: evidence, conditionsSha256: null, state: "valid", ...change });

/** A version with everything in order: every case of the tests changes one thing in it. */
export function approvable(change: Partial<EvaluateInput> = {}): EvaluateInput {
  return {
    at,
    policy: policy(),
    environment: "production",
    model: { key: "credit-pd", state: "registered", tier: "T1" },
    version: {
      state: "frozen",
      identity: "a".repeat(64),
      task: "binary",
      contributors: [{ kind: "trainer", person: "tomas" }],
    },
    review: { state: "pending_approval" },
    round: { state: "sealed", evidenceSha256: evidence, champion: "ver_1" },
    evidenceSha256: evidence,
    champion: "ver_1",
    files: [
      { role: "test", path: "test.parquet", sha256: "1".repeat(64) },
      { role: "model", path: "model.onnx", sha256: "2".repeat(64) },
      { role: "card", path: "card.md", sha256: "3".repeat(64) },
      { role: "datasheet", path: "datasheet.md", sha256: "4".repeat(64) },
    ],
    championFiles: [{ role: "test", path: "test.parquet", sha256: "1".repeat(64) }],
    results: {
      "perf.roc_auc": measured("perf.roc_auc"),
      "champion.churn": measured(
        "champion.churn",
        { value: 0.02 },
        { inputs: { test: "1".repeat(64), "champion:test": "1".repeat(64) } },
      ),
    },
    decisions: [
      signed("vera", "validator", "recommend"),
      signed("ada", "approver", "approve"),
      signed("ben", "approver", "approve"),
    ],
    rolesInForce: {
      vera: ["validator"],
      ada: ["approver"],
      ben: ["approver"],
      tomas: ["developer", "approver"],
      carl: ["approver"],
    },
    activePeople: ["vera", "ada", "ben", "tomas", "carl"],
    conditions: null,
    findings: [],
    approval: null,
    ...change,
  };
}

export const withCondition = (change: object = {}): NonNullable<EvaluateInput["conditions"]> => ({
  sha256: conditionsSha,
  items: [
    {
      number: 1,
      covers: ["champion.churn"],
      owner: "olga",
      dueAt: "2026-06-01T00:00:00.000Z",
      blocking: true,
      state: "proposed",
      ...change,
    },
  ],
});

/** The same version where churn needs a condition, which is proposed and signed. */
export function approvableWithConditions(change: Partial<EvaluateInput> = {}): EvaluateInput {
  const base = approvable();
  const on = { conditionsSha256: conditionsSha };
  return {
    ...base,
    results: { ...base.results, "champion.churn": measured("champion.churn", { value: 0.1036 }) },
    conditions: withCondition(),
    decisions: [
      signed("vera", "validator", "recommend", on),
      signed("ada", "approver", "approve_with_conditions", on),
      signed("ben", "approver", "approve_with_conditions", on),
    ],
    ...change,
  };
}
