import type { CheckResult, Json, Measurement } from "@countersign/domain";
import { expect } from "vitest";
import { runSuite, type RequestedCheck, type VersionUnderTest } from "../src/index.ts";
import { story, type ExpectedVersion } from "./stories.ts";

const allowlist = new URL("./stories.ts", import.meta.url).pathname;

/** Without its ONNX file a version is measured on the predictions that came with it: the scores in double. */
export function given(version: VersionUnderTest): VersionUnderTest {
  const { onnx: _, ...submission } = version.submission;
  return { ...version, submission };
}

export async function run(
  name: string,
  label: string,
  requested: RequestedCheck[],
  champion?: string,
  as: (v: VersionUnderTest) => VersionUnderTest = (v) => v,
): Promise<CheckResult[]> {
  const input = {
    ...as(story(name, label)),
    allowlist,
    ...(champion === undefined ? {} : { champion: { label: champion, ...as(story(name, champion)) } }),
  };
  return runSuite(input, requested, { signal: AbortSignal.timeout(120_000) });
}

export const of = (results: CheckResult[], check: string, subject?: string): Measurement => {
  const result = results.find((r) => r.check === check);
  expect(result?.reason, check).toBeUndefined();
  const found = result?.measurements.find((m) => subject === undefined || m.subject === subject);
  if (!found) throw new Error(`${check} ${subject ?? ""}: no measurement`);
  return found;
};

export const near = (ours: unknown, expected: unknown, what: string, tolerance = 1e-9): void => {
  expect(
    Math.abs(Number(ours) - Number(expected)),
    `${what}: ${String(ours)} against ${String(expected)}`,
  ).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(Number(expected))));
};
export const nearPair = (m: Measurement, pair: unknown, what: string, tolerance?: number): void => {
  const [low, high] = pair as number[];
  near(m.interval?.low, low, `${what} low`, tolerance);
  near(m.interval?.high, high, `${what} high`, tolerance);
};

/** A number inside an object or list of the details. */
export const inside = (m: Measurement, key: string, at: string | number): unknown =>
  Object.entries(m.details?.[key] ?? {}).find(([k]) => k === String(at))?.[1];

/** Checks of expected.json that other parts of the package cover, or none. */
export const elsewhere = new Set([
  "compat.signature",
  "scan.artifact",
  "deps.pinned",
  "deps.vulnerable",
  "docs.completeness",
]);

const binaryNames: Record<string, string> = {
  roc_auc: "roc_auc",
  gini: "gini",
  ks: "ks",
  average_precision: "average_precision",
  log_loss: "log_loss",
  brier: "brier",
  ece10: "ece",
  mce10: "mce",
  accuracy: "accuracy",
  balanced_accuracy: "balanced_accuracy",
  precision: "precision",
  recall: "sensitivity",
  specificity: "specificity",
  f1: "f1",
  mcc: "mcc",
  kappa: "kappa",
};

export function binaryRequests(): RequestedCheck[] {
  return [
    ...Object.values(binaryNames).map((name) => ({
      check: `perf.${name}`,
      params: name === "roc_auc" || name === "gini" ? { interval: "normal" } : {},
    })),
    { check: "perf.calibration_slope" },
    { check: "perf.calibration_in_the_large" },
  ];
}

export function expectBinary(results: CheckResult[], m: Record<string, unknown>): void {
  // The calibration fit is held to 1e-8 as its reference cases are; everything else to 1e-9.
  for (const [theirs, ours] of Object.entries(binaryNames)) near(of(results, `perf.${ours}`).value, m[theirs], theirs);
  const calibration = m["calibration"] as Record<string, number>;
  near(of(results, "perf.calibration_slope").value, calibration["slope"], "slope", 1e-8);
  near(of(results, "perf.calibration_in_the_large").value, calibration["interceptSlopeOne"], "in the large", 1e-8);
  nearPair(of(results, "perf.roc_auc"), (m["delong"] as Record<string, unknown>)["normal95"], "DeLong");
  for (const name of ["accuracy", "recall", "specificity"])
    nearPair(of(results, `perf.${binaryNames[name] ?? name}`), m[`${name}Wilson95`], `${name} Wilson`);
  expect(of(results, "perf.roc_auc").details?.["scoresOutsideUnitInterval"]).toBe(m["scoresOutsideUnitInterval"] ?? 0);
  const table = of(results, "perf.ece").details?.["reliability"] as Record<string, number>[];
  const reliability = m["reliability"] as Record<string, number>[];
  expect(table.map((r) => [r["bin"], r["n"]])).toEqual(reliability.map((r) => [r["bin"], r["n"]]));
  table.forEach((row, i) => near(row["meanScore"], reliability[i]?.["meanScore"], "mean score of a bin"));
}

export function expectFairness(results: CheckResult[], v: ExpectedVersion): void {
  for (const [attribute, f] of Object.entries(v.fairness)) {
    const ratio = of(results, "fairness.dp_ratio", attribute);
    near(ratio.value, f.demographicParityRatio, `${attribute} ratio`);
    const groups = ratio.details?.["groups"] as Record<string, Record<string, Json>>;
    for (const [group, e] of Object.entries(f.groups)) {
      for (const key of ["n", "positives", "selectionRate", "tpr", "fpr", "ratioToHighest"])
        near(groups[group]?.[key], e[key], `${attribute} ${group} ${key}`);
      expect([groups[group]?.["judged"], groups[group]?.["errorRatesJudged"]]).toEqual([
        e["judged"],
        e["errorRatesJudged"],
      ]);
    }
  }
}
