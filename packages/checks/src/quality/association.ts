import type { Column } from "../data/table.ts";
import { asText, isMissing } from "../data/table.ts";
import { rocAuc } from "../stats/auc.ts";
import { spearman } from "../stats/regression.ts";
import { mean } from "../stats/sum.ts";
import type { Question, Target } from "./target-rows.ts";

/** How well one column alone tells the target: AUC turned to at least 0.5 for classes, |Spearman| for numbers. `raw` keeps the direction. */
export interface Strength {
  value: number;
  raw: number;
  how: "values" | "missing" | "category";
  /** The class it is about, where it is about one. */
  label?: string;
}

const byStrength = (a: Strength, b: Strength): number => b.value - a.value;
/** A column tells several classes apart as well as it tells its worst pair. */
const weakest = (found: Strength[]): Strength | null => found.toSorted(byStrength).at(-1) ?? null;
const strongest = (found: Strength[]): Strength | null => found.toSorted(byStrength)[0] ?? null;

function answers({ label, rows, yes }: Question, x: Float64Array, how: Strength["how"]): Strength[] {
  const y = new Uint8Array(rows.length);
  const known = new Float64Array(rows.length);
  let n = 0;
  for (let i = 0; i < rows.length; i++) {
    const v = x[rows[i] ?? 0] ?? Number.NaN;
    if (!Number.isFinite(v)) continue;
    y[n] = yes[i] ?? 0;
    known[n++] = v;
  }
  const raw = rocAuc(y.subarray(0, n), known.subarray(0, n));
  return Number.isFinite(raw) ? [{ value: Math.max(raw, 1 - raw), raw, how, label }] : [];
}

function correlation(value: (row: number) => number, x: Float64Array, how: Strength["how"]): Strength | null {
  const kept = Uint32Array.from(x.keys()).filter((r) => Number.isFinite(x[r]) && Number.isFinite(value(r)));
  const raw = spearman(
    Float64Array.from(kept, (r) => x[r] ?? 0),
    Float64Array.from(kept, (r) => value(r)),
  );
  return Number.isFinite(raw) ? { value: Math.abs(raw), raw, how } : null;
}

/** Mean target of each category in training; a category of the test set that training lacks gets the overall mean. */
function encode(
  column: Column,
  rows: number,
  train: Column,
  trainRows: ArrayLike<number>,
  answer: (at: number) => number,
): Float64Array {
  const sums = new Map<string, { n: number; s: number }>();
  const all: number[] = [];
  for (let at = 0; at < trainRows.length; at++) {
    const v = answer(at);
    if (!Number.isFinite(v)) continue;
    const key = asText(train, trainRows[at] ?? 0) ?? "";
    const found = sums.get(key) ?? { n: 0, s: 0 };
    sums.set(key, { n: found.n + 1, s: found.s + v });
    all.push(v);
  }
  const overall = mean(all);
  return Float64Array.from({ length: rows }, (_, r) => {
    const found = sums.get(asText(column, r) ?? "");
    return found ? found.s / found.n : overall;
  });
}

/** What one column says about the target: `whole` about all its classes or its number, `each` about the class it tells best from the rest. */
export interface Told {
  whole: Strength | null;
  each: Strength | null;
}

function told(target: Target, x: Float64Array, how: Strength["how"]): Told {
  if (target.kind === "number") return { whole: correlation(target.value, x, how), each: null };
  return {
    whole: weakest(target.questions.flatMap((q) => answers(q, x, how))),
    each: strongest(target.each.flatMap((q) => answers(q, x, how))),
  };
}

/** By a column's numbers, rows without a finite value left out. */
export const byValues = (column: Column, target: Target): Told | null =>
  column.kind === "text" ? null : told(target, column.numbers, "values");

/** By whether the value is missing at all. */
export function byMissing(column: Column, n: number, target: Target): Told | null {
  const x = Float64Array.from({ length: n }, (_, r) => (isMissing(column, r) ? 1 : 0));
  return x.includes(1) && x.includes(0) ? told(target, x, "missing") : null;
}

/** By a category, encoded by its mean target in training and measured on the test rows. */
export function byCategory(
  column: Column,
  n: number,
  target: Target,
  train: Column,
  trainRows: number,
  trainTarget: Target,
): Told | null {
  if (target.kind === "number" || trainTarget.kind === "number") {
    if (target.kind !== "number" || trainTarget.kind !== "number") return null;
    const all = Uint32Array.from({ length: trainRows }, (_, i) => i);
    return told(target, encode(column, n, train, all, trainTarget.value), "category");
  }
  const asked = (questions: Question[], trained: Question[]): Strength[] =>
    questions.flatMap((q, k) => {
      const own = trained[k];
      return own
        ? answers(
            q,
            encode(column, n, train, own.rows, (at) => own.yes[at] ?? Number.NaN),
            "category",
          )
        : [];
    });
  return {
    whole: weakest(asked(target.questions, trainTarget.questions)),
    each: strongest(asked(target.each, trainTarget.each)),
  };
}
