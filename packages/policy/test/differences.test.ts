import { jcs } from "@countersign/canonical";
import { expect, test } from "vitest";
import { policyDifferences } from "../src/index.ts";
import { aucCheck, policy } from "./build.ts";

test("a rule that is new, gone or other is told by where a reader finds it", () => {
  const base = policy();
  const [first, ...others] = base.signOffs;
  if (!first) throw new Error("no sign-off");
  const next = policy({
    checks: [{ ...aucCheck, limits: [], params: { minRows: 30 } }],
    signOffs: [{ ...first, count: 2 }, ...others],
    validityDays: 180,
  });
  expect(policyDifferences(base, next)).toEqual([
    { where: "validityDays", before: "365", after: "180" },
    { where: "checks perf.roc_auc limits", before: jcs(aucCheck.limits), after: "[]" },
    { where: "checks champion.churn title", before: '"Changed decisions"', after: null },
    { where: "checks champion.churn limits", before: expect.any(String), after: null },
    { where: "checks champion.churn outcome", before: expect.any(String), after: null },
    { where: "signOffs validator recommend count", before: "1", after: "2" },
    { where: "checks perf.roc_auc params minRows", before: null, after: "30" },
  ]);
  const reordered = Object.fromEntries(Object.entries(policy()).toReversed()) as typeof base;
  reordered.checks = reordered.checks.map((check) => ({
    ...check,
    limits: check.limits.map(({ verdict, ...limit }) => ({ ...limit, verdict })),
  }));
  expect(policyDifferences(base, reordered)).toEqual([]);
});
