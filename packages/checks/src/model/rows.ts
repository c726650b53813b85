import type { CheckOutcome } from "../check.ts";

/** What all evaluated rows have in common. `at` is the row of the test table each one stands in. */
export interface EvaluatedRows {
  at: Uint32Array;
  /** Rows left out because the label is missing. */
  withoutLabel: number;
  /** Rows left out because the score is not a finite number. */
  withoutScore: number;
  assurance: CheckOutcome["assurance"];
  engine: Record<string, string>;
}

/** Scores farther than this outside 0…1 are no rounding of float32 sums: they are not probabilities. */
export const unitTolerance = 1e-4;

/** Indexes of rows that have a label and finite scores, with counts of the others. */
export function keepRows(
  n: number,
  hasLabel: (i: number) => boolean,
  hasScore: (i: number) => boolean,
): Pick<EvaluatedRows, "at" | "withoutLabel" | "withoutScore"> {
  const at: number[] = [];
  let withoutLabel = 0;
  let withoutScore = 0;
  for (let i = 0; i < n; i++) {
    if (!hasScore(i)) withoutScore++;
    else if (!hasLabel(i)) withoutLabel++;
    else at.push(i);
  }
  return { at: Uint32Array.from(at), withoutLabel, withoutScore };
}

/** Sentence that keeps a measurement from being judged where rows had no usable score. */
export function rowsFault(rows: Pick<EvaluatedRows, "at" | "withoutScore">, path: string): string | null {
  if (rows.withoutScore > 0)
    return `${rows.withoutScore} of ${rows.withoutScore + rows.at.length} rows got a score that is not a finite number; they are left out and counted.`;
  if (rows.at.length === 0) return `${path} has no rows with a label.`;
  return null;
}
