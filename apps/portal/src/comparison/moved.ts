import type { MetricChange } from "@countersign/domain";

export type Moved = MetricChange & { base: number; now: number };

/** Metrics that both versions have and that are not the same. */
export const measuredInBoth = (changes: MetricChange[]): Moved[] =>
  changes.filter(
    (change): change is Moved => change.base !== null && change.now !== null && change.base !== change.now,
  );

/** Where a figure stands in its table, as an address within the page. */
export const metricId = ({ check, subject }: Pick<MetricChange, "check" | "subject">): string =>
  `metric-${subject === null ? check : `${check}-${subject.replaceAll(/[^\w.-]+/g, "-")}`}`;
