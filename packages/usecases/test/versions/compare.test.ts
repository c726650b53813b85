import type { CheckResult, PolicyCheck, VersionComparison } from "@countersign/domain";
import { newWorld, type World } from "@countersign/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { query, versionComparison } from "../../src/index.ts";
import { metricChanges } from "../../src/versions/results.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.end());

const compared = async (base: { number: number }, now: { number: number }): Promise<VersionComparison> => {
  const asked = await query(world.deps, world.as("priya"), versionComparison, {
    model: "credit-pd",
    base: String(base.number),
    now: String(now.number),
  });
  if (!asked.ok) throw new Error(asked.refusal.kind);
  return asked.value;
};
const card = (auc: string, limits: string): string =>
  `# Credit PD\n\nROC AUC ${auc} on 5,000 rows.\n\n## Limits\n\n${limits}\n`;

test("two versions side by side: metrics with their direction, checks that ended otherwise, the card word by word", async () => {
  const base = await world.sealed({ "perf.roc_auc": 0.81 }, { card: card("0.81", "None are known."), label: "a" });
  const now = await world.sealed({ "perf.roc_auc": 0.62 }, { card: card("0.62", "None are known."), label: "b" });
  const view = await compared(base, now);
  expect(view.environment).toBe("Production");
  expect(view.metrics.filter((metric) => metric.base !== metric.now)).toEqual([
    // Each was tested on data of its own: the figures stand there, and nobody is told which is better.
    expect.objectContaining({
      check: "perf.roc_auc",
      base: 0.81,
      now: 0.62,
      comparable: false,
      judgement: null,
      verdict: "fail",
    }),
  ]);
  expect(view.checks).toEqual([
    {
      check: "perf.roc_auc",
      title: expect.any(String),
      base: { verdict: "pass", outcome: null },
      now: { verdict: "fail", outcome: "blocks" },
    },
  ]);
  expect(view.checksAlike).toBeGreaterThan(0);
  expect(view.changes.map(({ what, name }) => `${what} ${name}`)).toEqual(["data test", "file model.onnx"]);
  // A figure is one word: 0.81 became 0.62, not its last digits.
  expect(view.card?.filter((part) => part.in !== "both")).toEqual([
    { text: "0.81", in: "base" },
    { text: "0.62", in: "now" },
  ]);
  const joined = (side: "base" | "now"): string =>
    (view.card ?? []).map((part) => (part.in === "both" || part.in === side ? part.text : "")).join("");
  expect(joined("base")).toBe(card("0.81", "None are known."));
  expect(joined("now")).toBe(card("0.62", "None are known."));

  const same = await compared(now, now);
  expect([same.checks, same.changes, same.card]).toEqual([[], [], null]);
  expect(same.versions.map(({ number }) => number)).toEqual([base.number, now.number]);
});

test("versions tested on the same data are judged by the policy's limits; a figure that one lacks is kept apart", () => {
  const rule = (check: string): PolicyCheck => ({
    check,
    limits: [{ verdict: "fail", on: "value", is: "<", than: 0.7 }],
    outcome: {},
  });
  const results = (test: string, values: [string, string | undefined, number][]): Map<string, CheckResult> =>
    new Map(
      values.map(([check, subject, value]) => [
        check,
        {
          check,
          version: "1.0.0",
          params: {},
          status: "measured",
          measurements: [{ ...(subject === undefined ? {} : { subject }), value, detections: [] }],
          assurance: "recomputed",
          inputs: { test },
          engine: {},
          isolation: "test",
        },
      ]),
    );
  const rules = [rule("perf.roc_auc"), rule("champion.non_inferiority"), rule("perf.gini")];
  const base = results("a", [
    ["perf.roc_auc", undefined, 0.81],
    ["champion.non_inferiority", "0.9", 0.01],
  ]);
  const now = results("a", [
    ["perf.roc_auc", undefined, 0.75],
    ["champion.non_inferiority", "1.0", 0.02],
    ["perf.gini", undefined, 0.5],
  ]);
  expect(metricChanges(rules, base, now)).toMatchObject([
    { check: "perf.roc_auc", base: 0.81, now: 0.75, comparable: true, judgement: "worse", verdict: "pass" },
    { subject: "against version 1.0", base: null, now: 0.02, judgement: null },
    { subject: "against version 0.9", base: 0.01, now: null, judgement: null, verdict: null },
  ]);
});

test("versions that were never examined for one environment have no figures to compare, and say so", async () => {
  const reviewed = await world.sealed();
  const draft = await world.draft();
  const view = await compared(reviewed, draft);
  expect(view).toMatchObject({ environment: null, metrics: [], checks: [], checksAlike: 0 });
  expect(view.now).toMatchObject({ state: "draft", review: null });
  expect(view.changes.map(({ what }) => what)).toEqual(["data", "file"]);
});

test("a version that is not there is not found", async () => {
  const { number } = await world.draft();
  await expect(compared({ number }, { number: 9_999 })).rejects.toThrow("not_found");
});
