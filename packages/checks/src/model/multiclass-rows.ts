import { CheckFault, type CheckContext } from "../check.ts";
import { asText, need } from "../data/table.ts";
import { testTable } from "../data/tables.ts";
import type { MulticlassRows } from "../stats/multiclass.ts";
import { classLabels } from "./classes.ts";
import { rawScores } from "./raw-scores.ts";
import { keepRows, rowsFault, unitTolerance, type EvaluatedRows } from "./rows.ts";
import type { ModelOutput } from "./run-model.ts";

export interface ScoredClasses extends EvaluatedRows, MulticlassRows {
  /** Labels in class order: numbers by value, else by code point. */
  labels: string[];
  /** False where only labels are known, or rows do not sum to 1. */
  probabilities: boolean;
  fault: string | null;
}

/** One row of scores per test row; a model that gives labels only has 1 for its label. */
function scoreTable(output: ModelOutput, labels: string[]): { scores: Float64Array; onlyLabels: boolean } {
  const given = "labels" in output ? output.labels : output.width === 1 ? Array.from(output.values, String) : null;
  if (given) {
    const at = new Map(labels.map((l, k) => [l, k]));
    const scores = new Float64Array(given.length * labels.length);
    given.forEach((label, i) => {
      const k = at.get(label);
      if (k === undefined) scores.fill(Number.NaN, i * labels.length, (i + 1) * labels.length);
      else scores[i * labels.length + k] = 1;
    });
    return { scores, onlyLabels: true };
  }
  if ("labels" in output) throw new CheckFault("The output holds labels only.");
  if (output.width !== labels.length)
    throw new CheckFault(
      `The output has ${output.width} columns, the data has ${labels.length} classes (${labels.slice(0, 10).join(", ")}).`,
    );
  return { scores: output.values, onlyLabels: false };
}

/** Classes that the scores are for: those of the data, or 0…k-1 where the model knows more of them than the data shows. */
function scoredLabels(found: string[], output: ModelOutput): string[] {
  if ("labels" in output || output.width <= found.length) return found;
  const counted = Array.from({ length: output.width }, (_, k) => String(k));
  return found.every((l) => counted.includes(l)) ? counted : found;
}

/** Labels and scores of a model with several classes on its test data, computed once in a suite. */
export function multiclassRows(ctx: CheckContext): Promise<ScoredClasses> {
  return ctx.suite.once("score the test rows", async () => {
    const test = await testTable(ctx);
    const raw = await rawScores(ctx);
    const labels = scoredLabels(await classLabels(ctx), raw.output);
    const k = labels.length;
    if (k < 2)
      throw new CheckFault(
        `The target ${ctx.submission.data.test.target} has ${k === 0 ? "no labels" : "one label only"}.`,
      );
    const { scores, onlyLabels } = scoreTable(raw.output, labels);
    const column = need(test, ctx.submission.data.test.target);
    const truth = Array.from({ length: test.rows }, (_, r) => labels.indexOf(asText(column, r) ?? ""));
    const kept = keepRows(
      test.rows,
      (i) => (truth[i] ?? -1) >= 0,
      (i) => scores.subarray(i * k, (i + 1) * k).every(Number.isFinite),
    );
    const table = new Float64Array(kept.at.length * k);
    kept.at.forEach((r, i) => table.set(scores.subarray(r * k, (r + 1) * k), i * k));
    const sums = Array.from(kept.at, (_, i) => table.subarray(i * k, (i + 1) * k).reduce((s, v) => s + v, 0));
    return {
      ...kept,
      assurance: raw.assurance,
      engine: raw.engine,
      classes: k,
      labels,
      y: Uint32Array.from(kept.at, (r) => truth[r] ?? 0),
      scores: table,
      probabilities:
        !onlyLabels &&
        sums.every((s) => Math.abs(s - 1) <= unitTolerance) &&
        table.every((v) => v >= -unitTolerance && v <= 1 + unitTolerance),
      fault: rowsFault(kept, test.path),
    };
  });
}
