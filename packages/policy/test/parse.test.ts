import { english, tell } from "@countersign/words";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate, parsePolicy } from "../src/index.ts";
import { approvable, policy } from "./build.ts";

const json = (value: unknown) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
const problemsOf = (value: unknown) => {
  const parsed = parsePolicy(value);
  return parsed.ok ? [] : parsed.problems.map((problem) => `${problem.path}: ${tell(english, problem)}`);
};
/** The policy with one place replaced. */
function changed(path: string, value: unknown): unknown {
  const copy = json(policy());
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  const parent = keys.reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, copy);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}

test("a well-formed policy is itself, and shares nothing with what was sent", () => {
  const sent = json(
    policy({
      favourable: "below",
      appliesTo: { tiers: ["T1"], environments: ["production"], tasks: ["binary"], models: ["credit-pd"] },
    }),
  );
  const parsed = parsePolicy(sent);
  expect(parsed).toEqual({ ok: true, policy: sent });
  if (!parsed.ok) return;
  parsed.policy.checks[0]?.limits.pop();
  expect(sent["checks"]).not.toEqual(parsed.policy.checks);
});

const refused: [path: string, value: unknown, problem: string][] = [
  ["signOffs", [], "signOffs: must not be empty"],
  [
    "signOffs",
    policy().signOffs.slice(0, 1),
    "signOffs: must name at least one sign-off that approves: without an approver nothing is ever approved",
  ],
  ["signOffs.1.count", 0, "signOffs.1.count: must be from 1 to 20"],
  ["signOffs.1.count", -1, "signOffs.1.count: must be from 1 to 20"],
  ["signOffs.1.count", 1.5, "signOffs.1.count: must be a whole number"],
  ["signOffs.1.count", "2", "signOffs.1.count: must be a whole number"],
  ["signOffs.1.count", null, "signOffs.1.count: must be a whole number"],
  ["signOffs.1.count", undefined, "signOffs.1.count: is missing"],
  [
    "signOffs.1.role",
    "administrator",
    "signOffs.1.role: must be one of model_owner, validator, model_risk_manager, approver, compliance_officer",
  ],
  ["signOffs.1.act", "veto", "signOffs.1.act: must be one of recommend, approve"],
  ["signOffs.1.meaning", "", "signOffs.1.meaning: must not be empty"],
  ["signOffs", [...policy().signOffs, policy().signOffs[1]], "signOffs: names a role twice in the same capacity"],
  [
    "separation.contributorsMaySign",
    true,
    "separation.contributorsMaySign: may be true for T4 alone: nobody decides on their own work",
  ],
  [
    "separation.distinctPeople",
    false,
    "separation.distinctPeople: must be true: one person signs a round once, in one capacity",
  ],
  ["separation.hideDecisions", "yes", "separation.hideDecisions: must be true or false"],
  ["policy", 2, "policy: must be 1: this is the only version of the format"],
  ["policy", undefined, "policy: is missing"],
  ["key", "no spaces", "key: must be letters, digits, dots, dashes and underscores"],
  ["key", 7, "key: must be text"],
  ["title", "a\u0007", "title: must not contain control or broken characters"],
  ["title", "\ud800", "title: must not contain control or broken characters"],
  ["title", "x".repeat(201), "title: may be at most 200 characters long"],
  ["surprise", true, "surprise: is not known here"],
  ["appliesTo.tiers", ["T0"], "appliesTo.tiers.0: must be one of T1, T2, T3, T4"],
  ["appliesTo.tiers", ["T1", "T1"], "appliesTo.tiers: names the same twice"],
  ["appliesTo.tiers", [], "appliesTo.tiers: must not be empty"],
  ["appliesTo.environments", "production", "appliesTo.environments: must be a list"],
  ["appliesTo.environments", ["a b"], "appliesTo.environments.0: is not an environment's key"],
  ["appliesTo.tasks", ["ranking"], "appliesTo.tasks.0: must be one of binary, multiclass, regression"],
  ["appliesTo.models", [], "appliesTo.models: must not be empty"],
  ["appliesTo", 1, "appliesTo: must be an object"],
  ["documents", ["card", "photo"], "documents.1: must be one of card, datasheet"],
  ["documents", ["card", "card", "card"], "documents: may have at most 2 entries"],
  ["checks", {}, "checks: must be a list"],
  ["checks", Array.from({ length: 101 }, () => policy().checks[0]), "checks: may have at most 100 entries"],
  ["checks", [policy().checks[0], policy().checks[0]], "checks: asks for the same check twice"],
  ["checks.0", null, "checks.0: must be an object"],
  ["checks.0.check", "auc", "checks.0.check: is not a check's id, such as perf.roc_auc"],
  ["checks.0.limits", 1, "checks.0.limits: must be a list"],
  ["checks.0.limits.0.than", "0.7", "checks.0.limits.0.than: must be a number"],
  ["checks.0.limits.0.than", Number.NaN, "checks.0.limits.0.than: must be a number"],
  ["checks.0.limits.0.than", [0, 1], "checks.0.limits.0.than: must be a number"],
  ["checks.0.limits.0.on", "mean", "checks.0.limits.0.on: must be one of value, abs, low, high, width, detections"],
  [
    "checks.0.limits.0",
    { verdict: "fail", on: "value", is: "outside", than: [2, 1] },
    "checks.0.limits.0.than: must be the lower bound, then the higher",
  ],
  [
    "checks.0.limits.0",
    { verdict: "fail", on: "value", is: "outside", than: [2] },
    "checks.0.limits.0.than: needs at least 2",
  ],
  [
    "checks.0.limits.0",
    { verdict: "fail", on: "value", is: "outside", than: 2 },
    "checks.0.limits.0.than: must be a list",
  ],
  [
    "checks.0.limits.0",
    { verdict: "fail", on: "detections", is: "outside", than: [1, 2] },
    "checks.0.limits.0.is: a number of hits is compared with one number",
  ],
  ["checks.0.limits.0", [], "checks.0.limits.0: must be an object"],
  [
    "checks.0.sufficient.0.on",
    "no good key",
    "checks.0.sufficient.0.on: must be n, width or a key of the measurement's support",
  ],
  ["checks.0.sufficient.0.is", ">", "checks.0.sufficient.0.is: must be one of >=, <="],
  ["checks.0.outcome.fail", "stops", "checks.0.outcome.fail: must be one of blocks, condition, informs"],
  ["checks.0.outcome.error", "informs", "checks.0.outcome.error: is not known here"],
  ["checks.0.outcome", "blocks", "checks.0.outcome: must be an object"],
  ["checks.0.params", [], "checks.0.params: must be an object"],
  ["checks.0.params", { a: Number.POSITIVE_INFINITY }, "checks.0.params: holds a number that is none"],
  ["checks.0.params", { a: "x".repeat(10_001) }, "checks.0.params: holds a text that is too long"],
  ["checks.0.params", { a: "\udfff" }, "checks.0.params: holds broken text"],
  ["checks.0.params", { a: undefined }, "checks.0.params: holds something that is not JSON"],
  ["checks.0.params", JSON.parse('{"a":{"__proto__":1}}'), "checks.0.params: holds a key that is not allowed"],
  ["checks.0.params", { a: Array.from({ length: 3000 }, () => 1) }, "checks.0.params: may hold at most 2000 values"],
  [
    "checks.0.params",
    JSON.parse(`${'{"a":'.repeat(12)}1${"}".repeat(12)}`),
    "checks.0.params: may be nested at most 8 deep",
  ],
  ["promotion", "at_once", "promotion: must be one of on_approval, by_deployer"],
  ["reviewDays", 0, "reviewDays: must be from 1 to 365"],
  ["validityDays", 1e9, "validityDays: must be from 1 to 3650"],
  ["conditions", { allowed: false, maxDays: 10 }, "conditions: are not allowed, yet a check's outcome needs one"],
  ["conditions.maxDays", 0, "conditions.maxDays: must be from 1 to 1825"],
  ["favourable", "left", "favourable: must be one of below, at_or_above"],
];

describe("refused, with its place", () => {
  for (const [path, value, problem] of refused) {
    test(`${problem} (${typeof value})`, () => expect(problemsOf(changed(path, value))).toContain(problem));
  }
});

test("the policy's favourable side stands in the parameters of its fairness checks, and may not contradict them", () => {
  const fairness = (params?: object) =>
    json(
      policy({
        favourable: "below",
        checks: [
          { check: "fairness.dp_ratio", limits: [], outcome: {}, ...(params ? { params: params as never } : {}) },
        ],
      }),
    );
  for (const sent of [fairness(), fairness({ minRows: 30 }), fairness({ favourable: "below" })]) {
    const parsed = parsePolicy(sent);
    expect(parsed.ok && parsed.policy.checks[0]?.params?.["favourable"]).toBe("below");
  }
  expect(problemsOf(fairness({ favourable: "at_or_above" }))).toEqual([
    "checks: gives fairness another favourable side than the policy",
  ]);
});

test("any value at all gives a policy or problems, never an exception, and never more than fifty", () => {
  fc.assert(
    fc.property(
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true }),
      (value) => {
        const parsed = parsePolicy(value);
        expect(parsed.ok || (parsed.problems.length > 0 && parsed.problems.length <= 50)).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
  const wide = Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`k${i}`, i]));
  expect(problemsOf(wide).length).toBeLessThanOrEqual(50);
  expect(problemsOf({ ...json(policy()), ["x".repeat(5_000)]: 1 })[0]?.length).toBeLessThan(200);
});

test("any policy that differs in one place parses to the same document or is refused, never to something in between", () => {
  const paths = refused.map(([path]) => path);
  fc.assert(
    fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
      const sent = changed(path, value);
      const parsed = parsePolicy(sent);
      if (parsed.ok) expect(parsed.policy).toEqual(sent);
    }),
    { numRuns: 1_000 },
  );
});

test("what the parser refuses as an empty quorum, the rules refuse again where it gets past", () => {
  const policyOf = (count: number) => policy({ signOffs: policy().signOffs.map((one) => ({ ...one, count })) });
  expect(parsePolicy(json(policyOf(0))).ok).toBe(false);
  expect(evaluate(approvable({ policy: policyOf(0) })).state).toBe("not_approved");
  expect(evaluate(approvable({ policy: policy({ signOffs: [] }) })).state).toBe("not_approved");
});
