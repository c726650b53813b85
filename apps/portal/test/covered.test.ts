import type { CheckView, ConditionView, Limit } from "@countersign/domain";
import { english } from "@countersign/words";
import { expect, test } from "vitest";
import { coveredWords } from "../src/review/covered.ts";

const condition = (number: number, covers: string[], state = "proposed"): ConditionView => ({
  id: `c${number}`,
  number,
  text: "Report monthly.",
  covers,
  owner: { id: "usr_1", name: "Amara Osei" },
  dueAt: "2027-01-01T00:00:00.000Z",
  blocking: true,
  state,
  evidence: null,
  mayGiveEvidence: { allowed: true },
  mayAccept: { allowed: true },
});
const check = (key: string, title: string, value: number | null, limit: Limit, change = {}): CheckView => ({
  runId: key,
  check: key,
  title,
  state: "ended",
  attempt: 1,
  verdict: "fail",
  outcome: "condition",
  judged: {
    check: key,
    title,
    verdict: "fail",
    outcome: "condition",
    sentence: "",
    measurements: [{ verdict: "fail", outcome: "condition", sentence: "", limit }],
  },
  limits: [limit],
  result: {
    check: key,
    version: "1.0.0",
    params: {},
    status: "measured",
    measurements: [{ value, n: 100, detections: [] }],
    assurance: "recomputed",
    inputs: {},
    engine: {},
    isolation: "none",
  },
  progress: null,
  ...change,
});
const least: Limit = { verdict: "fail", on: "value", is: "<", than: 0.8 };

test("who signs on conditions is told of each check that one covers: its value, and what was asked of it", () => {
  const checks = [
    check("groups", "Group fairness", 0.78, least),
    check("churn", "Changed decisions", 0.12, { verdict: "fail", on: "high", is: ">", than: 0.1 }),
    check("thin", "Thin files", null, least, { verdict: "insufficient" }),
  ];
  expect(
    coveredWords(english, { checks, conditions: [condition(1, ["groups"]), condition(2, ["churn", "groups"])] }),
  ).toEqual([
    "Covered by conditions 1 and 2: Group fairness, 0.78, at least 0.8",
    "Covered by condition 2: Changed decisions, 0.12, upper bound ≤ 0.1",
  ]);
  expect(coveredWords(english, { checks: checks.slice(2), conditions: [condition(3, [])] })).toEqual([
    "Covered by condition 3: Thin files",
  ]);
});

test("what passed, what blocks, and what no standing condition answers is no check that is covered", () => {
  const checks = [
    check("a", "A", 0.9, least, { verdict: "pass", outcome: null }),
    check("b", "B", 0.1, least, { outcome: "blocks" }),
    check("c", "C", 0.1, least),
  ];
  expect(
    coveredWords(english, { checks, conditions: [condition(1, ["a", "b"]), condition(2, ["c"], "superseded")] }),
  ).toEqual([]);
});
