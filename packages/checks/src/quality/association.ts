import type { Column } from "../data/table.ts";
import { asText, isMissing } from "../data/table.ts";
import { rocAuc } from "../stats/auc.ts";
import { spearman } from "../stats/regression.ts";
import { mean } from "../stats/sum.ts";
import type { Target } from "./target-rows.ts";

/** How well one column alone tells the target: AUC turned to at least 0.5 for classes, |Spearman| for numbers. `raw` keeps the direction. */
export interface Strength {
  value: number;
  raw: number;
  how: "values" | "missing" | "category";
}

function against(target: Target, rows: Uint32Array, x: Float64Array, how: Strength["how"]): Strength | null {
  const strengths: Strength[] = [];
  if (target.kind === "number") {
    const kept = rows.filter((r, i) => Number.isFinite(x[i]) && Number.isFinite(target.value(r)));
    const xs = x.filter((v, i) => Number.isFinite(v) && Number.isFinite(target.value(rows[i] ?? 0)));
    const raw = spearman(xs, Float64Array.from(kept, (r) => target.value(r)));
    if (Number.isFinite(raw)) strengths.push({ value: Math.abs(raw), raw, how });
  } else
    for (const question of target.questions) {
      const known = Uint32Array.from(rows.keys()).filter((i) => Number.isFinite(x[i]) && question.is(rows[i] ?? 0) !== null);
      const raw = rocAuc(Uint8Array.from(known, (i) => (question.is(rows[i] ?? 0) ? 1 : 0)), Float64Array.from(known, (i) => x[i] ?? 0));
      if (Number.isFinite(raw)) strengths.push({ value: Math.max(raw, 1 - raw), raw, how });
    }
  return strengths.toSorted((a, b) => b.value - a.value)[0] ?? null;
}

const allRows = (n: number): Uint32Array => Uint32Array.from({ length: n }, (_, i) => i);

/** Mean target of each category in training; a category of the test set that training lacks gets the overall mean. */
function encode(column: Column, rows: number, train: Column, trainRows: number, answer: (row: number) => number): Float64Array {
  const sums = new Map<string, { n: number; s: number }>();
  const all: number[] = [];
  for (let r = 0; r < trainRows; r++) {
    const v = answer(r);
    if (!Number.isFinite(v)) continue;
    const key = asText(train, r) ?? "";
    const at = sums.get(key) ?? { n: 0, s: 0 };
    sums.set(key, { n: at.n + 1, s: at.s + v });
    all.push(v);
  }
  const overall = mean(all);
  return Float64Array.from({ length: rows }, (_, r) => {
    const at = sums.get(asText(column, r) ?? "");
    return at ? at.s / at.n : overall;
  });
}

/** Strength by a column's numbers, rows without a finite value left out. */
export const byValues = (column: Column, n: number, target: Target): Strength | null => (column.kind === "text" ? null : against(target, allRows(n), column.numbers, "values"));

/** Strength by whether the value is missing at all. */
export function byMissing(column: Column, n: number, target: Target): Strength | null {
  const x = Float64Array.from({ length: n }, (_, r) => (isMissing(column, r) ? 1 : 0));
  return x.includes(1) && x.includes(0) ? against(target, allRows(n), x, "missing") : null;
}

/** Strength of a category, encoded by its mean target in training and measured on the test rows. */
export function byCategory(column: Column, n: number, target: Target, train: Column, trainRows: number, trainTarget: Target): Strength | null {
  if (target.kind === "number" || trainTarget.kind === "number") {
    if (target.kind !== "number" || trainTarget.kind !== "number") return null;
    return against(target, allRows(n), encode(column, n, train, trainRows, trainTarget.value), "category");
  }
  const strengths = target.questions.flatMap((question, k) => {
    const asked = trainTarget.questions[k];
    if (!asked) return [];
    const encoded = encode(column, n, train, trainRows, (r) => (asked.is(r) === null ? Number.NaN : Number(asked.is(r))));
    const found = against({ kind: "classes", questions: [question] }, allRows(n), encoded, "category");
    return found ? [found] : [];
  });
  return strengths.toSorted((a, b) => b.value - a.value)[0] ?? null;
}
