import { argsort } from "./ranks.ts";
import { sum } from "./sum.ts";

interface Point {
  precision: number;
  recall: number;
}

/** Precision and recall at every distinct score, from the highest down. */
function curve(y: Uint8Array, score: Float64Array): Point[] {
  const order = argsort(score).reverse();
  const positives = y.reduce((n, v) => n + (v === 1 ? 1 : 0), 0);
  const points: Point[] = [];
  let hits = 0;
  order.forEach((row, i) => {
    if (y[row] === 1) hits++;
    const next = order[i + 1];
    if (next === undefined || score[next] !== score[row])
      points.push({ precision: hits / (i + 1), recall: hits / positives });
  });
  return points;
}

/** Average precision Σ (R_k - R_{k-1}) P_k, ties grouped (scikit-learn). NaN without positives. */
export function averagePrecision(y: Uint8Array, score: Float64Array): number {
  if (!y.includes(1)) return Number.NaN;
  const points = curve(y, score);
  return sum(points.map((p, i) => (p.recall - (points[i - 1]?.recall ?? 0)) * p.precision));
}

/** Area under the precision-recall curve by trapezoids, starting at recall 0 with precision 1. Not average precision. */
export function precisionRecallArea(y: Uint8Array, score: Float64Array): number {
  if (!y.includes(1)) return Number.NaN;
  const points = [{ precision: 1, recall: 0 }, ...curve(y, score)];
  return sum(
    points.map((p, i) => {
      const before = points[i - 1];
      return before ? ((p.recall - before.recall) * (p.precision + before.precision)) / 2 : 0;
    }),
  );
}
