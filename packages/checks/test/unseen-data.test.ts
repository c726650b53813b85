import type { CheckResult, Measurement } from "@countersign/domain";
import { expect, test } from "vitest";
import type { VersionUnderTest } from "../src/index.ts";
import { columnsModel, labelModel, softmaxModel } from "./models.ts";
import { base, check, rows, versionOf } from "./workshop.ts";

const one = (results: CheckResult[], id: string): Measurement => {
  const result = results.find((r) => r.check === id);
  const m = result?.measurements[0];
  if (!m) throw new Error(`${id}: ${result?.status ?? "no result"} ${result?.reason ?? ""}`);
  return m;
};
const columns = { input: "columns", output: "probabilities" };

/** A regression with predictions and no model, which names no id: nothing says which columns are features. */
async function withoutModel(
  test: string,
  train: string,
  predictions = "SELECT a AS s FROM (SELECT sin(i * 1.7) AS a FROM range(200) t(i))",
  data: object = {},
): Promise<VersionUnderTest> {
  const { onnx: _, ...rest } = base;
  const files = {
    "model.txt": "none",
    "test.parquet": { sql: test },
    "train.parquet": { sql: train },
    "p.parquet": { sql: predictions },
  };
  const submission = {
    ...rest,
    task: "regression" as const,
    files: { model: "model.txt" },
    data: { train: "train.parquet", test: { path: "test.parquet", target: "y", ...data } },
    predictions: { path: "p.parquet", score: "s" },
  };
  return { ...(await versionOf(files, { files: { model: "model.txt" } })), submission };
}

/** 200 rows of three measured columns; training has 300 others and copies of the first 20 under new names. */
const measured = (name: string, from = 0, n = 200): string =>
  `SELECT ${name}, sin(i * 1.7) AS a, i % 7 AS b, sin(i * 1.7) + cos(i) AS y FROM (SELECT i + ${from} AS i FROM range(${n}) t(i))`;
const copied = (name: string): string =>
  `SELECT ${name.replaceAll("i", "(i + 90000)")}, * EXCLUDE (n) FROM (${measured("i AS n", 0, 20)} UNION ALL ${measured("i AS n", 1000, 300)}) t(n, a, b, y), LATERAL (SELECT n AS i)`;

for (const [what, name] of [
  ["a word", "'C-' || i AS ref"],
  ["a long number", "1152921504606846976 + i AS ref"],
] as const) {
  test(`copied rows are found behind an id that nobody declared: ${what}`, async () => {
    const [result] = await check(await withoutModel(measured(name), copied(name)), ["leak.overlap"]);
    expect([result?.measurements[0]?.value, result?.measurements[0]?.details?.["comparedColumns"]]).toEqual([
      0.1,
      ["a", "b", "y"],
    ]);
  });
}

test("the index of a data frame is neither a feature nor an id", async () => {
  const indexed = (sql: string): string => `SELECT *, row_number() OVER () AS "__index_level_0__" FROM (${sql})`;
  const version = await withoutModel(
    indexed(measured("i AS n")),
    indexed(`${measured("i + 5000 AS n", 0, 20)} UNION ALL ${measured("i AS n", 1000, 300)}`),
  );
  const results = await check(version, ["leak.overlap", "dq.missing"]);
  expect(one(results, "leak.overlap").value).toBe(0.1);
  expect(JSON.stringify(results)).not.toContain("__index_level_0__");
});

test("rows are matched by ids that a double cannot tell apart, and such a column is not said to be sorted", async () => {
  const id = "1152921504606846976 + i";
  const test = `SELECT ${id} AS id, sin(i * 1.7) AS a, i % 7 AS b, ${id} AS serial, sin(i * 1.7) AS y FROM range(200) t(i)`;
  const shuffled = `SELECT ${id} AS id, sin(i * 1.7) AS s FROM range(200) t(i) ORDER BY hash(i)`;
  const results = await check(await withoutModel(test, test, shuffled, { id: "id" }), ["perf.rmse", "dq.row_order"]);
  expect(one(results, "perf.rmse").value).toBe(0);
  expect(one(results, "dq.row_order").value).toBe(0);
});

test("a model that cannot run is no reason to compare predictions that nobody supplied", async () => {
  const version = await versionOf({ "model.onnx": "not a model", "test.parquet": { sql: rows() } });
  const results = await check(version, ["repro.predictions", "perf.roc_auc"]);
  expect(results.map((r) => r.status)).toEqual(["skipped", "error"]);
});

test("a boolean target takes its class as true", async () => {
  const files = {
    "model.onnx": columnsModel(
      ["a", "b"],
      ["0", "1"],
      [
        [-3, 0],
        [3, 0],
      ],
    ),
    "test.parquet": { sql: rows("a > 0") },
  };
  const auc = async (of: boolean): Promise<number | null> =>
    one(await check(await versionOf(files, { onnx: { ...columns, class: of } }), ["perf.roc_auc"]), "perf.roc_auc")
      .value;
  expect([await auc(true), await auc(false)]).toEqual([1, 1]);
});

test("a target that is not there is said by every check that needs it, and none passes for it", async () => {
  const files = {
    "model.onnx": softmaxModel(2, 2, [-3, 3, 0, 0]),
    "test.parquet": { sql: rows() },
    "train.parquet": { sql: rows() },
  };
  const data = { train: "train.parquet", test: { path: "test.parquet", target: "defaulted", id: "id" } };
  const results = await check(await versionOf(files, { data, onnx: { ...columns, input: "x", columns: ["a", "b"] } }), [
    "dq.missing",
    "leak.overlap",
    "leak.target",
    "perf.roc_auc",
  ]);
  for (const result of results)
    expect(result.reason ?? result.measurements[0]?.insufficient).toContain("test.parquet has no column defaulted");
});

test("the name of a column stays as it is at the beginning of a sentence", async () => {
  const signature = `flavors: {}\nsignature:\n  inputs: '${JSON.stringify(["a", "b"].map((name) => ({ type: name === "a" ? "string" : "double", name, required: true })))}'\n`;
  const files = {
    "mlflow/MLmodel": signature,
    "model.onnx": columnsModel(
      ["a", "b"],
      ["0", "1"],
      [
        [-3, 0],
        [3, 0],
      ],
    ),
    "test.parquet": { sql: rows() },
  };
  const [result] = await check(
    await versionOf(files, { files: { mlflow: "mlflow/", onnx: "model.onnx" }, onnx: columns }),
    ["compat.signature"],
  );
  expect(result?.measurements.flatMap((m) => m.detections.map((d) => d.text))).toEqual([
    "a is string in the signature and float32 in the ONNX graph: text cannot be fed there.",
    "a is string in the signature and DOUBLE in the test data.",
  ]);
});

test("groups that are too small for a verdict are named beside it", async () => {
  const grouped = `SELECT *, CASE WHEN id < 5 THEN 'x' WHEN id % 2 = 0 THEN 'f' ELSE 'm' END AS sex FROM (${rows()})`;
  const files = {
    "model.onnx": columnsModel(
      ["a", "b"],
      ["0", "1"],
      [
        [-3, 0],
        [3, 0],
      ],
    ),
    "test.parquet": { sql: grouped },
  };
  const results = await check(await versionOf(files, { onnx: columns, data: { ...base.data, groups: ["sex"] } }), [
    "fairness.dp_ratio",
  ]);
  const m = one(results, "fairness.dp_ratio");
  expect(m.value).toBeGreaterThan(0.8);
  expect(m.detections).toEqual([
    { code: "fairness.not_judged", where: "sex x", text: "sex x has 5 of 200 rows: too few to be judged." },
  ]);
});

/** A model without a graph whose predictions are given, binary, labelled 1 and 2 by the sign of a. */
async function twoLabels(score: string, reported: string): Promise<CheckResult[]> {
  const { onnx: _, ...rest } = base;
  const sql = rows("CASE WHEN a > 0 THEN 2 ELSE 1 END");
  const version = await versionOf(
    {
      "model.txt": "none",
      "test.parquet": { sql },
      "p.parquet": { sql: `SELECT id, ${score} AS s FROM (${sql})` },
      "metrics.json": reported,
    },
    { files: { model: "model.txt" }, reported: "metrics.json" },
  );
  return check(
    {
      ...version,
      submission: {
        ...rest,
        files: { model: "model.txt" },
        reported: "metrics.json",
        predictions: { path: "p.parquet", score: "s", class: 2 },
      },
    },
    ["perf.accuracy", "repro.declared", "perf.ece"],
  );
}

test("labels in place of scores are labels, not scores above every threshold", async () => {
  const results = await twoLabels("CASE WHEN a > 0.2 THEN 2 ELSE 1 END", '{"accuracy": 0.9}');
  expect(one(results, "perf.accuracy").value).toBeGreaterThan(0.85);
  expect(one(results, "perf.ece").insufficient).toContain("labels only");
});

test("a graph that gives whole numbers gives labels: of the class that is asked for, also where it is the first", async () => {
  const files = { "model.onnx": labelModel(2, 2, [-3, 3, 0, 0]), "test.parquet": { sql: rows() } };
  const accuracy = async (of: number): Promise<number | null> =>
    one(
      await check(await versionOf(files, { onnx: { input: "x", output: "label", class: of } }), ["perf.accuracy"]),
      "perf.accuracy",
    ).value;
  expect([await accuracy(1), await accuracy(0)]).toEqual([1, 1]);
});

test("a reported metric that is no number does not pass for it; one in quotes counts; none at all claims nothing", async () => {
  const reported = async (metrics: string): Promise<Measurement> =>
    one(await twoLabels("CASE WHEN a > 0 THEN 0.9 ELSE 0.1 END", metrics), "repro.declared");
  const wrong = await reported('{"accuracy": "99 %", "roc_auc": 1, "f1": null, "note": "by hand"}');
  expect([wrong.value, wrong.detections.map((d) => d.text)]).toEqual([
    1,
    ['accuracy is reported as "99 %", which is no number, and comes out as 1.'],
  ]);
  expect([(await reported('{"accuracy": "1.0"}')).value, (await reported('{"accuracy": "0.5"}')).value]).toEqual([
    0, 1,
  ]);
  const [, python] = await twoLabels("0.5", '{"accuracy": NaN}');
  expect(python).toMatchObject({
    status: "error",
    reason: "metrics.json is not JSON: NaN and Infinity cannot stand in it; leave such a metric out, or write null.",
  });
});

test("a table that was cut short is said to be", async () => {
  const version = await versionOf({
    "model.onnx": softmaxModel(2, 2, [-3, 3, 0, 0]),
    "test.parquet": "PAR1 and no more",
  });
  const [result] = await check(version, ["dq.missing"]);
  expect(result).toMatchObject({
    status: "error",
    reason: "test.parquet cannot be read as a table: it is cut short, damaged, or no Parquet file.",
  });
});

test("a target, an id or a group that the test data does not have is a finding, not a fault of the check", async () => {
  const files = {
    "model.onnx": softmaxModel(2, 2, [-3, 3, 0, 0]),
    "test.parquet": { sql: `SELECT i AS row_id, a, b, y FROM (${rows().replace("i AS id", "i")})` },
  };
  const named = async (target: string, id: string, groups: string[]): Promise<string[]> => {
    const data = { test: { path: "test.parquet", target, id }, groups };
    const version = await versionOf(files, {
      data,
      onnx: { input: "x", output: "probabilities", class: 1, columns: ["a", "b"] },
    });
    const [result] = await check(version, ["dq.schema"]);
    const roles = result?.measurements.find((m) => m.subject === "declaration");
    expect(roles?.value, result?.reason).toBe(roles?.detections.length);
    return roles?.detections.map((d) => d.text) ?? ["not measured"];
  };
  expect(await named("y", "row_id", ["b"])).toEqual([]);
  expect(await named("outcome", "row_idx", ["region"])).toEqual([
    "missing: outcome is in countersign.yaml and not in the test data.",
    "missing: row_idx is in countersign.yaml and not in the test data.",
    "missing: region is in countersign.yaml and not in the test data.",
  ]);
});
