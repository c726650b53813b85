import { CheckFault, type CheckContext } from "../check.ts";
import { asText, need, type Table } from "../data/table.ts";
import { testTable } from "../data/tables.ts";
import { classLabels, positiveIndex } from "./classes.ts";
import { rawScores, type RawScores } from "./raw-scores.ts";
import { keepRows, rowsFault, unitTolerance, type EvaluatedRows } from "./rows.ts";
import type { ModelOutput } from "./run-model.ts";

export interface BinaryRows extends EvaluatedRows {
  /** 1 for the positive class. */
  y: Uint8Array;
  /** Scores as the model gave them, in double. */
  score: Float64Array;
  /** Scores clipped to 0…1. */
  p: Float64Array;
  positives: number;
  negatives: number;
  /** Scores outside 0…1. float32 sums of trees may pass 1 by an ulp or two. */
  outside: number;
  largestScore: number;
  /** False where scores are labels, or lie so far outside 0…1 that they are no probabilities. */
  probabilities: boolean;
  threshold: number;
  positiveLabel: string;
  fault: string | null;
}

/** Score of the positive class per row; 0 and 1 where the model gives labels, which are no probabilities. */
function positiveScores(
  output: ModelOutput,
  classes: string[],
  index: number,
): { scores: Float64Array; onlyLabels: boolean } {
  const ofLabels = (labels: readonly string[]): { scores: Float64Array; onlyLabels: boolean } => ({
    scores: Float64Array.from(labels, (l) => (l === classes[index] ? 1 : 0)),
    onlyLabels: true,
  });
  if ("labels" in output) return ofLabels(output.labels);
  const { width, values } = output;
  // Labels such as 1 and 2 in place of scores: compared with a threshold they would all be on one side.
  if (width === 1 && values.some((v) => v < 0 || v > 1) && values.every((v) => classes.includes(String(v))))
    return ofLabels(Array.from(values, String));
  if (width === 1) return { scores: values, onlyLabels: false };
  if (width !== 2) throw new CheckFault(`The output has ${width} columns; a binary model gives one or two.`);
  return { scores: values.filter((_, i) => i % 2 === index), onlyLabels: false };
}

function buildBinaryRows(
  test: Table,
  target: string,
  raw: RawScores,
  classes: string[],
  index: number,
  threshold: number,
): BinaryRows {
  const { scores, onlyLabels } = positiveScores(raw.output, classes, index);
  const column = need(test, target);
  const labels = Array.from({ length: test.rows }, (_, r) => asText(column, r));
  const kept = keepRows(
    test.rows,
    (i) => labels[i] !== null,
    (i) => Number.isFinite(scores[i]),
  );
  const y = Uint8Array.from(kept.at, (i) => (labels[i] === classes[index] ? 1 : 0));
  const score = Float64Array.from(kept.at, (i) => scores[i] ?? Number.NaN);
  const p = score.map((s) => Math.min(1, Math.max(0, s)));
  const positives = y.reduce((n, v) => n + v, 0);
  return {
    ...kept,
    assurance: raw.assurance,
    engine: raw.engine,
    y,
    score,
    p,
    positives,
    negatives: y.length - positives,
    outside: score.reduce((n, s, i) => n + (s === p[i] ? 0 : 1), 0),
    largestScore: score.reduce((m, s) => Math.max(m, s), Number.NEGATIVE_INFINITY),
    probabilities: !onlyLabels && score.every((s, i) => Math.abs(s - (p[i] ?? 0)) <= unitTolerance),
    threshold,
    positiveLabel: classes[index] ?? "",
    fault: rowsFault(kept, test.path),
  };
}

/** Labels and scores of a binary model on its test data, computed once in a suite. */
export function binaryRows(ctx: CheckContext): Promise<BinaryRows> {
  return ctx.suite.once("score the test rows", async () => {
    const { target } = ctx.submission.data.test;
    const test = await testTable(ctx);
    const classes = await classLabels(ctx);
    const index = positiveIndex(classes, ctx.submission);
    return buildBinaryRows(
      test,
      target,
      await rawScores(ctx),
      classes,
      index,
      ctx.submission.decision?.threshold ?? 0.5,
    );
  });
}
