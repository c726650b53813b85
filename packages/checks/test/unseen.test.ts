import type { CheckResult, Measurement } from "@countersign/domain";
import { expect, test } from "vitest";
import { columnsModel, softmaxModel } from "./models.ts";
import { base, check, rows, versionOf } from "./workshop.ts";

const one = (results: CheckResult[], id: string): Measurement => {
  const result = results.find((r) => r.check === id);
  const m = result?.measurements[0];
  if (!m) throw new Error(`${id}: ${result?.status ?? "no result"} ${result?.reason ?? ""}`);
  return m;
};
const texts = (m: Measurement): string => m.detections.map((d) => d.text).join("\n");
const signature = (...names: string[]): string =>
  `flavors: {}\nsignature:\n  inputs: '${JSON.stringify(names.map((name) => ({ type: "double", name, required: true })))}'\n`;
const columns = { input: "columns", output: "probabilities" };

/** Names as data sets have them, and what an exporter makes of them in the graph. */
const awkward = `SELECT id, a AS "petal length (cm)", b AS "1st größe", y, 'x' AS note FROM (${rows("CASE WHEN a > 0 THEN 'yes' ELSE 'no' END")})`;
const exported = columnsModel(
  ["petal_length__cm_", "_1st_größe"],
  ["no", "yes"],
  [
    [-3, 0],
    [3, 0],
  ],
);

test("a graph's inputs take the columns that the exporter renamed, and no check calls that a difference", async () => {
  const files = {
    "mlflow/MLmodel": signature("petal length (cm)", "1st größe"),
    "model.onnx": exported,
    "test.parquet": { sql: awkward },
  };
  const version = await versionOf(files, {
    files: { mlflow: "mlflow/", onnx: "model.onnx" },
    onnx: { ...columns, class: "yes" },
  });
  const results = await check(version, ["perf.roc_auc", "compat.signature", "dq.schema", "leak.target"]);
  expect(one(results, "perf.roc_auc").value).toBe(1);
  expect(results.find((r) => r.check === "compat.signature")?.measurements.map((m) => m.value)).toEqual([0, 0]);
  // The note goes into no input: it is neither an extra column nor a feature.
  expect(one(results, "dq.schema")).toMatchObject({ value: 0, details: { extra: [] } });
  expect(one(results, "leak.target").details?.["feature"]).toBe("petal length (cm)");
});

test("two columns that an exporter would write the same way are not guessed between", async () => {
  const files = {
    "model.onnx": columnsModel(
      ["a_b", "c"],
      ["no", "yes"],
      [
        [-3, 0],
        [3, 0],
      ],
    ),
    "test.parquet": {
      sql: `SELECT id, a AS "a b", a AS "a-b", b AS c, y FROM (${rows("CASE WHEN a > 0 THEN 'yes' ELSE 'no' END")})`,
    },
  };
  const [result] = await check(await versionOf(files, { onnx: columns }), ["perf.roc_auc"]);
  expect(result).toMatchObject({
    status: "error",
    reason: expect.stringContaining("has no column a_b; it has id, a b, a-b, c, y"),
  });
});

test("where no graph says what goes into the model, other columns of the test data are no difference", async () => {
  const files = {
    "mlflow/MLmodel": signature("a", "b"),
    "test.parquet": { sql: `SELECT *, 'x' AS note FROM (${rows()})` },
    "p.parquet": { sql: `SELECT id, 1 / (1 + exp(-a)) AS s FROM (${rows()})` },
  };
  const { onnx: _, ...rest } = base;
  const version = await versionOf(files, {
    files: { mlflow: "mlflow/" },
    predictions: { path: "p.parquet", score: "s" },
  });
  const results = await check(
    {
      ...version,
      submission: { ...rest, files: { mlflow: "mlflow/" }, predictions: { path: "p.parquet", score: "s" } },
    },
    ["dq.schema"],
  );
  expect(one(results, "dq.schema")).toMatchObject({ value: 0, details: { extra: ["note"] } });
});

test("classes are those of the graph in its order, also where their names look like numbers", async () => {
  const label = "CASE WHEN a < -0.3 THEN '9' WHEN a > 0.3 THEN '100' ELSE '10' END";
  const files = {
    "model.onnx": columnsModel(
      ["a", "b"],
      ["100", "9", "10"],
      [
        [6, 0],
        [-6, 0],
        [0, 0],
      ],
    ),
    "test.parquet": { sql: rows(label) },
  };
  const version = await versionOf(files, { task: "multiclass", onnx: columns });
  const results = await check(version, ["perf.accuracy", "perf.class_sensitivity"]);
  expect(one(results, "perf.accuracy").value).toBeGreaterThan(0.8);
  expect(results[1]?.measurements.map((m) => m.subject).toSorted()).toEqual(["10", "100", "9"]);
});

test("supplied scores say which class they are for; scores of the other class are named", async () => {
  const files = {
    "test.parquet": { sql: rows("CASE WHEN a > 0 THEN 'bad' ELSE 'good' END") },
    "model.txt": "none",
    "p.parquet": { sql: `SELECT id, 1 / (1 + exp(-a)) AS s FROM (${rows()})` },
  };
  const { onnx: _, ...rest } = base;
  const version = await versionOf(files, { files: { model: "model.txt" } });
  const auc = async (predictions: object): Promise<Measurement> =>
    one(
      await check(
        {
          ...version,
          files: [...version.files],
          submission: { ...rest, predictions: { path: "p.parquet", score: "s", ...predictions } },
        },
        ["perf.roc_auc"],
      ),
      "perf.roc_auc",
    );
  expect((await auc({ class: "bad" })).value).toBe(1);
  const other = await auc({});
  expect([other.value, texts(other)]).toEqual([
    0,
    expect.stringContaining("predictions.class in countersign.yaml says so"),
  ]);
});

test("supplied predictions are compared with the scores of the class they are for, and large numbers by their size", async () => {
  const label = rows("CASE WHEN a > 0 THEN 'bad' ELSE 'good' END");
  const files = {
    "model.onnx": columnsModel(
      ["a", "b"],
      ["bad", "good"],
      [
        [3, 0],
        [-3, 0],
      ],
    ),
    "test.parquet": { sql: label },
    "p.parquet": { sql: `SELECT id, 1 / (1 + exp(-6 * CAST(a AS FLOAT))) AS s FROM (${rows()})` },
  };
  const version = await versionOf(files, {
    onnx: { ...columns, class: "bad" },
    predictions: { path: "p.parquet", score: "s" },
  });
  expect(one(await check(version, ["repro.predictions"]), "repro.predictions").value).toBe(0);
  const price = {
    "model.onnx": softmaxModel(2, 1, [0, 0]),
    "test.parquet": { sql: `SELECT id, a, b, a AS y FROM (${rows()})` },
    "p.parquet": { sql: `SELECT id, 1.00002 AS s FROM (${rows()})` },
  };
  const wrong = await versionOf(price, { task: "regression", predictions: { path: "p.parquet", score: "s" } });
  expect(one(await check(wrong, ["repro.predictions"]), "repro.predictions").value).toBe(1);
});

test("a feature that tells one class of three is named and does not count as giving the target away; one that tells all does", async () => {
  const label = "CASE WHEN a < -0.3 THEN 'low' WHEN hash(id) % 2 = 0 THEN 'mid' ELSE 'top' END";
  const sql = `SELECT * FROM (${rows(label)})`;
  const version = await versionOf(
    { "model.onnx": softmaxModel(2, 3, [-6, 0, 6, 0, 0, 0]), "test.parquet": { sql } },
    { task: "multiclass" },
  );
  const m = one(await check(version, ["leak.target"]), "leak.target");
  expect(m.value).toBeLessThan(0.7);
  expect(m.detections).toEqual([
    {
      code: "leak.class",
      where: "a",
      text: "a alone, by its values, tells low from every other y with AUC 1.0000: it may be known only after the fact.",
    },
  ]);
  const given = `SELECT id, a, CASE y WHEN 'low' THEN 0 WHEN 'mid' THEN 1 ELSE 2 END + b / 9 AS b, y, y || '!' AS word FROM (${sql})`;
  const leaky = await versionOf(
    {
      "model.onnx": softmaxModel(2, 3, [-6, 0, 6, 0, 0, 0]),
      "test.parquet": { sql: given },
      "train.parquet": { sql: given },
    },
    { task: "multiclass", data: { ...base.data, train: "train.parquet" }, onnx: { ...columns, input: "x" } },
  );
  const found = one(await check(leaky, ["leak.target"]), "leak.target");
  expect([found.value, found.detections.map((d) => [d.code, d.where])]).toEqual([
    1,
    [
      ["leak.target", "b"],
      ["leak.target", "word"],
      ["leak.class", "a"],
    ],
  ]);
});
