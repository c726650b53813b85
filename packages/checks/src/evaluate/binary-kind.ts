import type { BinaryRows } from "../model/binary-rows.ts";
import { confusionAt, type Confusion } from "../stats/confusion.ts";
import type { RowKind } from "./metric.ts";
import type { PerfParams } from "./params.ts";

/** The part of the rows that metrics read. */
export type Scored = Pick<BinaryRows, "y" | "score" | "p" | "threshold" | "probabilities">;

const positivesIn = (rows: Scored): number => rows.y.reduce((n, v) => n + v, 0);

export const binaryKind: RowKind<Scored> = {
  size: (rows) => rows.y.length,
  take: (rows, at) => ({
    ...rows,
    y: Uint8Array.from(at, (i) => rows.y[i] ?? 0),
    score: Float64Array.from(at, (i) => rows.score[i] ?? Number.NaN),
    p: Float64Array.from(at, (i) => rows.p[i] ?? Number.NaN),
  }),
  support: (rows) => {
    const positives = positivesIn(rows);
    return { positives, negatives: rows.y.length - positives };
  },
};

/** Counts at the policy's threshold, or the submission's. Scores are compared as the model gave them. */
export const countsOf = (rows: Scored, p: PerfParams): Confusion =>
  confusionAt(rows.y, rows.score, p.threshold ?? rows.threshold);
