import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  computeTier,
  parseTierAnswers,
  type Score,
  stricter,
  type TierAnswers,
  tierCircumstanceNames,
  type TierQuestion,
  tierQuestionNames,
} from "../src/index.ts";

const score = fc.constantFrom<Score>(0, 1, 2, 3, 4);
const scores = fc.record(
  Object.fromEntries(tierQuestionNames.map((name) => [name, score])) as Record<TierQuestion, typeof score>,
);
const answers: fc.Arbitrary<TierAnswers> = fc.record({ scores, circumstances: fc.subarray(tierCircumstanceNames) });
const all = (value: Score): Record<TierQuestion, Score> =>
  Object.fromEntries(tierQuestionNames.map((name) => [name, value])) as Record<TierQuestion, Score>;
const with_ = (change: Partial<Record<TierQuestion, Score>>, base: Score = 0): TierAnswers => ({
  scores: { ...all(base), ...change },
  circumstances: [],
});

describe("tiering is monotone", () => {
  test("raising one answer never gives a lighter tier", () => {
    fc.assert(
      fc.property(answers, fc.constantFrom(...tierQuestionNames), (given, question) => {
        const raised = {
          ...given,
          scores: { ...given.scores, [question]: Math.min(4, given.scores[question] + 1) as Score },
        };
        expect(stricter(computeTier(given).tier, computeTier(raised).tier)).toBe(computeTier(raised).tier);
      }),
      { numRuns: 2_000 },
    );
  });

  test("one more circumstance never gives a lighter tier", () => {
    fc.assert(
      fc.property(answers, fc.constantFrom(...tierCircumstanceNames), (given, more) => {
        const raised = { ...given, circumstances: [...new Set([...given.circumstances, more])] };
        expect(stricter(computeTier(given).tier, computeTier(raised).tier)).toBe(computeTier(raised).tier);
      }),
    );
  });

  test("no tier without reasons, and the last of them names it", () => {
    fc.assert(
      fc.property(answers, (given) => {
        const { tier, reasons } = computeTier(given);
        expect(reasons.length).toBeGreaterThanOrEqual(3);
        expect(reasons.at(-1)).toContain(tier);
      }),
    );
  });
});

describe("materiality over all 25 pairs of exposure and purpose", () => {
  const table = [
    // purpose: 0, 1, 2, 3, 4
    ["immaterial", "immaterial", "low", "medium", "high"],
    ["immaterial", "immaterial", "low", "medium", "high"],
    ["low", "low", "low", "medium", "high"],
    ["medium", "medium", "medium", "high", "high"],
    ["high", "high", "high", "high", "high"],
  ];
  for (const [exposure, row] of table.entries()) {
    test(`exposure ${exposure}`, () => {
      for (const question of ["amount", "people", "automation"] as const) {
        expect(
          row.map(
            (_, purpose) =>
              computeTier(with_({ [question]: exposure as Score, purpose: purpose as Score })).materiality,
          ),
        ).toEqual(row);
      }
    });
  }
});

test("inherent risk is the factors' mean, and one extreme factor is never averaged away", () => {
  expect(computeTier(with_({ complexity: 3, judgement: 3, data: 2 })).inherent).toBe("low");
  expect(computeTier(with_({ complexity: 3, judgement: 3, data: 3 })).inherent).toBe("medium");
  expect(computeTier(with_({ novelty: 4 })).inherent).toBe("medium");
  expect(
    computeTier(with_({ complexity: 3, judgement: 3, data: 3, adaptivity: 3, dependency: 3, novelty: 1 })).inherent,
  ).toBe("medium");
  expect(
    computeTier(with_({ complexity: 3, judgement: 3, data: 3, adaptivity: 3, dependency: 3, novelty: 2 })).inherent,
  ).toBe("high");
});

test("nothing at stake is the lowest tier, everything the highest, and a circumstance lifts what the scores do not", () => {
  expect(computeTier({ scores: all(0), circumstances: [] }).tier).toBe("T4");
  expect(computeTier({ scores: all(4), circumstances: [] }).tier).toBe("T1");
  const lifted = tierCircumstanceNames.map((name) => computeTier({ scores: all(0), circumstances: [name] }));
  expect(lifted.map(({ tier }) => tier)).toEqual(["T1", "T3", "T2", "T2"]);
  expect(lifted[0]?.reasons.at(-1)).toMatch(/Annex III\)\. That makes it T1 at least\.$/);
  expect(computeTier({ scores: all(4), circumstances: ["generative_public"] }).reasons).toHaveLength(3);
});

describe("the tier over all twelve pairs of materiality and inherent risk", () => {
  const materialities = { immaterial: {}, low: { purpose: 2 }, medium: { purpose: 3 }, high: { purpose: 4 } } as const;
  const inherent = (level: Score) => ({
    complexity: level,
    judgement: level,
    data: level,
    adaptivity: level,
    dependency: level,
    novelty: level,
  });
  const table = {
    immaterial: ["T4", "T4", "T3"],
    low: ["T3", "T3", "T2"],
    medium: ["T3", "T2", "T1"],
    high: ["T2", "T1", "T1"],
  };
  for (const [materiality, tiers] of Object.entries(table)) {
    test(materiality, () => {
      const change = materialities[materiality as keyof typeof materialities];
      expect(([0, 2, 3] as const).map((level) => computeTier(with_({ ...inherent(level), ...change })).tier)).toEqual(
        tiers,
      );
    });
  }
});

describe("answers are read strictly", () => {
  test("any answers come back as they were sent", () => {
    fc.assert(
      fc.property(answers, (given) => {
        expect(parseTierAnswers(structuredClone(given))).toEqual({ ok: true, answers: given });
      }),
    );
  });

  test("a missing, odd or unknown answer is a problem, never a zero", () => {
    const problems = (value: unknown) => {
      const parsed = parseTierAnswers(value);
      return parsed.ok ? [] : parsed.problems.map(({ path }) => path);
    };
    const { novelty: _, ...missing } = all(1);
    expect(problems(null)).toEqual([""]);
    expect(problems({ scores: missing, circumstances: [] })).toEqual(["scores.novelty"]);
    for (const odd of [5, -1, 1.5, "1", null])
      expect(problems({ scores: { ...all(1), novelty: odd }, circumstances: [] })).toEqual(["scores.novelty"]);
    expect(problems({ scores: { ...all(1), charm: 1 }, circumstances: [] })).toEqual(["scores.charm"]);
    expect(problems({ scores: all(1) })).toEqual(["circumstances"]);
    expect(problems({ scores: all(1), circumstances: ["hiring", "hiring"] })).toEqual(["circumstances"]);
    expect(problems({ scores: all(1), circumstances: ["weather"] })).toEqual(["circumstances"]);
    expect(problems({ scores: all(1), circumstances: [], tier: "T4" })).toEqual(["tier"]);
    expect(problems({ scores: [], circumstances: [] }).length).toBe(tierQuestionNames.length);
    expect(problems({ scores: Object.assign([], all(1)), circumstances: [] })).toEqual(
      tierQuestionNames.map((name) => `scores.${name}`),
    );
    for (const like of [true, [1], new Number(1)])
      expect(problems({ scores: { ...all(1), novelty: like }, circumstances: [] })).toEqual(["scores.novelty"]);
  });

  test("any value gives answers or problems, never an exception", () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const parsed = parseTierAnswers(value);
        expect(parsed.ok || parsed.problems.length > 0).toBe(true);
      }),
    );
  });
});
