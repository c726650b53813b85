import type { Json } from "@countersign/domain";
import { z } from "zod";
import type { CheckContext } from "../check.ts";
import { defineCheck } from "../define-check.ts";
import { binaryRows } from "../model/binary-rows.ts";
import { multiclassRows } from "../model/multiclass-rows.ts";
import type { EvaluatedRows } from "../model/rows.ts";
import { mcnemar } from "../stats/exact-tests.ts";
import { largest } from "../stats/multiclass.ts";
import { wilson } from "../stats/proportion.ts";
import { psi } from "../stats/psi.ts";
import { championContext, differentTests, noChampion } from "./champion-context.ts";
import { commonRows, ofChampion } from "./champion-rows.ts";

interface Decisions {
  rows: EvaluatedRows & { fault: string | null };
  /** Decision of each evaluated row, and whether it was right. */
  decided: (string | number)[];
  right: boolean[];
  scores: Float64Array | null;
}

async function decisions(ctx: CheckContext): Promise<Decisions> {
  if (ctx.submission.task === "binary") {
    const rows = await binaryRows(ctx);
    const decided = Array.from(rows.score, (s) => (s >= rows.threshold ? 1 : 0));
    return { rows, decided, right: decided.map((d, i) => d === rows.y[i]), scores: rows.score };
  }
  const rows = await multiclassRows(ctx);
  const k = largest(rows);
  return {
    rows,
    decided: Array.from(k, (v) => rows.labels[v] ?? v),
    right: Array.from(k, (v, i) => v === rows.y[i]),
    scores: null,
  };
}

/** Share of the test rows on which the decision of this version differs from that of the version in production, each at its own threshold. */
export const churn = defineCheck({
  id: "champion.churn",
  version: "1.0.0",
  title: "Decisions that change against production",
  measures:
    "Share of the test rows on which the decision of this version differs from that of the version in production, each at its own threshold.",
  category: "champion",
  reads: ["model", "test", "train", "predictions"],
  readsChampion: true,
  applies: (task) => task !== "regression",
  params: z.strictObject({
    level: z.number().gt(0.5).lt(1).default(0.95),
    report: z.number().min(0).max(1).default(0.1),
  }),
  async run(ctx, p) {
    const champion = championContext(ctx);
    if (!champion) return { status: "skipped", reason: noChampion, measurements: [], assurance: "recomputed" };
    const different = differentTests(ctx, champion);
    if (different !== null)
      return {
        status: "measured",
        assurance: "recomputed",
        measurements: [{ subject: champion.label, value: null, detections: [], insufficient: different }],
      };
    const ours = await decisions(ctx);
    const theirs = await ofChampion(champion, () => decisions(champion));
    const { first, second } = commonRows(ours.rows, theirs.rows);
    const n = first.length;
    const pairs = Array.from(first, (i, k) => [i, second[k] ?? 0] as const);
    const changed = pairs.filter(([i, j]) => ours.decided[i] !== theirs.decided[j]).length;
    const lost = pairs.filter(([i, j]) => !ours.right[i] && theirs.right[j]).length;
    const won = pairs.filter(([i, j]) => ours.right[i] && !theirs.right[j]).length;
    const bounds = wilson(changed, n, p.level);
    const value = n === 0 ? null : changed / n;
    const fault = ours.rows.fault ?? theirs.rows.fault ?? (n === 0 ? "There are no rows to compare on." : null);
    const details: Record<string, Json> = {
      changed,
      newlyRight: won,
      newlyWrong: lost,
      mcnemar: { ...mcnemar(lost, won) },
    };
    if (ours.scores && theirs.scores && n > 0) details["scorePsi"] = psi(theirs.scores, ours.scores);
    const text = `${changed} of ${n} decisions (${((value ?? 0) * 100).toFixed(1)} %) differ from ${champion.label}: ${won} newly right, ${lost} newly wrong.`;
    return {
      status: "measured",
      assurance: ours.rows.assurance,
      engine: ours.rows.engine,
      measurements: [
        {
          subject: champion.label,
          value,
          n,
          ...(bounds ? { interval: { low: bounds[0], high: bounds[1], level: p.level, method: "wilson" } } : {}),
          detections:
            value !== null && value > p.report ? [{ code: "champion.churn", where: champion.label, text }] : [],
          details,
          ...(fault === null ? {} : { insufficient: fault }),
        },
      ],
    };
  },
});
