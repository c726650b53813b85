import type { Json, Measurement } from "@countersign/domain";
import { z } from "zod";
import type { CheckContext } from "../check.ts";
import { defineCheck } from "../define-check.ts";
import { binaryRows } from "../model/binary-rows.ts";
import { multiclassRows } from "../model/multiclass-rows.ts";
import { regressionRows } from "../model/regression-rows.ts";
import type { EvaluatedRows } from "../model/rows.ts";
import { delongPaired } from "../stats/delong.ts";
import { largest } from "../stats/multiclass.ts";
import { mean } from "../stats/sum.ts";
import { binaryKind } from "./binary-kind.ts";
import { aroundMean } from "./bounds.ts";
import { championContext, differentTests, noChampion } from "./champion-context.ts";
import { commonRows, ofChampion } from "./champion-rows.ts";
import { multiclassKind } from "./multiclass-metrics.ts";
import { regressionKind } from "./regression-metrics.ts";

interface Difference {
  what: string;
  difference: number;
  interval: [number, number] | null;
  method: string;
  n: number;
  rows: EvaluatedRows & { fault: string | null };
  details: Record<string, Json>;
  fault: string | null;
}

async function binaryDifference(
  ctx: CheckContext,
  champion: CheckContext & { label: string },
  level: number,
): Promise<Difference> {
  const rows = await binaryRows(ctx);
  const other = await ofChampion(champion, () => binaryRows(champion));
  const { first, second } = commonRows(rows, other);
  const a = binaryKind.take(rows, first);
  const b = binaryKind.take(other, second);
  const both = binaryKind.support(a);
  const base = { what: "ROC AUC", method: "paired DeLong, normal", n: first.length, rows };
  const fault =
    rows.fault ??
    other.fault ??
    (a.y.some((v, i) => v !== b.y[i]) ? "The two versions call different labels positive." : null);
  if (!both["positives"] || !both["negatives"])
    return {
      ...base,
      difference: Number.NaN,
      interval: null,
      details: {},
      fault: fault ?? "One of the classes is not in the test rows.",
    };
  const t = delongPaired(a.y, b.score, a.score, level);
  return {
    ...base,
    difference: t.difference,
    interval: t.interval,
    details: { champion: t.auc1, challenger: t.auc2, standardError: t.se, z: t.z, p: t.p },
    fault,
  };
}

async function classDifference(
  ctx: CheckContext,
  champion: CheckContext & { label: string },
  level: number,
): Promise<Difference> {
  const rows = await multiclassRows(ctx);
  const other = await ofChampion(champion, () => multiclassRows(champion));
  const { first, second } = commonRows(rows, other);
  const right = (r: typeof rows, at: Uint32Array): Float64Array => {
    const part = multiclassKind.take(r, at);
    return Float64Array.from(largest({ ...r, ...part }), (k, i) => (k === part.y[i] ? 1 : 0));
  };
  const a = right(rows, first);
  const b = right(other, second);
  const d = a.map((v, i) => v - (b[i] ?? 0));
  return {
    what: "accuracy",
    method: "paired rows, normal",
    n: d.length,
    rows,
    difference: mean(d),
    interval: aroundMean(d, level),
    details: { champion: mean(b), challenger: mean(a) },
    fault: rows.fault ?? other.fault,
  };
}

async function errorDifference(
  ctx: CheckContext,
  champion: CheckContext & { label: string },
  level: number,
): Promise<Difference> {
  const rows = await regressionRows(ctx);
  const other = await ofChampion(champion, () => regressionRows(champion));
  const { first, second } = commonRows(rows, other);
  const squares = (r: typeof rows, at: Uint32Array): Float64Array => {
    const part = regressionKind.take(r, at);
    return part.f.map((f, i) => (f - (part.y[i] ?? 0)) ** 2);
  };
  const a = squares(rows, first);
  const b = squares(other, second);
  const scale = mean(b);
  const d = b.map((v, i) => (v - (a[i] ?? 0)) / scale);
  return {
    what: "mean squared error, as a share of the champion's",
    method: "paired rows, normal",
    n: d.length,
    rows,
    difference: mean(d),
    interval: aroundMean(d, level),
    details: { champion: scale, challenger: mean(a) },
    fault: rows.fault ?? other.fault,
  };
}

const compare = { binary: binaryDifference, multiclass: classDifference, regression: errorDifference } as const;

/**
 * How much better this version is than the one in production on the same rows. Value: the lower bound of the difference
 * (AUC by paired DeLong; accuracy; or the saved share of squared error). Above minus the policy's margin is non-inferior.
 */
export const nonInferiority = defineCheck({
  id: "champion.non_inferiority",
  version: "1.0.0",
  title: "Not worse than the version in production",
  measures:
    "How much better this version is than the one in production on the same rows: AUC by paired DeLong, accuracy, or the saved share of squared error. Value: the lower bound of the difference.",
  category: "champion",
  reads: ["model", "test", "train", "predictions"],
  readsChampion: true,
  applies: () => true,
  params: z.strictObject({
    level: z.number().gt(0.5).lt(1).default(0.95),
    margin: z.number().nonnegative().default(0.005),
  }),
  async run(ctx, p) {
    const champion = championContext(ctx);
    if (!champion) return { status: "skipped", reason: noChampion, measurements: [], assurance: "recomputed" };
    const different = differentTests(ctx, champion);
    if (different !== null)
      return {
        status: "measured",
        assurance: "recomputed",
        measurements: [{ subject: champion.label, value: null, detections: [], insufficient: different }],
      };
    const d = await compare[ctx.submission.task](ctx, champion, p.level);
    const value = d.interval?.[0] ?? null;
    const why = d.fault ?? (value === null ? "The difference has no interval on these rows." : null);
    const measurement: Measurement = {
      subject: champion.label,
      value,
      n: d.n,
      ...(d.interval
        ? { interval: { low: d.interval[0], high: d.interval[1], level: p.level, method: d.method } }
        : {}),
      detections:
        value !== null && value <= -p.margin
          ? [
              {
                code: "champion.worse",
                where: champion.label,
                text: `The ${d.what} differs by ${d.difference.toFixed(4)} from ${champion.label}; its lower bound ${value.toFixed(4)} is not above -${p.margin}.`,
              },
            ]
          : [],
      details: {
        ...d.details,
        what: d.what,
        difference: Number.isFinite(d.difference) ? d.difference : null,
        margin: p.margin,
      },
      ...(why === null ? {} : { insufficient: why }),
    };
    return { status: "measured", measurements: [measurement], assurance: d.rows.assurance, engine: d.rows.engine };
  },
});
