import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluate, type EvaluateInput } from "../src/index.ts";
import { measured } from "./build.ts";
import { situation } from "./situation.ts";

type Worse = (input: EvaluateInput) => EvaluateInput;
const without = <T>(record: Readonly<Record<string, T>>, gone: string): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== gone));
const result =
  (check: string, change: Parameters<typeof measured>[2], value?: number): Worse =>
  (input) => ({
    ...input,
    results: { ...input.results, [check]: measured(check, value === undefined ? {} : { value }, change) },
  });

/** Evidence made worse. `fatal`: nothing so damaged is approved, whoever signed it. */
const damages: Record<string, { fatal: boolean; worse: Worse }> = {
  "a result is missing": {
    fatal: true,
    worse: (input) => ({ ...input, results: without(input.results, "perf.roc_auc") }),
  },
  "a check ended in an error": { fatal: true, worse: result("perf.roc_auc", { status: "error" }) },
  "a check failed": {
    fatal: true,
    worse: result("perf.roc_auc", { inputs: { test: "1".repeat(64), "model:model.onnx": "2".repeat(64) } }, 0.2),
  },
  "a check was measured on other bytes": {
    fatal: true,
    worse: result("perf.roc_auc", { inputs: { test: "9".repeat(64) } }),
  },
  "a document is missing": {
    fatal: true,
    worse: (input) => ({ ...input, files: input.files.filter((file) => file.role !== "card") }),
  },
  "a critical finding is open": {
    fatal: true,
    worse: (input) => ({ ...input, findings: [...input.findings, { number: 9, severity: "critical", state: "open" }] }),
  },
  "the model is suspended": {
    fatal: true,
    worse: (input) => ({ ...input, model: { ...input.model, state: "suspended" } }),
  },
  "the environment is unknown": { fatal: true, worse: (input) => ({ ...input, environment: null }) },
  "no policy applies": { fatal: true, worse: (input) => ({ ...input, policy: null }) },
  "the evidence is still gathered": {
    fatal: true,
    worse: (input) => ({ ...input, round: input.round && { ...input.round, state: "gathering" } }),
  },
  "a contributor is nobody known": {
    fatal: true,
    worse: (input) => ({
      ...input,
      version: { ...input.version, contributors: [...input.version.contributors, { kind: "committer", person: null }] },
    }),
  },
  "everybody's roles are taken away": { fatal: true, worse: (input) => ({ ...input, rolesInForce: {} }) },
  "the decisions are withdrawn": {
    fatal: true,
    worse: (input) => ({ ...input, decisions: input.decisions.map((one) => ({ ...one, state: "withdrawn" })) }),
  },
  "the conditions are gone": { fatal: false, worse: (input) => ({ ...input, conditions: null }) },
};
const stands = (input: EvaluateInput): boolean => evaluate(input).state.startsWith("approved");

test.each(Object.entries(damages))("worse evidence never approves what was not approved: %s", (_what, damage) => {
  let approvedBefore = 0;
  fc.assert(
    fc.property(situation, (input) => {
      const before = stands(input);
      if (before) approvedBefore++;
      const after = stands(damage.worse(input));
      expect(after && (damage.fatal || !before)).toBe(false);
    }),
    { numRuns: 400 },
  );
  expect(approvedBefore).toBeGreaterThan(5);
});

test("no verdict without a reason: what is not approved says why, and what is approved has nothing in its way", () => {
  fc.assert(
    fc.property(situation, fc.constantFrom(...Object.values(damages)), fc.boolean(), (input, { worse }, damaged) => {
      const { state, reasons } = evaluate(damaged ? worse(input) : input);
      expect(reasons.length > 0).toBe(!state.startsWith("approved"));
    }),
    { numRuns: 1_000 },
  );
});
