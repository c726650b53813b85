import { describe, expect, test } from "vitest";
import { judge, type Limit, type Measurement, type PolicyCheck } from "../src/index.ts";
import { measured } from "./build.ts";

const rule = (limits: Limit[], change: Partial<PolicyCheck> = {}): PolicyCheck => ({
  check: "perf.x",
  title: "X",
  limits,
  outcome: { fail: "blocks", warn: "condition", insufficient: "condition", skipped: "informs" },
  ...change,
});
const limit = (on: Limit["on"], is: Limit["is"], than: Limit["than"], verdict: Limit["verdict"] = "fail"): Limit => ({
  verdict,
  on,
  is,
  than,
});
const verdictOf = (check: PolicyCheck, measurement: Partial<Measurement>) =>
  judge(check, measured("perf.x", measurement)).verdict;
const sentenceOf = (check: PolicyCheck, measurement: Partial<Measurement>) =>
  judge(check, measured("perf.x", measurement)).sentence;
const interval = { low: 0.72, high: 0.9, level: 0.95, method: "wilson" };

describe("a measurement against its limits", () => {
  const rows: [Limit, Partial<Measurement>, pass: boolean, sentence: string][] = [
    [limit("value", "<", 0.7), { value: 0.7 }, true, "0.7 is not below 0.7."],
    [limit("value", "<", 0.7), { value: 0.6999 }, false, "0.6999 is below 0.7."],
    [limit("value", "<=", -0.005), { value: -0.005 }, false, "-0.005 is at or below -0.005."],
    [limit("value", "<=", -0.005), { value: 0.0017 }, true, "0.0017 is above -0.005."],
    [limit("value", ">", 0.1), { value: 0.1 }, true, "0.1 is not above 0.1."],
    [limit("value", ">", 0.1), { value: 0.1036 }, false, "0.1036 is above 0.1."],
    [limit("value", ">=", 0.95), { value: 0.95 }, false, "0.95 is at or above 0.95."],
    [limit("value", ">=", 0.95), { value: 0.69 }, true, "0.69 is below 0.95."],
    [limit("value", "outside", [0.8, 1.25]), { value: 1.1 }, true, "1.1 is within 0.8 to 1.25."],
    [limit("value", "outside", [0.8, 1.25]), { value: 1.7346 }, false, "1.735 is outside 0.8 to 1.25."],
    [limit("value", "outside", [0.8, 1.25]), { value: 0.79999 }, false, "0.79999 is outside 0.8 to 1.25."],
    [limit("value", "outside", [0.8, 1.25]), { value: 0.8 }, true, "0.8 is within 0.8 to 1.25."],
    [limit("value", "outside", [0.8, 1.25]), { value: 1.25 }, true, "1.25 is within 0.8 to 1.25."],
    [limit("abs", ">", 0.1), { value: -1.67754 }, false, "The absolute value 1.678 is above 0.1."],
    [limit("abs", ">", 0.1), { value: -0.03 }, true, "The absolute value 0.03 is not above 0.1."],
    [limit("low", "<", 0.7), { interval }, true, "The lower bound 0.72 is not below 0.7."],
    [limit("high", "<", 0.95), { interval }, false, "The upper bound 0.9 is below 0.95."],
    [limit("width", ">", 0.1), { interval }, false, "The interval's width 0.18 is above 0.1."],
    [limit("detections", ">", 0), { value: null }, true, "Nothing was found."],
    [limit("detections", ">", 0), { value: 0 }, true, "Nothing was found."],
    [limit("detections", ">", 2), { value: null }, true, "0 detections, not above 2."],
    [limit("detections", ">", 0), { value: 4.0365 }, true, "4.037, nothing was found."],
  ];
  for (const [one, measurement, pass, sentence] of rows) {
    test(`${one.on} ${one.is} ${String(one.than)} of ${JSON.stringify(measurement)}`, () => {
      expect(verdictOf(rule([one]), measurement)).toBe(pass ? "pass" : "fail");
      expect(sentenceOf(rule([one]), measurement)).toBe(sentence);
    });
  }

  test("a number is never shown as equal to the limit it crosses", () => {
    expect(sentenceOf(rule([limit("value", "<", 0.8)]), { value: 0.79999999 })).toBe("0.79999999 is below 0.8.");
    expect(sentenceOf(rule([limit("value", ">", 1000)]), { value: 1000.0001 })).toBe("1000.0001 is above 1000.");
  });

  test("what was found is named, three at most, and the rest counted", () => {
    const hit = (n: number) => ({ code: "pickle.unsafe_global", where: "model.pkl", text: `imports thing${n}.` });
    expect(sentenceOf(rule([limit("detections", ">", 0)]), { detections: [hit(1)] })).toBe(
      "1 detection, none is allowed: imports thing1.",
    );
    expect(sentenceOf(rule([limit("detections", ">", 1)]), { detections: [1, 2, 3, 4, 5].map(hit) })).toBe(
      "5 detections, above 1: imports thing1; imports thing2; imports thing3; and 2 more.",
    );
    expect(sentenceOf(rule([limit("value", ">", 0)]), { value: 1, detections: [hit(1)] })).toBe(
      "1 is above 0 (imports thing1).",
    );
  });

  test("without limits a measurement is reported and passes", () => {
    expect(judge(rule([]), measured("perf.x", { value: 0.12345 }))).toMatchObject({
      verdict: "pass",
      outcome: null,
      sentence: "0.1235, no limit.",
    });
    expect(sentenceOf(rule([]), { value: null })).toBe("Nothing was found.");
    expect(sentenceOf(rule([]), { value: null, detections: [{ code: "a", where: "b", text: "c" }] })).toBe(
      "1 noted, no limit.",
    );
  });
});

describe("what is not measured is not passed", () => {
  const auc = rule([limit("value", "<", 0.7), limit("low", "<", 0.7)]);
  test("missing, erroneous, empty, foreign: an error, which blocks whatever the policy says", () => {
    const lenient = {
      ...auc,
      outcome: { fail: "informs", warn: "informs", insufficient: "informs", skipped: "informs" },
    } as const;
    for (const result of [
      undefined,
      measured("perf.x", {}, { status: "error" }),
      measured("perf.x", {}, { status: "error", reason: "Killed: out of memory." }),
      measured("perf.x", {}, { measurements: [] }),
      measured("perf.other"),
      measured("perf.x", { value: Number.NaN }),
      measured("perf.x", { interval: { ...interval, low: Number.NaN } }),
    ]) {
      expect(judge(lenient, result)).toMatchObject({ verdict: "error", outcome: "blocks" });
      expect(judge(lenient, result).sentence).toMatch(/^[A-Z].*\.$/);
    }
    expect(judge(auc, measured("perf.x", {}, { status: "error", reason: "Killed: out of memory." })).sentence).toBe(
      "It could not be measured: Killed: out of memory.",
    );
  });

  test("no interval, no value, too little support, or the measurement's own word: insufficient", () => {
    expect(verdictOf(auc, { value: 0.9 })).toBe("insufficient");
    expect(verdictOf(auc, { value: null, interval })).toBe("insufficient");
    expect(sentenceOf(auc, { value: 0.9 })).toBe(
      "There is no interval to judge: the method gives none for this value.",
    );
    expect(verdictOf(auc, { value: 0.9, interval, insufficient: "only one class" })).toBe("insufficient");
    const counts = rule([limit("value", "<", 0.7)], {
      sufficient: [
        { on: "positives", is: ">=", than: 30 },
        { on: "width", is: "<=", than: 0.25 },
        { on: "n", is: ">=", than: 50 },
      ],
    });
    const enough = { value: 0.9, n: 100, support: { positives: 30 }, interval };
    expect(verdictOf(counts, enough)).toBe("pass");
    for (const short of [
      { support: { positives: 29 } },
      { support: {} },
      { interval: { ...interval, low: 0.6 } },
      { n: 49 },
    ]) {
      expect(verdictOf(counts, { ...enough, ...short })).toBe("insufficient");
    }
    expect(verdictOf(counts, { ...enough, interval: { ...interval, low: 0.25, high: 0.5 } })).toBe("pass");
    expect(sentenceOf(counts, { ...enough, support: {} })).toBe("Too little evidence: positives not known.");
    expect(sentenceOf(counts, { ...enough, support: { positives: Number.NaN } })).toBe(
      "Too little evidence: positives not known.",
    );
    expect(sentenceOf(counts, { ...enough, support: { positives: 5 } })).toBe(
      "Too little evidence: 5 positives, at least 30 are needed.",
    );
    expect(sentenceOf(counts, { ...enough, interval: { ...interval, low: 0.4 } })).toBe(
      "Too little evidence: the interval's width is 0.5, at most 0.25 is allowed.",
    );
    const { interval: _, ...without } = enough;
    expect(sentenceOf(counts, without)).toBe("Too little evidence: the interval's width not known.");
  });

  test("too little evidence is said before any limit is looked at, however good the number", () => {
    const slice = rule([limit("value", "<", 0.7)], { sufficient: [{ on: "positives", is: ">=", than: 30 }] });
    for (const value of [0.1, 1]) expect(verdictOf(slice, { value, support: { positives: 5 } })).toBe("insufficient");
  });

  test("skipped keeps its reason and is no pass", () => {
    expect(
      judge(auc, measured("perf.x", {}, { status: "skipped", reason: "1640 of 5190 truths are 0" })),
    ).toMatchObject({ verdict: "skipped", outcome: "informs", sentence: "It was skipped: 1640 of 5190 truths are 0." });
    expect(judge(auc, measured("perf.x", {}, { status: "skipped" })).sentence).toBe(
      "It was skipped: no reason was given.",
    );
  });
});

describe("the worst wins", () => {
  test("among limits, in whatever order they stand", () => {
    const [warn, fail] = [limit("value", ">", 0.05, "warn"), limit("value", ">", 0.1)];
    for (const limits of [
      [warn, fail],
      [fail, warn],
    ]) {
      expect([0.01, 0.07, 0.2].map((value) => verdictOf(rule(limits), { value }))).toEqual(["pass", "warn", "fail"]);
      expect(judge(rule(limits), measured("perf.x", { value: 0.2 })).measurements[0]?.limit).toEqual(fail);
      expect(sentenceOf(rule(limits), { value: 0.01 })).toBe("0.01 is not above 0.05.");
    }
    const [first, second] = [limit("value", ">", 0.1), limit("value", ">", 0.2)];
    expect(judge(rule([first, second]), measured("perf.x", { value: 0.5 })).measurements[0]?.limit).toEqual(first);
    const blind = [limit("low", "<", 0.7), limit("value", "<", 0.7)];
    for (const limits of [blind, blind.toReversed()]) expect(verdictOf(rule(limits), { value: 0.1 })).toBe("fail");
  });

  test("among measurements, and the class is the worst of any of them", () => {
    const groups = rule([limit("value", ">", 0.1, "warn")], { outcome: { warn: "condition", insufficient: "blocks" } });
    const of = (...values: (number | null)[]) =>
      judge(
        groups,
        measured(
          "perf.x",
          {},
          { measurements: values.map((value, i) => ({ subject: `g${i}`, value, detections: [] })) },
        ),
      );
    expect(of(0.01, 0.02)).toMatchObject({ verdict: "pass", outcome: null });
    expect(of(0.01, 0.26, 0.02)).toMatchObject({
      verdict: "warn",
      outcome: "condition",
      sentence: "g1: 0.26 is above 0.1.",
    });
    expect(of(0.01, 0.02).sentence).toBe("g0: 0.01 is not above 0.1. g1: 0.02 is not above 0.1.");
    expect(of(0.26, 0.01, 0.11).sentence).toBe("g0: 0.26 is above 0.1. g2: 0.11 is above 0.1.");
    expect(of(0.2, 0.3, 0.4, 0.5, 0.6).sentence).toBe(
      "g0: 0.2 is above 0.1. g1: 0.3 is above 0.1. g2: 0.4 is above 0.1. And 2 more.",
    );
    expect(of(0.26, null)).toMatchObject({
      verdict: "insufficient",
      outcome: "blocks",
      sentence: "g1: there is no value to judge.",
    });
  });

  test("a failure that only needs a condition does not hide that something else blocks", () => {
    const mixed = rule([limit("value", "<", 0.7)], { outcome: { fail: "condition", insufficient: "blocks" } });
    const result = measured(
      "perf.x",
      {},
      {
        measurements: [
          { subject: "a", value: 0.1, detections: [] },
          { subject: "b", value: null, detections: [] },
        ],
      },
    );
    expect(judge(mixed, result)).toMatchObject({
      verdict: "fail",
      outcome: "blocks",
      sentence: "b: there is no value to judge.",
    });
  });
});

test("a verdict that the policy does not list blocks, and so does a class it does not know", () => {
  expect(judge(rule([], { outcome: { error: "informs" } as never }), undefined).outcome).toBe("blocks");
  for (const outcome of [{}, { fail: "blokcs" }, { fail: null }]) {
    expect(
      judge(rule([limit("value", "<", 0.7)], { outcome: outcome as never }), measured("perf.x", { value: 0.1 })),
    ).toMatchObject({ verdict: "fail", outcome: "blocks" });
  }
});

test("a limit that cannot be followed is never passed: a document need not have been parsed", () => {
  for (const wrong of [
    limit("value", "=<" as never, 0.7),
    limit("value", "<", Number.NaN),
    limit("value", "outside", 0.7),
    limit("value", "<", [0.1, 0.2]),
    limit("value", "outside", [0.1] as never),
    limit("value", "outside", [Number.NaN, 1]),
    limit("detections", "outside", [0.1] as never),
  ])
    expect(judge(rule([wrong]), measured("perf.x", { value: 0.9 }))).toMatchObject({
      verdict: "error",
      outcome: "blocks",
    });
  expect(verdictOf(rule([limit("median" as never, "<", 0.7)]), { value: 0.9 })).toBe("insufficient");
  expect(verdictOf(rule([], { sufficient: [{ on: "n", is: ">" as never, than: 1 }] }), { value: 0.9 })).toBe(
    "insufficient",
  );
});

test("a comparison with production says what it compares with: a version's label is no figure", () => {
  const churn = rule([limit("value", ">", 0.1, "warn")], { check: "champion.churn" });
  expect(judge(churn, measured("champion.churn", { subject: "1.0", value: 0.1036 })).sentence).toBe(
    "Against version 1.0: 0.1036 is above 0.1.",
  );
});

test("without a title the check's id stands for it", () => {
  const { title: _, ...untitled } = rule([]);
  expect(judge(untitled, undefined).title).toBe("perf.x");
});
