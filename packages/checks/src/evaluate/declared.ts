import { lstatSync, readFileSync } from "node:fs";
import type { Detection, Json, Measurement } from "@countersign/domain";
import { z } from "zod";
import { CheckFault, type CheckContext } from "../check.ts";
import { fileOf } from "../data/source.ts";
import { defineCheck } from "../define-check.ts";
import { binaryRows } from "../model/binary-rows.ts";
import { comparePredictions } from "../model/raw-scores.ts";
import { delong } from "../stats/delong.ts";
import { declaredMetric, tolerance } from "./declared-metrics.ts";
import { evaluated } from "./evaluated.ts";
import { perfParams } from "./params.ts";

const reportedSchema = z.union([
  z.looseObject({ metrics: z.record(z.string(), z.unknown()) }),
  z.record(z.string(), z.unknown()),
]);
const largestFile = 1_000_000;

/** Metrics by name. Nothing (null) is no claim; what is no number is kept as it stands, so that it cannot pass by not being one. */
function readReported(ctx: CheckContext, path: string): [string, unknown][] {
  const absolute = fileOf(ctx, path);
  if (lstatSync(absolute).size > largestFile) throw new CheckFault(`${path} is larger than a file of metrics may be.`);
  const text = readFileSync(absolute, "utf8");
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new CheckFault(
      `${path} is not JSON${/[:,[]\s*-?(NaN|Infinity)\b/.test(text) ? ": NaN and Infinity cannot stand in it; leave such a metric out, or write null" : ""}.`,
    );
  }
  const document = reportedSchema.safeParse(parsed);
  if (!document.success) throw new CheckFault(`${path} holds no metrics by name.`);
  const metrics = document.data["metrics"];
  const from = metrics !== null && typeof metrics === "object" ? metrics : document.data;
  return Object.entries(from).filter(([, value]) => value !== null);
}

const shown = (value: unknown): string => (JSON.stringify(value) ?? "nothing").slice(0, 40);

/** Standard error that widens the tolerance of an AUC (DeLong) and of the Gini made from it. */
async function standardError(ctx: CheckContext, metric: string): Promise<number | null> {
  if (ctx.submission.task !== "binary" || (metric !== "roc_auc" && metric !== "gini")) return null;
  const rows = await binaryRows(ctx);
  const { se } = delong(rows.y, rows.score);
  return Number.isFinite(se) ? (metric === "gini" ? 2 : 1) * se : null;
}

/** Metrics the developer reported, computed again from the model and the test data. Value: how many are not reproduced. */
export const declared = defineCheck({
  id: "repro.declared",
  version: "1.1.0",
  title: "Reported metrics are reproduced",
  measures:
    "Metrics the developer reported, computed again from the model and the test data. Value: how many are not reproduced.",
  category: "performance",
  reads: ["reported", "model", "test", "train", "predictions"],
  applies: () => true,
  params: z.strictObject({ tolerance: z.number().nonnegative().default(0.005), threshold: z.number().optional() }),
  async run(ctx, p) {
    const path = ctx.submission.reported;
    if (path === undefined)
      return {
        status: "measured",
        assurance: "recomputed",
        measurements: [{ value: null, detections: [], insufficient: "The submission names no reported metrics." }],
      };
    const reported = readReported(ctx, path);
    const all = await evaluated(ctx);
    const table: Record<string, Json> = {};
    const unknown: string[] = [];
    const detections: Detection[] = [];
    for (const [name, given] of reported) {
      const { metric, params } = declaredMetric(name);
      const stated = typeof given === "string" && given.trim() !== "" ? Number(given) : given;
      const m = all.measure(metric, {
        ...perfParams.parse({ ...params, interval: "none" }),
        ...(p.threshold === undefined ? {} : { threshold: p.threshold }),
      });
      if (!m || m.value === null) {
        unknown.push(name);
        continue;
      }
      if (typeof stated !== "number" || !Number.isFinite(stated)) {
        table[name] = { declared: shown(given), recomputed: m.value, tolerance: null, ok: false };
        detections.push({
          code: "repro.not_a_number",
          where: name,
          text: `${name} is reported as ${shown(given)}, which is no number, and comes out as ${Number(m.value.toPrecision(6))}.`,
        });
        continue;
      }
      const allowed = tolerance(
        ctx.submission.task,
        metric,
        m.value,
        m.n ?? 0,
        await standardError(ctx, metric),
        p.tolerance,
      );
      const ok = Math.abs(stated - m.value) <= allowed;
      table[name] = { declared: stated, recomputed: m.value, tolerance: allowed, ok };
      if (!ok)
        detections.push({
          code: "repro.not_reproduced",
          where: name,
          text: `${name} is reported as ${Number(stated.toPrecision(6))} and comes out as ${Number(m.value.toPrecision(6))}; it may be off by ${Number(allowed.toPrecision(3))}.`,
        });
    }
    const measured = Object.keys(table).length;
    const compared = await comparePredictions(ctx);
    const why =
      all.rows.fault ??
      (measured === 0
        ? `None of the reported metrics could be computed again: ${unknown.slice(0, 10).join(", ") || "none given"}.`
        : null);
    const measurement: Measurement = {
      value: measured === 0 ? null : detections.length,
      n: measured,
      detections,
      details: { metrics: table, notRecomputed: unknown, ...(compared ? { suppliedPredictions: compared } : {}) },
      ...(why === null ? {} : { insufficient: why }),
    };
    return { status: "measured", assurance: all.rows.assurance, engine: all.rows.engine, measurements: [measurement] };
  },
});
