import type { Detection, Json, Measurement } from "@countersign/domain";
import type { CheckDefinition } from "../check.ts";
import { defineCheck } from "../define-check.ts";
import { fisherExact } from "../stats/exact-tests.ts";
import { range } from "../stats/groups.ts";
import { katz } from "../stats/proportion.ts";
import {
  fairnessGroups,
  fairnessParams,
  type AttributeGroups,
  type FairnessParams,
  type JudgedGroup,
} from "./fairness-rows.ts";

const percent = (v: number): string => `${(100 * v).toFixed(1)} %`;
const by =
  (of: (g: JudgedGroup) => number) =>
  (a: JudgedGroup, b: JudgedGroup): number =>
    of(a) - of(b);

function table(groups: JudgedGroup[], highest: number | null): Record<string, Json> {
  return Object.fromEntries(
    groups.map((g) => [
      g.group,
      {
        n: g.n,
        positives: g.positives,
        selectionRate: g.selectionRate,
        selectionInterval: g.selectionInterval,
        tpr: g.tpr,
        fpr: g.fpr,
        judged: g.judged,
        errorRatesJudged: g.errorRatesJudged,
        ...(highest ? { ratioToHighest: g.selectionRate / highest } : {}),
      },
    ]),
  );
}

/** Names the groups that are too small for a verdict, so that a pass does not speak for them. */
const small = (a: AttributeGroups, judged: JudgedGroup[], what: (g: JudgedGroup) => string): Detection[] =>
  a.groups
    .filter((g) => !judged.includes(g))
    .map((g) => ({
      code: "fairness.not_judged",
      where: `${a.attribute} ${g.group}`,
      text: `${a.attribute} ${g.group} has ${what(g)}: too few to be judged.`,
    }));

function base(a: AttributeGroups, judged: JudgedGroup[], what: (g: JudgedGroup) => string): Measurement {
  return {
    subject: a.attribute,
    value: null,
    n: a.rows.y.length,
    support: {
      judgedGroups: judged.length,
      smallestJudged: judged.length === 0 ? 0 : Math.min(...judged.map((g) => g.n)),
    },
    detections: small(a, judged, what),
    details: {
      groups: table(a.groups, null),
      notJudged: a.groups.filter((g) => !judged.includes(g)).map((g) => g.group),
    },
  };
}

const tooFew = (a: AttributeGroups, judged: JudgedGroup[], what: string): string =>
  a.why ??
  (judged.length === 0
    ? `No group of ${a.attribute} has enough ${what} to be judged.`
    : `Only the group ${judged[0]?.group ?? ""} of ${a.attribute} has enough ${what} to be judged.`);

function ratioOf(a: AttributeGroups, p: FairnessParams): Measurement {
  const judged = a.groups.filter((g) => g.judged);
  const m = base(a, judged, (g) => `${g.n} of ${a.rows.y.length} rows`);
  const sorted = judged.toSorted(by((g) => g.selectionRate));
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (judged.length < 2 || !low || !high) return { ...m, insufficient: tooFew(a, judged, "rows") };
  if (high.selectionRate === 0) return { ...m, insufficient: `Nobody is selected in any group of ${a.attribute}.` };
  const value = low.selectionRate / high.selectionRate;
  const bounds = katz(low.selected, low.n, high.selected, high.n, p.level);
  const under = sorted.filter((g) => g.selectionRate / high.selectionRate < (p.report ?? 0.8));
  return {
    ...m,
    value,
    ...(a.why === null ? {} : { insufficient: a.why }),
    ...(bounds
      ? {
          interval: {
            low: bounds[0],
            high: bounds[1],
            level: p.level,
            method: "Katz log, lowest against highest group",
          },
        }
      : {}),
    detections: [
      ...under.map((g) => ({
        code: "fairness.low_selection",
        where: `${a.attribute} ${g.group}`,
        text: `The favourable decision reaches ${percent(g.selectionRate)} of ${a.attribute} ${g.group} (${g.n} rows) and ${percent(high.selectionRate)} of ${high.group}: a ratio of ${(g.selectionRate / high.selectionRate).toFixed(3)}.`,
      })),
      ...m.detections,
    ],
    details: {
      ...m.details,
      groups: table(a.groups, high.selectionRate),
      lowest: low.group,
      highest: high.group,
      difference: high.selectionRate - low.selectionRate,
      fisherP: fisherExact(low.selected, low.n - low.selected, high.selected, high.n - high.selected).p,
    },
  };
}

function oddsOf(a: AttributeGroups, p: FairnessParams): Measurement {
  const judged = a.groups.filter((g) => g.errorRatesJudged);
  const m = base(a, judged, (g) => `${g.n} rows, ${g.positives} of them positive`);
  if (judged.length < 2) return { ...m, insufficient: tooFew(a, judged, "positive and negative rows") };
  const rates = {
    "true positive rate": judged.map((g) => g.tpr ?? 0),
    "false positive rate": judged.map((g) => g.fpr ?? 0),
  };
  const tpr = range(rates["true positive rate"]);
  const fpr = range(rates["false positive rate"]);
  const value = Math.max(tpr, fpr);
  const which = tpr >= fpr ? "true positive rate" : "false positive rate";
  const rate = (g: JudgedGroup): number => (which === "true positive rate" ? g.tpr : g.fpr) ?? 0;
  const sorted = judged.toSorted(by(rate));
  const [low, high] = [sorted[0], sorted.at(-1)];
  const text =
    low && high
      ? `The ${which} is ${percent(rate(low))} for ${a.attribute} ${low.group} and ${percent(rate(high))} for ${high.group}: a difference of ${value.toFixed(3)}.`
      : "";
  return {
    ...m,
    value,
    ...(a.why === null ? {} : { insufficient: a.why }),
    detections:
      value > (p.report ?? 0.1)
        ? [
            {
              code: "fairness.unequal_errors",
              where: `${a.attribute} ${low?.group ?? ""}, ${high?.group ?? ""}`,
              text,
            },
            ...m.detections,
          ]
        : m.detections,
    details: {
      ...m.details,
      tprDifference: tpr,
      fprDifference: fpr,
      lowest: low?.group ?? null,
      highest: high?.group ?? null,
      rate: which,
    },
  };
}

function fairnessCheck(
  id: string,
  title: string,
  measures: string,
  of: (a: AttributeGroups, p: FairnessParams) => Measurement,
): CheckDefinition {
  return defineCheck({
    id,
    version: "1.1.0",
    title,
    measures,
    category: "fairness",
    reads: ["model", "test", "train", "predictions"],
    applies: (task) => task === "binary",
    params: fairnessParams,
    async run(ctx, p) {
      const { rows, attributes } = await fairnessGroups(ctx, p);
      const measurements = attributes.map((a) => of(a, p));
      if (measurements.length === 0)
        measurements.push({
          value: null,
          n: rows.y.length,
          detections: [],
          insufficient: "No groups are declared (data.groups), so fairness between groups of people cannot be judged.",
        });
      return { status: "measured", measurements, assurance: rows.assurance, engine: rows.engine };
    },
  });
}

/** Four-fifths ratio of selection rates (29 CFR 1607.4(D)) and equalised odds, one measurement per attribute. */
export const fairnessChecks: CheckDefinition[] = [
  fairnessCheck(
    "fairness.dp_ratio",
    "Ratio of favourable decisions between groups",
    "Lowest over highest share of favourable decisions among the groups of an attribute (four-fifths rule, 29 CFR 1607.4(D)). Groups under 30 rows or 2 % are reported, not judged. One measurement per attribute.",
    ratioOf,
  ),
  fairnessCheck(
    "fairness.equalized_odds_difference",
    "Difference of error rates between groups",
    "The larger of the differences of true and false positive rates among the groups of an attribute (equalised odds). Groups with fewer than 30 positive or negative rows are reported, not judged. One measurement per attribute.",
    oddsOf,
  ),
];
