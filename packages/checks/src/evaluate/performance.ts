import type { Measurement } from "@countersign/domain";
import type { CheckContext, CheckDefinition } from "../check.ts";
import { defineCheck } from "../define-check.ts";
import { allMetricNames, evaluated, metricFor } from "./evaluated.ts";
import { perfParams } from "./params.ts";
import { withBaseline } from "./baseline.ts";

const titleOf = (name: string): string => (metricFor("binary", name) ?? metricFor("multiclass", name) ?? metricFor("regression", name))?.title ?? name;

/** Scores that rank the positive class below the other are often those of the other class: the sentence says where to say so. */
function reversed(name: string, { submission }: CheckContext, measured: Measurement): Measurement {
  const chance = submission.task === "binary" ? { roc_auc: 0.5, gini: 0 }[name] : undefined;
  if (chance === undefined || measured.value === null || measured.value >= chance) return measured;
  const key = submission.onnx ? "onnx.class" : "predictions.class";
  return { ...measured, detections: [{ code: "perf.reversed", where: key, text: `The scores rank the positive class below the other. If they are the other class's scores, ${key} in countersign.yaml says so.` }] };
}

function performanceCheck(name: string): CheckDefinition {
  return defineCheck({
    id: `perf.${name}`,
    version: "1.0.0",
    title: titleOf(name),
    category: "performance",
    reads: ["model", "test", "train", "predictions"],
    applies: (task) => metricFor(task, name) !== null,
    params: perfParams,
    async run(ctx, p) {
      const rows = await evaluated(ctx);
      const measured = rows.measure(name, p);
      if (!measured) return { status: "skipped", reason: `${titleOf(name)} does not apply to a ${ctx.submission.task} model.`, measurements: [], assurance: rows.rows.assurance };
      const measurement = name === "rmse" ? await withBaseline(ctx, measured) : reversed(name, ctx, measured);
      return { status: "measured", measurements: [measurement], assurance: rows.rows.assurance, engine: rows.rows.engine };
    },
  });
}

/** One check per metric; each applies to the tasks that have the metric. */
export const performanceChecks: CheckDefinition[] = allMetricNames().map(performanceCheck);
