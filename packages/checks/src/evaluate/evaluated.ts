import type { Json, Measurement, Task } from "@countersign/domain";
import { CheckFault, type CheckContext } from "../check.ts";
import { binaryRows } from "../model/binary-rows.ts";
import { multiclassRows } from "../model/multiclass-rows.ts";
import { regressionRows } from "../model/regression-rows.ts";
import type { EvaluatedRows } from "../model/rows.ts";
import { binaryKind } from "./binary-kind.ts";
import { binaryMetrics } from "./binary-metrics.ts";
import { measure } from "./measure.ts";
import { multiclassKind, multiclassMetrics } from "./multiclass-metrics.ts";
import type { Metric, RowKind } from "./metric.ts";
import type { PerfParams } from "./params.ts";
import { regressionKind, regressionMetrics } from "./regression-metrics.ts";

/** The rows of a task with its metrics, behind one face for the checks that do not care which task it is. */
export interface Evaluated {
  rows: EvaluatedRows & { fault: string | null };
  /** Measures on the given positions of the evaluated rows; on all of them by default. Null: the task has no such metric. */
  measure(metric: string, p: PerfParams, at?: Uint32Array): Measurement | null;
  find(metric: string): { title: string; better: Metric<unknown>["better"] } | null;
  /** Successes and trials of a proportion on some rows; null for other metrics. */
  proportion(metric: string, p: PerfParams, at: Uint32Array): [number, number] | null;
}

const metricNames: Record<Task, Record<string, { title: string; better: Metric<unknown>["better"] }>> = {
  binary: binaryMetrics,
  multiclass: multiclassMetrics,
  regression: regressionMetrics,
};

/** What is said of a metric without rows. */
interface MetricFacts {
  title: string;
  better: Metric<unknown>["better"];
  own?: { name: string; methods: readonly NonNullable<PerfParams["interval"]>[] };
  /** There where the metric is a proportion. */
  proportion?: unknown;
}

/** A metric of a task, or null where the task has none of that name. */
export const metricFor = (task: Task, metric: string): MetricFacts | null => metricNames[task][metric] ?? null;

/** Every metric name of any task. */
export const allMetricNames = (): string[] => [...new Set(Object.values(metricNames).flatMap((m) => Object.keys(m)))];

function build<R>(
  rows: R & EvaluatedRows & { fault: string | null },
  kind: RowKind<R>,
  metrics: Record<string, Metric<R>>,
  probabilities: boolean,
  details: Record<string, Json>,
): Evaluated {
  const common = { ...details, rowsWithoutLabel: rows.withoutLabel, rowsWithoutScore: rows.withoutScore };
  return {
    rows,
    find: (metric) => metrics[metric] ?? null,
    measure: (name, p, at) => {
      const metric = metrics[name];
      if (!metric) return null;
      return measure(metric, kind, at ? kind.take(rows, at) : rows, p, {
        fault: rows.fault,
        probabilities,
        wholeTest: at === undefined,
        details: common,
      });
    },
    proportion: (name, p, at) => metrics[name]?.proportion?.(kind.take(rows, at), p) ?? null,
  };
}

/** Scores the test rows of the version, once in a suite, whatever its task. */
export async function evaluated(ctx: CheckContext): Promise<Evaluated> {
  const { task } = ctx.submission;
  if (task === "binary") {
    const rows = await binaryRows(ctx);
    return build(rows, binaryKind, binaryMetrics, rows.probabilities, {
      positiveLabel: rows.positiveLabel,
      scoresOutsideUnitInterval: rows.outside,
    });
  }
  if (task === "multiclass") {
    const rows = await multiclassRows(ctx);
    return build(rows, multiclassKind, multiclassMetrics, rows.probabilities, { labels: rows.labels });
  }
  if (task === "regression") return build(await regressionRows(ctx), regressionKind, regressionMetrics, true, {});
  throw new CheckFault(`There is no evaluation for the task ${String(task)}.`);
}
