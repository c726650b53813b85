import { createHash } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Submission, VersionFile } from "@countersign/domain";
import { registry, runSuite } from "../src/index.ts";

const dir = mkdtempSync(join(tmpdir(), "checks-frame-"));
writeFileSync(join(dir, "model.onnx"), "bytes");
writeFileSync(join(dir, "allow.json"), "[]");
const digest = createHash("sha256").update("bytes").digest("hex");
const submission: Submission = {
  countersign: 1,
  model: "m",
  task: "binary",
  files: { onnx: "model.onnx" },
  data: { test: { path: "t.parquet", target: "y" } },
};
const file = (over: Partial<VersionFile>): VersionFile => ({
  role: "model",
  part: "onnx",
  path: "model.onnx",
  sha256: digest,
  size: 5,
  ...over,
});
const run = (files: VersionFile[], checks: string[]) =>
  runSuite(
    { dir, submission, files, allowlist: join(dir, "allow.json") },
    checks.map((check) => ({ check })),
    { signal: AbortSignal.timeout(60_000) },
  );

test("every request ends in exactly one result, and a check that does not exist is an error", async () => {
  const results = await run([file({})], ["no.such.check", "artifact.integrity"]);
  expect(results.map((r) => r.status)).toEqual(["error", "measured"]);
  expect(results[0]?.reason).toContain("no.such.check");
  expect(results[1]?.measurements[0]).toMatchObject({ value: 0, n: 1, detections: [] });
  expect(results[1]?.isolation).toContain("child process");
  expect(results[1]?.inputs).toEqual({ "model:model.onnx": digest });
});

test("other bytes, another size, a missing file and a path that leaves the folder are each named", async () => {
  const [result] = await run(
    [file({ sha256: "0".repeat(64) }), file({ size: 6 }), file({ path: "gone.bin" }), file({ path: "../model.onnx" })],
    ["artifact.integrity"],
  );
  expect(result?.measurements[0]?.detections.map((d) => d.code)).toEqual([
    "integrity.digest",
    "integrity.size",
    "integrity.missing",
    "integrity.missing",
  ]);
});

test("a version without files is insufficient, never a pass", async () => {
  const [result] = await run([], ["artifact.integrity"]);
  expect(result?.measurements[0]?.insufficient).toBeTruthy();
});

test("every check has an id of its own, and the catalogue's evaluation checks are there", () => {
  const ids = registry.map((check) => check.id);
  expect(new Set(ids).size).toBe(ids.length);
  const binary = [
    "roc_auc",
    "gini",
    "average_precision",
    "log_loss",
    "brier",
    "ece",
    "calibration_slope",
    "calibration_in_the_large",
    "accuracy",
    "balanced_accuracy",
    "sensitivity",
    "specificity",
    "precision",
    "f1",
    "mcc",
  ];
  const others = ["macro_f1", "mae", "rmse", "r2", "medae", "bias", "mean_bias", "mape", "interval_coverage"];
  const rest = [
    "artifact.integrity",
    "dq.schema",
    "dq.missing",
    "dq.duplicates",
    "dq.row_order",
    "leak.overlap",
    "leak.target",
    "slice.sensitivity",
    "fairness.dp_ratio",
    "fairness.equalized_odds_difference",
    "repro.declared",
    "champion.non_inferiority",
    "champion.churn",
  ];
  for (const id of [...[...binary, ...others].map((name) => `perf.${name}`), ...rest]) expect(ids).toContain(id);
});
