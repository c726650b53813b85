import type { Detection, Json, Measurement } from "@countersign/domain";
import { z } from "zod";
import type { CheckContext, CheckDefinition } from "../check.ts";
import type { Table } from "../data/table.ts";
import { testTable, trainTable } from "../data/tables.ts";
import { defineCheck } from "../define-check.ts";
import { clopperPearson, newcombe } from "../stats/proportion.ts";
import { attributeOf, attributeSchema, nameOf, wantedAttributes } from "./attributes.ts";
import { sliceMask, sliceSchema } from "./conditions.ts";
import { allMetricNames, evaluated, metricFor, type Evaluated } from "./evaluated.ts";
import { paramsOf } from "./intervals.ts";
import type { PerfParams } from "./params.ts";

const sliceParams = (metric: string) =>
  paramsOf(metric).extend({
    slices: z.array(sliceSchema).max(200).default([]),
    /** Every group of these columns is a slice too; `true` takes the submission's groups. */
    groups: z.union([z.boolean(), z.array(attributeSchema).max(50)]).default(false),
  });
type Params = z.infer<ReturnType<typeof sliceParams>>;

interface Cut {
  name: string;
  in: ((row: number) => boolean) | string;
  edge?: number | string;
}

function cutsOf(ctx: CheckContext, p: Params, table: Table, train: Table | null): Cut[] {
  const named = p.slices.map((slice): Cut => {
    const found = sliceMask(slice, table, train);
    return typeof found === "string"
      ? { name: slice.name, in: found }
      : { name: slice.name, in: found.mask, edge: found.edge };
  });
  const attributes = p.groups === false ? [] : wantedAttributes(ctx, p.groups === true ? undefined : p.groups);
  const grouped = attributes.flatMap((param): Cut[] => {
    const attribute = attributeOf(table, param);
    if (typeof attribute === "string") return [{ name: nameOf(param), in: attribute }];
    return [...new Set(attribute.groups)]
      .toSorted()
      .map((group) => ({ name: `${attribute.name} = ${group}`, in: (row) => attribute.groups[row] === group }));
  });
  return [...named, ...grouped];
}

/** Where the slice stands against all rows: the interval's far bound on the wrong side of the overall value. */
function belowOverall(
  m: Measurement,
  overall: number | null,
  better: string,
  name: string,
  title: string,
): Detection[] {
  if (!m.interval || overall === null || m.value === null) return [];
  const worse = better === "higher" ? m.interval.high < overall : better === "lower" && m.interval.low > overall;
  if (!worse) return [];
  return [
    {
      code: "slice.worse_than_overall",
      where: name,
      text: `${title} in ${name} is ${m.value} on ${m.n ?? 0} rows; even the favourable end of its interval is worse than ${overall} on all rows.`,
    },
  ];
}

function comparison(
  all: Evaluated,
  metric: string,
  p: PerfParams,
  inside: Uint32Array,
  outside: Uint32Array,
): Record<string, Json> {
  const a = all.proportion(metric, p, inside);
  const b = all.proportion(metric, p, outside);
  if (!a || !b) return {};
  return {
    successes: a[0],
    trials: a[1],
    clopperPearson: clopperPearson(...a, p.level),
    differenceToRest: newcombe(...a, ...b, p.level),
  };
}

function sliceCheck(metric: string): CheckDefinition {
  const title =
    (metricFor("binary", metric) ?? metricFor("multiclass", metric) ?? metricFor("regression", metric))?.title ??
    metric;
  return defineCheck({
    id: `slice.${metric}`,
    version: "1.0.0",
    title: `${title} by slice`,
    measures: `${title} on each slice that the policy registers or each group of the submission, with the rows that support it; one measurement per slice.`,
    category: "performance",
    reads: ["model", "test", "train", "predictions"],
    applies: (task) => metricFor(task, metric) !== null,
    params: sliceParams(metric),
    async run(ctx, p) {
      const all = await evaluated(ctx);
      const table = await testTable(ctx);
      const train = p.slices.some((s) => s.than === "median") ? await trainTable(ctx) : null;
      const overall = all.measure(metric, { ...p, interval: "none" });
      const positions = Uint32Array.from(all.rows.at.keys());
      const measurements = cutsOf(ctx, p, table, train).map((cut): Measurement => {
        if (typeof cut.in === "string")
          return { subject: cut.name, value: null, n: 0, detections: [], insufficient: cut.in };
        const within = cut.in;
        const inside = positions.filter((i) => within(all.rows.at[i] ?? 0));
        const outside = positions.filter((i) => !within(all.rows.at[i] ?? 0));
        const m = all.measure(metric, p, inside);
        if (!m)
          return {
            subject: cut.name,
            value: null,
            n: 0,
            detections: [],
            insufficient: `${title} is not measured for this task.`,
          };
        const details = {
          ...m.details,
          overall: overall?.value ?? null,
          ...(cut.edge === undefined ? {} : { edge: cut.edge }),
          ...comparison(all, metric, p, inside, outside),
        };
        return {
          ...m,
          subject: cut.name,
          detections: belowOverall(m, overall?.value ?? null, all.find(metric)?.better ?? "target", cut.name, title),
          details,
        };
      });
      if (measurements.length === 0)
        measurements.push({
          value: null,
          n: 0,
          detections: [],
          insufficient: "No slices are registered in the policy and no groups in the submission.",
        });
      return { status: "measured", measurements, assurance: all.rows.assurance, engine: all.rows.engine };
    },
  });
}

/** `slice.<metric>` for every metric: one measurement per slice, with the support that the policy needs to call it insufficient. */
export const sliceChecks: CheckDefinition[] = allMetricNames().map(sliceCheck);
