import { type Bounds, wilson } from "./proportion.ts";

/** One group of a sensitive column. Rates are null where nobody can be counted. */
export interface GroupRow {
  group: string;
  n: number;
  positives: number;
  selected: number;
  selectionRate: number;
  selectionInterval: Bounds | null;
  tpr: number | null;
  fpr: number | null;
}

/** Rates per group. `selected`: the favourable outcome; `flagged`: predicted positive. Groups in order of name. */
export function groupRates(
  y: Uint8Array,
  selected: Uint8Array,
  flagged: Uint8Array,
  groups: readonly string[],
  level = 0.95,
): GroupRow[] {
  const counts = new Map<string, { n: number; pos: number; sel: number; tp: number; fp: number }>();
  groups.forEach((group, i) => {
    const c = counts.get(group) ?? { n: 0, pos: 0, sel: 0, tp: 0, fp: 0 };
    const positive = y[i] === 1;
    c.n++;
    if (positive) c.pos++;
    if (selected[i] === 1) c.sel++;
    if (flagged[i] === 1 && positive) c.tp++;
    if (flagged[i] === 1 && !positive) c.fp++;
    counts.set(group, c);
  });
  return [...counts.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([group, c]) => ({
      group,
      n: c.n,
      positives: c.pos,
      selected: c.sel,
      selectionRate: c.sel / c.n,
      selectionInterval: wilson(c.sel, c.n, level),
      tpr: c.pos > 0 ? c.tp / c.pos : null,
      fpr: c.n - c.pos > 0 ? c.fp / (c.n - c.pos) : null,
    }));
}

/** Largest minus smallest; NaN for no values. */
export const range = (values: number[]): number =>
  values.length === 0 ? Number.NaN : Math.max(...values) - Math.min(...values);

/** Smallest over largest; NaN for 0/0. */
export const ratio = (values: number[]): number =>
  values.length === 0 ? Number.NaN : Math.min(...values) / Math.max(...values);
