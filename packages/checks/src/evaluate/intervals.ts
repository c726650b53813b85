import { z } from "zod";
import { metricFor } from "./evaluated.ts";
import { type PerfParams, perfParams } from "./params.ts";

type IntervalMethod = NonNullable<PerfParams["interval"]>;

/** Methods by which a metric has an interval for at least one task, and the two that every metric knows. */
function intervalMethods(metric: string): IntervalMethod[] {
  const known = (["binary", "multiclass", "regression"] as const).flatMap((task) => {
    const facts = metricFor(task, metric);
    return [...(facts?.own?.methods ?? []), ...(facts?.proportion ? (["wilson", "clopper_pearson"] as const) : [])];
  });
  return [...new Set<IntervalMethod>([...known, "bootstrap", "none"])];
}

/** The parameters of one metric's checks: an interval that the metric has for no task is refused before anything is measured. */
export const paramsOf = (metric: string) => perfParams.extend({ interval: z.enum(intervalMethods(metric)).optional() });
