import { expect, test } from "vitest";
import { english } from "@countersign/words";
import { ruleLines, settingLines } from "../src/policy/settings.ts";

test("a setting of a policy is said in words: limits by what they do, slices as comparisons, the rest by name", () => {
  expect(settingLines(english, [{ verdict: "fail", on: "low", is: "<", than: 0.95 }])).toEqual([
    "fails unless lower bound ≥ 0.95",
  ]);
  expect(
    settingLines(english, [
      { column: "age", is: ">=", than: 30 },
      { column: "sex", is: "==", than: "f" },
    ]),
  ).toEqual(["age ≥ 30", "sex = f"]);
  expect(settingLines(english, { warn: "condition", insufficient: "blocks" })).toEqual([
    "warn: needs a condition",
    "insufficient: blocks approval",
  ]);
  expect(settingLines(english, 180)).toEqual(["180"]);
  expect(settingLines(english, ["age", "sex"])).toEqual(["age, sex"]);
});

test("a rule says what it measures with and what its evidence must reach", () => {
  const rule = {
    check: "slice.sensitivity",
    params: { minRows: 30 },
    sufficient: [{ on: "width", is: "<=", than: 0.25 }],
    limits: [],
    outcome: {},
  };
  expect(ruleLines(english, rule as unknown as Parameters<typeof ruleLines>[1])).toEqual([
    "min rows: 30",
    "needs width ≤ 0.25",
  ]);
});
