import type { CheckView, ConditionView, ReasonView } from "@countersign/domain";
import { english } from "@countersign/words";
import { expect, test } from "vitest";
import { outcomeOf, reasonsOf, standing, standingWords } from "../src/review/standing.ts";
import { aligned, decimalsFor, minus, number, titleWords } from "../src/review/words.ts";

const check = (key: string, verdict: CheckView["verdict"], outcome: CheckView["outcome"] = null): CheckView => ({
  runId: key,
  check: key,
  title: key,
  state: verdict === null ? "queued" : "ended",
  attempt: 1,
  verdict,
  outcome,
  judged: null,
  limits: [],
  result: null,
  progress: null,
});
const reason = (group: ReasonView["group"], of: string | null): ReasonView => ({
  group,
  text: `${group} ${of ?? ""}`,
  brief: "",
  todo: "",
  check: of,
  finding: null,
});
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
const view = {
  checks: [
    check("a", "fail", "blocks"),
    check("b", "error", "blocks"),
    check("c", "warn", "condition"),
    check("d", "warn", "condition"),
    check("e", "skipped", "informs"),
    check("f", "pass"),
    check("g", null),
  ],
  verdict: {
    state: "not_approved",
    reasons: [
      reason("check", "b"),
      reason("check", "g"),
      reason("check", "a"),
      reason("condition", "d"),
      reason("signature", null),
    ],
    turns: [],
    missing: [],
  },
};

test("every check is counted once: what blocks, what lacks its condition, what has one, what informs, what passed", () => {
  const counts = standing(view);
  expect(counts).toEqual({ running: 1, blocking: 2, needing: 1, answered: 1, informing: 1, passed: 1 });
  expect(Object.values(counts).reduce((sum, n) => sum + n)).toBe(view.checks.length);
  expect(standingWords(english, view)).toBe(
    "1 running, 2 block approval, 1 needs a condition, 1 answered by a condition, 1 for information, 1 passed",
  );
});

test("what blocks is listed as the checks stand on the page; of a check that runs nothing is said", () => {
  expect(reasonsOf(view, "check").map((one) => one.check)).toEqual(["a", "b"]);
});

test("a check says which condition answers it; one that names no check answers all; what blocks has none", () => {
  const warned = check("c", "warn", "condition");
  expect(outcomeOf(english, warned, [])).toBe("needs a condition");
  expect(outcomeOf(english, warned, [condition(1, ["x"]), condition(2, ["c"], "superseded")])).toBe(
    "needs a condition",
  );
  expect(outcomeOf(english, warned, [condition(1, ["c"]), condition(2, [])])).toBe("condition proposed (C1, C2)");
  expect(outcomeOf(english, warned, [condition(1, ["c"], "in_force")])).toBe("condition C1");
  expect(outcomeOf(english, check("a", "fail", "blocks"), [condition(1, [])])).toBe("blocks approval");
  expect(outcomeOf(english, check("f", "pass"), [])).toBeNull();
});

test("two figures of a row have the same decimals, enough to tell them apart, and line up with the other rows", () => {
  expect(decimalsFor(0, 3)).toBe(0);
  expect(decimalsFor(0.7905, 0.81)).toBe(4);
  expect(decimalsFor(0.123456, 0.123459)).toBe(6);
  expect([aligned(0.81, 4, 5), aligned(3, 0, 5), aligned(-0.04965, 5, 5)]).toEqual([
    "0.8100\u00a0",
    "3\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0",
    "−0.04965",
  ]);
  expect(aligned(3, 0, 0)).toBe("3");
});

test("a negative figure has a minus, a range and a date keep their hyphens", () => {
  expect(number(-0.00512345)).toBe("−0.005123");
  expect(minus("-0.2 is at or below -0.005 (from -1)")).toBe("−0.2 is at or below −0.005 (from −1)");
  expect(minus("age_band 18-24 on 2026-11-24")).toBe("age_band 18-24 on 2026-11-24");
});

test("a policy's own title of a check is shown as it is, also where it looks like a message", () => {
  expect(["AUC of {segment}", "AUC < 0.8", "Spearman's rank"].map((title) => titleWords(english, title))).toEqual([
    "AUC of {segment}",
    "AUC < 0.8",
    "Spearman's rank",
  ]);
});
