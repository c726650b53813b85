import type { Detection } from "@countersign/domain";
import { z } from "zod";
import { defineCheck } from "../define-check.ts";
import { comparePredictions } from "../model/raw-scores.ts";
import { onnxRuntimeVersion } from "../model/session.ts";

/** Supplied predictions against the model's own, number by number. Value: share of numbers farther apart than 1e-5, relative above 1 (float32). */
export const predictions = defineCheck({
  id: "repro.predictions",
  version: "1.2.0",
  title: "Supplied predictions are the model's",
  measures:
    "Supplied predictions against the model's own, number by number. Value: share of numbers farther apart than 1e-5, relative above 1 (float32).",
  category: "performance",
  reads: ["predictions", "model", "test"],
  applies: () => true,
  params: z.strictObject({ report: z.number().min(0).max(1).default(0.001) }),
  async run(ctx, p) {
    const compared = await comparePredictions(ctx);
    if (!compared)
      return {
        status: "skipped",
        reason: "There are not both a model to run and supplied predictions.",
        measurements: [],
        assurance: "inspected",
      };
    const rows = Number(compared["rows"]);
    const value = rows === 0 ? null : Number(compared["beyond"]) / rows;
    const text = `${String(compared["beyond"])} of ${rows} supplied predictions differ from the model's by more than rounding (0.00001), the largest by ${String(compared["maxAbsDifference"])}.`;
    const detections: Detection[] =
      value !== null && value > p.report
        ? [{ code: "repro.predictions", where: ctx.submission.predictions?.path ?? "", text }]
        : [];
    const measurement = {
      value,
      n: rows,
      detections,
      details: compared,
      ...(value === null ? { insufficient: "There are no rows to compare." } : {}),
    };
    return {
      status: "measured",
      assurance: "recomputed",
      engine: { onnxruntime: await onnxRuntimeVersion() },
      measurements: [measurement],
    };
  },
});
