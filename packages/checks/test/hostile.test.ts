import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { describeShared } from "../../../test/shared.ts";
import { endlessLoop, memoryBomb, nanModel, softmaxModel } from "./models.ts";
import { check, rows, versionOf } from "./workshop.ts";

const good = (): Uint8Array => softmaxModel(2, 2, [-3, 3, 0, 0]);
const three = ["perf.roc_auc", "perf.accuracy", "dq.missing", "artifact.integrity"];
const quick = { limits: { wallMs: 3_000 } };

test("a model that never ends is stopped: its checks are errors, the others are measured", async () => {
  const version = await versionOf({ "model.onnx": endlessLoop(), "test.parquet": { sql: rows() } });
  const results = await check(version, three, quick);
  expect(results.map((r) => r.status)).toEqual(["error", "error", "measured", "measured"]);
  expect(results[0]?.reason).toContain("took longer than 3 seconds");
  expect(results[1]?.reason).toContain("could not run the model");
});

test("a model that asks for 160 GB is an error that says so, and the machine keeps its memory", async () => {
  const version = await versionOf({ "model.onnx": memoryBomb(), "test.parquet": { sql: rows() } });
  const results = await check(version, three, quick);
  expect(results.map((r) => r.status)).toEqual(["error", "error", "measured", "measured"]);
  expect(results[0]?.reason).toMatch(/memory/);
});

test("bytes that are no model, and no model at all, are errors with a sentence", async () => {
  const broken = await versionOf({ "model.onnx": "not a model", "test.parquet": { sql: rows() } });
  expect((await check(broken, ["perf.roc_auc"]))[0]).toMatchObject({
    status: "error",
    reason: expect.stringContaining("cannot be loaded"),
  });
  const { onnx: _, ...submission } = broken.submission;
  expect((await check({ ...broken, submission }, ["perf.roc_auc"]))[0]).toMatchObject({
    status: "error",
    reason: expect.stringContaining("neither an ONNX model"),
  });
});

test("scores that are not numbers are counted and never judged", async () => {
  const version = await versionOf({ "model.onnx": nanModel(), "test.parquet": { sql: rows() } });
  const [result] = await check(version, ["perf.accuracy"]);
  expect(result?.measurements[0]).toMatchObject({
    value: null,
    insufficient: expect.stringContaining("200 of 200 rows"),
  });
});

test("hostile tables give a sentence about the file, not a path of this machine", async () => {
  for (const [name, bytes] of [
    ["not a table", "PAR1 but not"],
    ["empty", ""],
  ] as const) {
    const version = await versionOf({ "model.onnx": good(), "test.parquet": bytes });
    const results = await check(version, [
      "perf.roc_auc",
      "dq.missing",
      "leak.target",
      "leak.overlap",
      "dq.schema",
      "fairness.dp_ratio",
      "repro.declared",
    ]);
    for (const r of results.filter((r) => r.check !== "leak.overlap" && r.check !== "repro.declared")) {
      expect(r.status, `${name} ${r.check}`).toBe("error");
      expect(r.reason).toContain("test.parquet");
      expect(r.reason).not.toContain(version.dir);
    }
    expect(
      results.every((r) => r.status === "error" || r.measurements.every((m) => m.insufficient !== undefined)),
    ).toBe(true);
  }
});

test("a table without rows is insufficient everywhere", async () => {
  const version = await versionOf(
    { "model.onnx": good(), "test.parquet": { sql: `${rows()} WHERE false` }, "train.parquet": { sql: rows() } },
    { data: { train: "train.parquet", test: { path: "test.parquet", target: "y", id: "id" }, groups: ["b"] } },
  );
  const results = await check(version, [
    "perf.roc_auc",
    "perf.accuracy",
    "dq.missing",
    "dq.duplicates",
    "leak.overlap",
    "leak.target",
    "fairness.dp_ratio",
    "slice.accuracy",
    "dq.row_order",
  ]);
  for (const r of results)
    expect(
      r.status === "error" || r.measurements.some((m) => m.insufficient !== undefined),
      `${r.check} ${r.status} ${r.reason ?? ""}`,
    ).toBe(true);
});

test("too many rows or columns are refused before they are read", async () => {
  const version = await versionOf({ "model.onnx": good(), "test.parquet": { sql: rows() } });
  expect((await check(version, ["perf.roc_auc"], { limits: { rows: 100 } }))[0]?.reason).toContain(
    "200 rows, 100 may be read",
  );
  expect((await check(version, ["perf.roc_auc"], { limits: { columns: 2 } }))[0]?.reason).toContain(
    "4 columns, 2 may be read",
  );
});

test("data named outside the folder is not read", async () => {
  const version = await versionOf({ "model.onnx": good(), "test.parquet": { sql: rows() } });
  version.submission = { ...version.submission, data: { test: { path: "../../../etc/passwd.csv", target: "y" } } };
  expect((await check(version, ["perf.roc_auc", "dq.missing"])).map((r) => r.status)).toEqual(["error", "error"]);
});

describeShared("the hostile models of the corpus", ["data", "scan-corpus", "lab", "onnx"], (corpus) => {
  const table = "SELECT i AS id, true AS c, 1.5 AS x, 40000000000 AS s, i % 2 AS y FROM range(20) t(i)";
  for (const name of ["loop", "membomb", "foldbomb"])
    test(`${name} ends in an error`, async () => {
      const onnx = { input: "columns", output: "y", class: 1 };
      const version = await versionOf(
        { "model.onnx": readFileSync(`${corpus}/${name}.onnx`), "test.parquet": { sql: table } },
        { onnx },
      );
      const [result] = await check(version, ["perf.roc_auc"], quick);
      expect(result?.status, result?.reason).toBe("error");
      console.log(`${name}: ${result?.reason}`);
    });
});
