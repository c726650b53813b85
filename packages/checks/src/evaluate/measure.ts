import type { Json, Measurement } from "@countersign/domain";
import { intervalOf, type Metric, type RowKind } from "./metric.ts";
import type { PerfParams } from "./params.ts";

/** What is true of all rows a metric is measured on. */
export interface RowFacts {
  /** Set when rows had no usable score or none has a label. */
  fault: string | null;
  probabilities: boolean;
  /** True: both classes have to be there for any number to be judged. */
  wholeTest: boolean;
  details: Record<string, Json>;
}

function missingRows(needs: Metric<unknown>["needs"], support: Record<string, number>): string | null {
  if ((needs === "positives" || needs === "both") && support["positives"] === 0)
    return "There are no positive rows to measure it on.";
  if ((needs === "negatives" || needs === "both") && support["negatives"] === 0)
    return "There are no negative rows to measure it on.";
  if (support["smallestClass"] === 0) return `Only ${support["classes"] ?? 0} of the classes are in the rows.`;
  return null;
}

/** Measures one metric on some rows. What cannot be judged says why and is never a number without a caveat. */
export function measure<R>(metric: Metric<R>, kind: RowKind<R>, rows: R, p: PerfParams, facts: RowFacts): Measurement {
  const n = kind.size(rows);
  const support = kind.support(rows);
  const base: Measurement = { value: null, n, support, detections: [], details: facts.details };
  if (n === 0) return { ...base, insufficient: facts.fault ?? "There are no rows to measure it on." };
  if (metric.probabilities && !facts.probabilities)
    return {
      ...base,
      insufficient: `${metric.title} needs probabilities; the model's scores are none (outside 0…1, or labels only).`,
    };
  const value = metric.value(rows, p);
  const out: Measurement = {
    ...base,
    value: Number.isFinite(value) ? value : null,
    details: { ...facts.details, ...metric.details?.(rows, p) },
  };
  const why =
    facts.fault ??
    missingRows(facts.wholeTest ? "both" : metric.needs, support) ??
    (out.value === null ? "The number is not defined on these rows." : null);
  if (why !== null) out.insufficient = why;
  const interval = out.value === null ? null : intervalOf(metric, kind, rows, p);
  if (interval) out.interval = interval;
  return out;
}
