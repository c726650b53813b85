import { describe, expect, test } from "vitest";
import {
  type CheckResult,
  evaluate,
  judge,
  type Measurement,
  type PolicyCheck,
  type PolicyDocument,
  selectPolicy,
} from "../src/index.ts";
import { approvable, measured } from "./build.ts";
import { type ExpectedCheck, expectedOf, readSeedPolicy, seedPolicy, seedPolicyFiles } from "./seed-policies.ts";

/** A measurement as the check would give it for an expected value; what is no number is found as hits. */
function measurementOf(expected: ExpectedCheck, rule: PolicyCheck): Measurement {
  const { value, ci95 } = expected;
  const subject = expected.attribute ?? expected.slice;
  const hits = Array.isArray(value) ? value.length : typeof value === "string" && expected.verdict === "fail" ? 1 : 0;
  const onValue = rule.limits.some((limit) => limit.on === "value");
  return {
    ...(subject === undefined ? {} : { subject }),
    value: typeof value === "number" ? value : onValue ? hits : null,
    n: 1000,
    ...(ci95 ? { interval: { low: ci95[0], high: ci95[1], level: 0.95, method: "as expected" } } : {}),
    ...(expected.malignant === undefined ? {} : { support: { positives: expected.malignant } }),
    detections: Array.from({ length: hits }, () => ({ code: "hit", where: "there", text: String(value) })),
  };
}

function resultsOf(policy: PolicyDocument, checks: ExpectedCheck[]): Record<string, CheckResult> {
  return Object.fromEntries(
    policy.checks.flatMap((rule): [string, CheckResult][] => {
      const own = checks.filter((expected) => expected.check === rule.check);
      const params = rule.params ?? {};
      if (own.length === 0) {
        const free = { value: rule.limits[0]?.is === "<" ? 1 : 0, detections: [] };
        return [
          [
            rule.check,
            rule.check.startsWith("champion.")
              ? measured(rule.check, {}, { status: "skipped", reason: "nothing is in production", params, inputs: {} })
              : measured(rule.check, free, { params, inputs: {} }),
          ],
        ];
      }
      const skipped = own.some((expected) => expected.verdict === "skipped");
      return [
        [
          rule.check,
          measured(
            rule.check,
            {},
            {
              params,
              inputs: {},
              ...(skipped
                ? { status: "skipped", reason: "as expected", measurements: [] }
                : { measurements: own.map((expected) => measurementOf(expected, rule)) }),
            },
          ),
        ],
      ];
    }),
  );
}

/** Story, version, the policy in force, what the rules conclude, and the checks that need a condition or block. */
const versions: [
  story: string,
  version: string,
  file: string,
  conclusion: "approvable" | "blocked",
  condition: string[],
  blocks: string[],
][] = [
  ["credit", "1.0", "credit-pd-production.yaml", "approvable", ["fairness.equalized_odds_difference"], []],
  [
    "credit",
    "1.1",
    "credit-pd-production.yaml",
    "approvable",
    ["champion.churn", "fairness.equalized_odds_difference"],
    [],
  ],
  ["credit", "1.2", "credit-pd-production.yaml", "approvable", ["fairness.equalized_odds_difference"], []],
  [
    "credit",
    "2.0",
    "credit-pd-production.yaml",
    "blocked",
    ["fairness.equalized_odds_difference"],
    [
      "compat.signature",
      "deps.pinned",
      "deps.vulnerable",
      "docs.completeness",
      "dq.schema",
      "fairness.dp_ratio",
      "leak.overlap",
      "leak.target",
      "perf.calibration_in_the_large",
      "perf.calibration_slope",
      "perf.ece",
      "repro.declared",
      "scan.artifact",
    ],
  ],
  ["clinical", "1.0", "lesion-triage-production.1.yaml", "approvable", [], []],
  ["clinical", "1.1", "lesion-triage-production.2.yaml", "blocked", [], ["slice.sensitivity"]],
  ["credit-real", "1.0", "german-credit-production.yaml", "blocked", ["perf.ece"], ["dq.row_order"]],
  ["regression", "1.0", "t4-regression-production.yaml", "approvable", [], []],
];

describe("the four stories under the demo's policies", () => {
  for (const [story, label, file, conclusion, condition, blocks] of versions) {
    const policy = seedPolicy(file);
    const checks = expectedOf(story).versions[label]?.checks ?? [];
    const results = resultsOf(policy, checks);

    test(`${story} ${label}: every verdict is the expected one`, () => {
      expect(checks.length).toBeGreaterThan(0);
      for (const expected of checks) {
        const rule = policy.checks.find((check) => check.check === expected.check);
        if (!rule) throw new Error(`${file} does not ask for ${expected.check}`);
        const judged = judge(rule, results[rule.check]);
        const subject = expected.attribute ?? expected.slice;
        const verdict =
          expected.verdict === "skipped"
            ? judged.verdict
            : judged.measurements.find((one) => one.subject === subject)?.verdict;
        expect(verdict, `${expected.check} ${subject ?? ""}`).toBe(expected.verdict);
      }
    });

    test(`${story} ${label}: ${conclusion}, ${condition.length} need a condition, ${blocks.length} block`, () => {
      const input = approvable({
        policy,
        results,
        decisions: [],
        model: { key: policy.appliesTo.models?.[0] ?? story, state: "active", tier: policy.appliesTo.tiers[0] ?? null },
        version: { ...approvable().version, task: policy.appliesTo.tasks?.[0] ?? "binary" },
      });
      const verdict = evaluate(input);
      const by = (outcome: string) =>
        verdict.checks
          .filter((check) => check.outcome === outcome)
          .map((check) => check.check)
          .toSorted();
      expect([by("condition"), by("blocks")]).toEqual([condition, blocks]);
      const inTheWay = verdict.reasons.filter((reason) => reason.kind.startsWith("check_"));
      expect(inTheWay.length).toBe(blocks.length);
      if (conclusion === "approvable")
        expect(verdict.reasons.map((reason) => reason.kind).filter((kind) => !kind.endsWith("_missing"))).toEqual([]);
    });
  }

  test("clinical 1.1 is neither approved nor failed: the evidence does not suffice, and the sentence says how much is missing", () => {
    const policy = seedPolicy("lesion-triage-production.2.yaml");
    const rule = policy.checks.find((check) => check.check === "slice.sensitivity");
    const judged =
      rule && judge(rule, resultsOf(policy, expectedOf("clinical").versions["1.1"]?.checks ?? [])["slice.sensitivity"]);
    expect(judged).toMatchObject({
      verdict: "insufficient",
      outcome: "blocks",
      sentence: "mean_radius < 13.5 (small): too little evidence: 5 positives, at least 30 are needed.",
    });
  });
});

describe("the demo's policies", () => {
  for (const file of seedPolicyFiles) {
    test(`${file} parses, and every check has a title for people`, () => {
      const policy = seedPolicy(file);
      expect(policy.key).toBe((readSeedPolicy(file) as { key: string }).key);
      expect(policy.checks.filter((check) => check.title === undefined).map((check) => check.check)).toEqual([]);
    });
  }

  test("every tier, task and environment has exactly one policy, and a story's model its own", () => {
    const published = seedPolicyFiles.filter((file) => file !== "lesion-triage-production.1.yaml").map(seedPolicy);
    expect(new Set(published.map((policy) => policy.key)).size).toBe(published.length);
    for (const tier of ["T1", "T2", "T3", "T4"] as const) {
      for (const task of ["binary", "multiclass", "regression"] as const) {
        for (const environment of ["production", "staging"])
          expect(selectPolicy(published, { tier, task, environment, model: "anything" }).ok).toBe(true);
      }
    }
    const chosen = (model: string, tier: "T1" | "T3") => {
      const selection = selectPolicy(published, { tier, task: "binary", environment: "production", model });
      return selection.ok ? selection.policy.key : selection.several;
    };
    expect([
      chosen("credit-pd", "T1"),
      chosen("lesion-triage", "T1"),
      chosen("german-credit", "T3"),
      chosen("credit-pd", "T3"),
    ]).toEqual([
      "credit-pd-production",
      "lesion-triage-production",
      "german-credit-production",
      "t3-binary-production",
    ]);
  });

  test("the highest tier takes a recommendation and two approvers, the lowest one sign-off", () => {
    const signOffs = (file: string) =>
      seedPolicy(file).signOffs.map(({ role, act, count }) => `${count} ${role} ${act}`);
    expect(signOffs("credit-pd-production.yaml")).toEqual(["1 validator recommend", "2 approver approve"]);
    expect(signOffs("t4-regression-production.yaml")).toEqual(["1 approver approve"]);
  });
});
