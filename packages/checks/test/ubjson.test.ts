import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { check, rows, versionOf } from "./workshop.ts";

const allowlist = new URL("../data/pickle-allowlist.json", import.meta.url);
const text = (s: string): number[] => [0x4c, 0, 0, 0, 0, 0, 0, 0, s.length, ...new TextEncoder().encode(s)];
/** An object as XGBoost writes it: keys with lengths of 64 bits, arrays of floats in one piece, texts, nesting. */
const model = [
  0x7b,
  ...text("learner"),
  0x7b,
  ...text("weights"),
  ...new TextEncoder().encode("[$d#L"),
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  2,
  1,
  2,
  3,
  4,
  5,
  6,
  7,
  8,
  ...text("name"),
  0x53,
  ...text("gbtree"),
  ...text("trees"),
  0x5b,
  0x55,
  7,
  0x54,
  0x5a,
  0x5d,
  0x7d,
  ...text("version"),
  0x5b,
  0x69,
  3,
  0x5d,
  0x7d,
];

const detections = async (bytes: number[]): Promise<string[]> => {
  const version = await versionOf(
    {
      "mlflow/model.ubj": Uint8Array.from(bytes),
      "test.parquet": { sql: rows() },
      "allowlist.json": readFileSync(allowlist, "utf8"),
    },
    { files: { mlflow: "mlflow/" } },
  );
  const [result] = await check(version, ["scan.artifact"]);
  if (result?.status !== "measured") throw new Error(result?.reason ?? "no result");
  return result.measurements.flatMap((m) => m.detections.map((d) => d.code));
};

test("a model that XGBoost kept as UBJSON holds nothing that runs", async () => {
  expect(await detections(model)).toEqual([]);
});

test("what only begins so is unsafe: cut, with something after it, with an unknown value, with a length that no file has", async () => {
  const huge = model.map((byte, i) => (i === 2 ? 0x7f : byte));
  for (const [i, bytes] of [
    model.slice(0, -1),
    [...model, 0x80, 0x04],
    model.map((byte) => (byte === 0x5a ? 0x3f : byte)),
    huge,
  ].entries()) {
    expect(await detections(bytes), String(i)).toEqual(["ubjson.unreadable"]);
  }
});
