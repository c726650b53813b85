import type { CheckResult, Measurement } from "@countersign/domain";
import { expect, test } from "vitest";
import { softmaxModel } from "./models.ts";
import { base, check, rows, versionOf } from "./workshop.ts";

const one = (results: CheckResult[], id: string): Measurement => {
  const result = results.find((r) => r.check === id);
  const m = result?.measurements[0];
  if (!m) throw new Error(`${id}: ${result?.status ?? "no result"} ${result?.reason ?? ""}`);
  return m;
};
const binary = softmaxModel(2, 2, [-3, 3, 0, 0]);
/** Class 0 for a below -0.3, 2 above 0.3, 1 between: the model leans the same way. */
const three = softmaxModel(2, 3, [-6, 0, 6, 0, 0, 0]);
const threeLabels = (low: string, middle: string, high: string): string =>
  `CASE WHEN a < -0.3 THEN ${low} WHEN a > 0.3 THEN ${high} ELSE ${middle} END`;

test("one tensor takes the columns in the order declared, not in the order of the file", async () => {
  const files = { "model.onnx": binary, "test.parquet": { sql: `SELECT id, b, a, y FROM (${rows()})` } };
  const right = await check(
    await versionOf(files, { onnx: { input: "x", output: "probabilities", class: 1, columns: ["a", "b"] } }),
    ["perf.roc_auc"],
  );
  const wrong = await check(await versionOf(files), ["perf.roc_auc"]);
  expect(one(right, "perf.roc_auc").value).toBe(1);
  expect(one(wrong, "perf.roc_auc").value).toBeLessThan(0.9);
});

test("a tensor of another width, an unknown output and a missing column are named", async () => {
  const files = { "model.onnx": binary, "test.parquet": { sql: rows() } };
  const reasonOf = async (onnx: { input: string; output: string; columns?: string[] }): Promise<string | undefined> =>
    (await check(await versionOf(files, { onnx }), ["perf.roc_auc"]))[0]?.reason;
  expect(await reasonOf({ input: "x", output: "probabilities", columns: ["a"] })).toContain(
    "has 2 columns; 1 are given",
  );
  expect(await reasonOf({ input: "x", output: "nothing" })).toContain(
    "no output nothing; its outputs are probabilities",
  );
  expect(await reasonOf({ input: "x", output: "probabilities", columns: ["a", "z"] })).toContain("no column z");
  expect(await reasonOf({ input: "columns", output: "probabilities" })).toContain("no column x");
});

test("the positive class is an index or a label; labels may be words, other numbers or booleans", async () => {
  for (const [label, wanted, auc] of [
    ["CASE WHEN a > 0 THEN 'good' ELSE 'bad' END", "good", 1],
    ["CASE WHEN a > 0 THEN 'good' ELSE 'bad' END", "bad", 1],
    ["CASE WHEN a > 0 THEN 2 ELSE 1 END", 2, 1],
    ["a > 0", 1, 1],
    ["a > 0", "true", 1],
  ] as const) {
    const version = await versionOf(
      { "model.onnx": binary, "test.parquet": { sql: rows(label) } },
      { onnx: { input: "x", output: "probabilities", class: wanted } },
    );
    expect(one(await check(version, ["perf.roc_auc"]), "perf.roc_auc").value, `${label} ${wanted}`).toBe(auc);
  }
  const version = await versionOf(
    { "model.onnx": binary, "test.parquet": { sql: rows() } },
    { onnx: { input: "x", output: "probabilities", class: "yes" } },
  );
  expect((await check(version, ["perf.roc_auc"]))[0]?.reason).toContain(
    "onnx.class is yes, but the labels of y are 0 and 1",
  );
});

test("one class only in the test rows is insufficient for every metric, never a pass", async () => {
  const version = await versionOf({ "model.onnx": binary, "test.parquet": { sql: rows("0") } });
  const names = [
    "perf.roc_auc",
    "perf.accuracy",
    "perf.log_loss",
    "perf.sensitivity",
    "perf.calibration_slope",
    "perf.average_precision",
    "perf.ece",
    "perf.f1",
  ];
  for (const r of await check(version, names))
    expect(r.measurements[0]?.insufficient, r.check).toContain("no positive rows");
});

test("three labels are too many for a binary model", async () => {
  const version = await versionOf({ "model.onnx": binary, "test.parquet": { sql: rows("id % 3") } });
  expect((await check(version, ["perf.roc_auc"]))[0]?.reason).toContain("has 3 labels (0, 1, 2)");
});

test("three classes: metrics, classes, slices, leaks and reported numbers", async () => {
  const files = {
    "model.onnx": three,
    "test.parquet": {
      sql: `SELECT *, CASE WHEN id % 2 = 0 THEN 'even' ELSE 'odd' END AS side FROM (${rows(threeLabels("'low'", "'mid'", "'top'"))})`,
    },
    "metrics.json": JSON.stringify({ accuracy: 0.5, macro_f1: 0.99, nonsense: 1 }),
  };
  const version = await versionOf(files, {
    task: "multiclass",
    data: { test: { path: "test.parquet", target: "y", id: "id" }, groups: ["side"] },
    reported: "metrics.json",
    onnx: { input: "x", output: "probabilities" },
  });
  const results = await check(version, [
    "perf.roc_auc",
    "perf.accuracy",
    "perf.macro_f1",
    "perf.log_loss",
    "perf.ece",
    "perf.class_sensitivity",
    { check: "slice.accuracy", params: { groups: true } },
    "leak.target",
    "repro.declared",
    "perf.gini",
    "fairness.dp_ratio",
    { check: "perf.roc_auc", params: { pairs: "ovo", average: "weighted" } },
  ]);
  expect(one(results, "perf.roc_auc").value).toBeGreaterThan(0.8);
  expect(one(results, "perf.accuracy").interval?.method).toBe("wilson");
  expect(results.find((r) => r.check === "perf.class_sensitivity")?.measurements.map((m) => m.subject)).toEqual([
    "low",
    "mid",
    "top",
  ]);
  expect(results.find((r) => r.check === "slice.accuracy")?.measurements.map((m) => m.subject)).toEqual([
    "side = even",
    "side = odd",
  ]);
  expect(one(results, "leak.target").value).toBe(1);
  expect(one(results, "repro.declared").details?.["notRecomputed"]).toEqual(["nonsense"]);
  expect(one(results, "repro.declared").detections.map((d) => d.where)).toContain("accuracy");
  expect(results.filter((r) => r.status === "skipped").map((r) => r.check)).toEqual(["perf.gini", "fairness.dp_ratio"]);
});

test("three classes of which one is missing in the test rows are insufficient", async () => {
  const files = {
    "model.onnx": three,
    "train.parquet": { sql: rows(threeLabels("0", "1", "2")) },
    "test.parquet": { sql: rows("CASE WHEN a < 0 THEN 0 ELSE 1 END") },
  };
  const version = await versionOf(files, {
    task: "multiclass",
    data: { ...base.data, train: "train.parquet" },
    onnx: { input: "x", output: "probabilities" },
  });
  expect(one(await check(version, ["perf.macro_f1"]), "perf.macro_f1").insufficient).toContain("Only 2 of the classes");
});

test("predictions are matched by id in any order; gaps, repeats and other lengths are errors", async () => {
  const { onnx: _, ...submission } = base;
  const with_ = async (sql: string, id?: string): Promise<CheckResult | undefined> => {
    const version = await versionOf({ "model.onnx": binary, "test.parquet": { sql: rows() }, "p.parquet": { sql } });
    const data = id === undefined ? { test: { path: "test.parquet", target: "y" } } : submission.data;
    return (
      await check({ ...version, submission: { ...submission, data, predictions: { path: "p.parquet", score: "s" } } }, [
        "perf.roc_auc",
      ])
    )[0];
  };
  const scored = `SELECT id, 1 / (1 + exp(-a)) AS s FROM (${rows()})`;
  const shuffled = await with_(`${scored} ORDER BY hash(id)`, "id");
  expect([shuffled?.measurements[0]?.value, shuffled?.assurance]).toEqual([1, "supplied_predictions"]);
  expect((await with_(`${scored} WHERE id <> 7`, "id"))?.reason).toContain("no row with the id of row 8");
  expect((await with_(`SELECT 1 AS id, 0.5 AS s FROM range(200)`, "id"))?.reason).toContain("a repeated id");
  expect((await with_(`${scored} LIMIT 150`))?.reason).toContain("150 rows");
  expect((await with_(`SELECT id, 'x' AS s FROM (${rows()})`, "id"))?.measurements[0]?.value).not.toBe(1);
});

test("supplied predictions that are not the model's are counted", async () => {
  const files = {
    "model.onnx": binary,
    "test.parquet": { sql: rows() },
    "p.parquet": { sql: `SELECT id, 0.5 AS s FROM (${rows()})` },
  };
  const version = await versionOf(files, { predictions: { path: "p.parquet", score: "s" } });
  const m = one(await check(version, ["repro.predictions"]), "repro.predictions");
  expect(m.value).toBeGreaterThan(0.9);
  expect(m.detections[0]?.text).toContain("differ from the model's");
});

test("a graph for a fixed number of rows is fed in that number", async () => {
  const version = await versionOf({
    "model.onnx": softmaxModel(2, 2, [-3, 3, 0, 0], 64),
    "test.parquet": { sql: rows() },
  });
  expect(one(await check(version, ["perf.roc_auc"]), "perf.roc_auc")).toMatchObject({ value: 1, n: 200 });
});

test("CSV is read as well as Parquet", async () => {
  const csv = `id,a,b,y\n${Array.from({ length: 60 }, (_, i) => `${i},${Math.sin(i)},${i % 7 === 0 ? "" : i / 7},${Math.sin(i) > 0 ? 1 : 0}`).join("\n")}\n`;
  const version = await versionOf(
    { "model.onnx": binary, "test.csv": csv },
    { data: { test: { path: "test.csv", target: "y", id: "id" } } },
  );
  const results = await check(version, ["dq.missing", "leak.target"]);
  expect(one(results, "dq.missing").value).toBeCloseTo(9 / 60, 12);
  expect(one(results, "leak.target").details?.["feature"]).toBe("a");
});

test("a column that gives the target away by its category, or by being missing, is named", async () => {
  const leaky = (expr: string): string => `SELECT *, ${expr} AS note FROM (${rows("(hash(i) % 2)::int")})`;
  for (const [expr, by] of [
    ["CASE WHEN y = 1 THEN 'closed' ELSE 'open' END", "category"],
    ["CASE WHEN y = 1 THEN 5.0 END", "missing"],
  ] as const) {
    const files = { "model.onnx": binary, "test.parquet": { sql: leaky(expr) }, "train.parquet": { sql: leaky(expr) } };
    const { onnx: _, ...rest } = base;
    const version = await versionOf(files);
    const m = one(
      await check({ ...version, submission: { ...rest, data: { ...rest.data, train: "train.parquet" } } }, [
        "leak.target",
      ]),
      "leak.target",
    );
    expect([m.value, m.details?.["by"], m.detections[0]?.where]).toEqual([1, by, "note"]);
  }
});

test("a regression's leak is found by rank correlation, and its comparison with production is paired", async () => {
  const number = softmaxModel(2, 2, [-3, 3, 0, 0]);
  const sql = `SELECT id, a, b, b + a / 10 AS y, -exp(b + a / 10) AS after FROM (${rows()})`;
  const files = {
    "model.onnx": number,
    "test.parquet": { sql },
    "p.parquet": { sql: `SELECT id, b AS p FROM (${sql})` },
    "q.parquet": { sql: `SELECT id, a AS p FROM (${sql})` },
  };
  const { onnx: _, decision: __, ...rest } = base;
  const version = await versionOf(files);
  const submission = { ...rest, task: "regression" as const };
  const better = { ...version, submission: { ...submission, predictions: { path: "p.parquet", score: "p" } } };
  const worse = { ...version, submission: { ...submission, predictions: { path: "q.parquet", score: "p" } } };
  const results = await check(better, ["leak.target", "champion.non_inferiority", "perf.rmse"], {
    champion: { label: "old", ...worse },
  });
  expect(one(results, "leak.target")).toMatchObject({ value: 1, details: { feature: "after", measure: "|Spearman|" } });
  expect(one(results, "champion.non_inferiority").value).toBeGreaterThan(0);
  const back = await check(worse, ["champion.non_inferiority", "perf.rmse", "champion.churn"], {
    champion: { label: "new", ...better },
  });
  expect(one(back, "champion.non_inferiority").detections[0]?.code).toBe("champion.worse");
  expect(one(back, "perf.rmse").detections[0]?.text).toContain("not below");
  expect(back[2]?.status).toBe("skipped");
});

test("groups too small are reported and not judged; fewer than two judged groups are insufficient", async () => {
  const grouped = (expr: string): string => `SELECT *, ${expr} AS g FROM (${rows()})`;
  const measured = async (expr: string): Promise<Measurement> => {
    const version = await versionOf(
      { "model.onnx": binary, "test.parquet": { sql: grouped(expr) } },
      {
        data: { ...base.data, groups: ["g"] },
        onnx: { input: "x", output: "probabilities", class: 1, columns: ["a", "b"] },
      },
    );
    return one(await check(version, ["fairness.dp_ratio"]), "fairness.dp_ratio");
  };
  const small = await measured("CASE WHEN id < 20 THEN 'few' WHEN id < 110 THEN 'p' ELSE 'q' END");
  expect(small.details?.["notJudged"]).toEqual(["few"]);
  expect(small.value).not.toBeNull();
  expect((await measured("CASE WHEN id < 20 THEN 'few' ELSE 'many' END")).insufficient).toContain(
    "Only the group many",
  );
  expect((await measured("CASE WHEN id < 100 THEN 'p' END")).details?.["groups"]).toHaveProperty("(missing)");
});

test("without a declared decision, fairness says why it cannot be judged", async () => {
  const { decision: _, ...rest } = base;
  const version = await versionOf({
    "model.onnx": binary,
    "test.parquet": { sql: `SELECT *, id % 2 AS g FROM (${rows()})` },
  });
  const submission = {
    ...rest,
    onnx: { input: "x", output: "probabilities", columns: ["a", "b"] },
    data: { ...rest.data, groups: ["g"] },
  };
  expect(
    one(await check({ ...version, submission }, ["fairness.dp_ratio"]), "fairness.dp_ratio").insufficient,
  ).toContain("which side is favourable");
});

test("a parameter the check does not know, or an interval the metric does not have, is an error", async () => {
  const version = await versionOf({ "model.onnx": binary, "test.parquet": { sql: rows() } });
  const results = await check(version, [
    { check: "perf.roc_auc", params: { treshold: 0.2 } },
    { check: "perf.roc_auc", params: { interval: "wilson" } },
    { check: "slice.accuracy" },
  ]);
  expect(results[0]?.reason).toContain("treshold");
  expect(results[1]?.reason).toMatch(/interval: .*expected one of "logit"/);
  expect(results[2]?.measurements[0]?.insufficient).toContain("No slices");
});

test("scores far outside 0 to 1 are ranks, not probabilities", async () => {
  const { onnx: _, ...rest } = base;
  const version = await versionOf({
    "test.parquet": { sql: rows() },
    "model.onnx": binary,
    "p.parquet": { sql: `SELECT id, 10 * a AS s FROM (${rows()})` },
  });
  const results = await check({ ...version, submission: { ...rest, predictions: { path: "p.parquet", score: "s" } } }, [
    "perf.roc_auc",
    "perf.brier",
    "perf.ece",
    "perf.calibration_slope",
  ]);
  expect(one(results, "perf.roc_auc").value).toBe(1);
  for (const id of ["perf.brier", "perf.ece", "perf.calibration_slope"])
    expect(one(results, id)).toMatchObject({
      value: null,
      insufficient: expect.stringContaining("needs probabilities"),
    });
});

test("test rows copied into training under new ids are found, and repeated rows counted", async () => {
  const train = `SELECT id + 1000 AS id, a + 5 AS a, b, y FROM (${rows()}) UNION ALL SELECT id + 5000, a, b, y FROM (${rows()}) WHERE id < 12 UNION ALL SELECT 9000 + id, 0.5, 0.5, 1 FROM (${rows()}) WHERE id < 50`;
  const version = await versionOf(
    { "model.onnx": binary, "test.parquet": { sql: rows() }, "train.parquet": { sql: train } },
    { data: { ...base.data, train: "train.parquet" } },
  );
  const results = await check(version, ["leak.overlap", "dq.duplicates"]);
  expect(one(results, "leak.overlap")).toMatchObject({ value: 0.06, details: { rows: 12, idsInCommon: 0 } });
  expect(one(results, "dq.duplicates").details?.["rows"]).toBe(49);
});

test("rows copied between files of few distinct values are found where they go beyond coincidence", async () => {
  const few = (seed: number, n: number): string =>
    `SELECT i + ${seed} AS id, (hash(i * 7 + ${seed}) % 40)::double AS a, (hash(i * 13 + ${seed}) % 9)::double AS b, (hash(i + ${seed}) % 2)::int AS y FROM range(${n}) t(i)`;
  const measured = async (train: string): Promise<Measurement> => {
    const version = await versionOf(
      { "model.onnx": binary, "test.parquet": { sql: few(1, 400) }, "train.parquet": { sql: train } },
      { data: { ...base.data, train: "train.parquet" } },
    );
    return one(await check(version, ["leak.overlap"]), "leak.overlap");
  };
  expect((await measured(few(100_000, 400))).insufficient).toContain("not distinctive");
  const copied = await measured(
    `(${few(100_000, 400)}) UNION ALL (SELECT id + 900000, a, b, y FROM (${few(1, 400)}) WHERE id < 300)`,
  );
  expect(copied.insufficient).toBeUndefined();
  expect(copied.detections[0]?.code).toBe("leak.overlap");
});

test("a bootstrap interval with a seed is the same every time", async () => {
  const version = await versionOf({
    "model.onnx": softmaxModel(2, 2, [-1, 1, 2, -2]),
    "test.parquet": { sql: rows() },
  });
  const asked = { check: "perf.f1", params: { interval: "bootstrap", resamples: 200, seed: 7 } };
  const results = await check(version, [asked, asked, { ...asked, params: { ...asked.params, seed: 8 } }]);
  const [a, b, c] = results.map((r) => r.measurements[0]?.interval);
  expect(a).toEqual(b);
  expect(a).not.toEqual(c);
});
