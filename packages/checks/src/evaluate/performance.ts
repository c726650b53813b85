import type { Measurement } from "@countersign/domain";
import type { CheckContext, CheckDefinition } from "../check.ts";
import { defineCheck } from "../define-check.ts";
import { allMetricNames, evaluated, metricFor } from "./evaluated.ts";
import { paramsOf } from "./intervals.ts";
import { withBaseline } from "./baseline.ts";

const titleOf = (name: string): string =>
  (metricFor("binary", name) ?? metricFor("multiclass", name) ?? metricFor("regression", name))?.title ?? name;

/** In a sentence: for which tasks, which way is better, and the intervals it knows, the default first. */
function measuresOf(name: string): string {
  const known = (["binary", "multiclass", "regression"] as const).flatMap((task) => {
    const metric = metricFor(task, name);
    return metric ? [{ task, metric }] : [];
  });
  const better = {
    higher: "Higher is better",
    lower: "Lower is better",
    target: "Judged by its distance from a target",
  }[known[0]?.metric.better ?? "target"];
  const intervals = new Map<string, string[]>();
  for (const { task, metric } of known) {
    const list = [
      ...(metric.own ? [`${metric.own.name} (${metric.own.methods.join(", ")})`] : []),
      ...(metric.proportion ? ["wilson", "clopper_pearson"] : []),
    ].join(", ");
    if (list !== "") intervals.set(list, [...(intervals.get(list) ?? []), task]);
  }
  const named = known
    .filter(({ metric }) => metric.title !== titleOf(name))
    .map(({ task, metric }) => ` ${task}: ${metric.title}.`);
  const told = [...intervals].map(([list, tasks]) =>
    tasks.length === known.length ? list : `${list} for ${tasks.join(", ")}`,
  );
  return `${better}.${named.join("")}${told.length === 0 ? "" : ` Intervals: ${told.join("; ")}.`}`;
}

/** Scores that rank the positive class below the other are often those of the other class: the sentence says where to say so. */
function reversed(name: string, { submission }: CheckContext, measured: Measurement): Measurement {
  const chance = submission.task === "binary" ? { roc_auc: 0.5, gini: 0 }[name] : undefined;
  if (chance === undefined || measured.value === null || measured.value >= chance) return measured;
  const key = submission.onnx ? "onnx.class" : "predictions.class";
  return {
    ...measured,
    detections: [
      {
        code: "perf.reversed",
        where: key,
        text: `The scores rank the positive class below the other. If they are the other class's scores, ${key} in countersign.yaml says so.`,
      },
    ],
  };
}

function performanceCheck(name: string): CheckDefinition {
  return defineCheck({
    id: `perf.${name}`,
    version: "1.0.0",
    title: titleOf(name),
    measures: measuresOf(name),
    category: "performance",
    reads: ["model", "test", "train", "predictions"],
    applies: (task) => metricFor(task, name) !== null,
    params: paramsOf(name),
    async run(ctx, p) {
      const rows = await evaluated(ctx);
      const measured = rows.measure(name, p);
      if (!measured)
        return {
          status: "skipped",
          reason: `${titleOf(name)} does not apply to a ${ctx.submission.task} model.`,
          measurements: [],
          assurance: rows.rows.assurance,
        };
      const measurement = name === "rmse" ? await withBaseline(ctx, measured) : reversed(name, ctx, measured);
      return {
        status: "measured",
        measurements: [measurement],
        assurance: rows.rows.assurance,
        engine: rows.rows.engine,
      };
    },
  });
}

/** One check per metric; each applies to the tasks that have the metric. */
export const performanceChecks: CheckDefinition[] = allMetricNames().map(performanceCheck);
