import type { Json, Measurement } from "@countersign/domain";
import { CheckFault } from "../check.ts";
import { percentileInterval, resampler } from "../stats/bootstrap.ts";
import { clopperPearson, wilson, type Bounds } from "../stats/proportion.ts";
import type { PerfParams } from "./params.ts";

type IntervalMethod = NonNullable<PerfParams["interval"]>;

/** A number computed from rows, with the interval that belongs to it. */
export interface Metric<R> {
  title: string;
  better: "higher" | "lower" | "target";
  /** True where the scores have to be probabilities. */
  probabilities?: boolean;
  /** Rows that must be there for the number to mean anything. */
  needs?: "positives" | "negatives" | "both";
  /** NaN where undefined. */
  value(rows: R, p: PerfParams): number;
  /** Successes and trials of a proportion: gives Wilson and Clopper-Pearson intervals. */
  proportion?(rows: R, p: PerfParams): [k: number, n: number];
  /** Interval of its own, with the methods it knows; the first is the default. */
  own?: {
    methods: readonly IntervalMethod[];
    of(rows: R, p: PerfParams, method: IntervalMethod): Bounds | null;
    name: string;
  };
  details?(rows: R, p: PerfParams): Record<string, Json>;
}

/** What a metric needs to know of its kind of rows. */
export interface RowKind<R> {
  size(rows: R): number;
  take(rows: R, indexes: Uint32Array): R;
  support(rows: R): Record<string, number>;
}

function bootstrap<R>(metric: Metric<R>, kind: RowKind<R>, rows: R, p: PerfParams): Bounds | null {
  const n = kind.size(rows);
  if (n * p.resamples > 2e8)
    throw new CheckFault(
      `A bootstrap of ${p.resamples} resamples over ${n} rows is more than a check may compute; ask for fewer.`,
    );
  const draw = resampler(p.seed, n);
  return percentileInterval(
    Array.from({ length: p.resamples }, () => metric.value(kind.take(rows, draw()), p)),
    p.level,
  );
}

/** Interval of a metric as the policy asks for it. Throws CheckFault for a method the metric does not have. */
export function intervalOf<R>(
  metric: Metric<R>,
  kind: RowKind<R>,
  rows: R,
  p: PerfParams,
): NonNullable<Measurement["interval"]> | null {
  const known: readonly IntervalMethod[] = [
    ...(metric.own?.methods ?? []),
    ...(metric.proportion ? (["wilson", "clopper_pearson"] as const) : []),
  ];
  const method = p.interval ?? known[0] ?? "none";
  if (method === "none") return null;
  let bounds: Bounds | null;
  let name: string = method;
  if (method === "bootstrap") bounds = bootstrap(metric, kind, rows, p);
  else if (!known.includes(method))
    throw new CheckFault(
      `${metric.title} has no ${method} interval; it has ${[...known, "bootstrap", "none"].join(", ")}.`,
    );
  else if (metric.own?.methods.includes(method)) {
    bounds = metric.own.of(rows, p, method);
    name = `${metric.own.name}, ${method}`;
  } else {
    const [k, n] = metric.proportion?.(rows, p) ?? [0, 0];
    bounds = method === "wilson" ? wilson(k, n, p.level) : clopperPearson(k, n, p.level);
  }
  return bounds ? { low: bounds[0], high: bounds[1], level: p.level, method: name } : null;
}
