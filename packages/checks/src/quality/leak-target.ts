import type { Detection, Json, Measurement } from "@countersign/domain";
import { z } from "zod";
import { defineCheck } from "../define-check.ts";
import { featureColumns } from "../model/features.ts";
import { byCategory, byMissing, byValues, type Strength } from "./association.ts";
import { tablesWithTarget } from "./target-rows.ts";

const words: Record<Strength["how"], string> = {
  values: "its values",
  missing: "whether it is missing",
  category: "its category",
};

/** Detections of features whose strength reaches `report`, strongest first, each feature once. */
function detectionsOf(
  found: (Strength & { feature: string })[],
  report: number,
  code: string,
  sentence: (s: Strength & { feature: string }) => string,
  named: Set<string>,
): Detection[] {
  return found
    .toSorted((a, b) => b.value - a.value)
    .flatMap((s) => {
      if (s.value < report || named.has(s.feature)) return [];
      named.add(s.feature);
      return [{ code, where: s.feature, text: `${sentence(s)}: it may be known only after the fact.` }];
    });
}

/**
 * How well the best single feature tells the target on the test rows. Two classes: AUC or 1 - AUC. More: the least of the
 * AUCs over pairs of classes, since one class may honestly stand apart (`leak.class` names a feature that tells it). Numbers:
 * |Spearman|, which sees any monotone link. Numeric features by value and by being missing; categories by their mean target in training.
 */
export const leakTarget = defineCheck({
  id: "leak.target",
  version: "1.1.0",
  title: "A single feature that gives the target away",
  measures:
    "How well the best single feature tells the target on the test rows. Two classes: AUC; more: the least AUC over pairs of classes; numbers: |Spearman|. By value, by being missing, or by category. A feature that tells one class of several is named apart.",
  category: "data",
  reads: ["test", "train", "model"],
  applies: () => true,
  params: z.strictObject({ report: z.number().min(0).max(1).default(0.95) }),
  async run(ctx, p) {
    const { test, testTarget, train, trainTarget } = await tablesWithTarget(ctx);
    const measure = testTarget.kind === "number" ? "|Spearman|" : "AUC";
    const { target } = ctx.submission.data.test;
    const found: (Strength & { feature: string })[] = [];
    const single: (Strength & { feature: string })[] = [];
    const raw: Record<string, Json> = {};
    const categories: Record<string, Json> = {};
    for (const { name, kind } of await featureColumns(ctx)) {
      const column = test.columns.get(name);
      if (!column) continue;
      const own = train?.columns.get(name);
      const values = byValues(column, testTarget);
      const category =
        kind === "text" && train && own && trainTarget
          ? byCategory(column, test.rows, testTarget, own, train.rows, trainTarget)
          : null;
      if (values?.whole) raw[name] = values.whole.raw;
      if (category?.whole) categories[name] = category.whole.value;
      for (const told of [values, byMissing(column, test.rows, testTarget), category]) {
        if (told?.whole) found.push({ ...told.whole, feature: name });
        if (told?.each) single.push({ ...told.each, feature: name });
      }
    }
    const top = found.toSorted((a, b) => b.value - a.value)[0];
    const named = new Set<string>();
    const detections = [
      ...detectionsOf(
        found,
        p.report,
        "leak.target",
        (s) => `${s.feature} alone, by ${words[s.how]}, tells ${target} with ${measure} ${s.value.toFixed(4)}`,
        named,
      ),
      ...detectionsOf(
        single,
        p.report,
        "leak.class",
        (s) =>
          `${s.feature} alone, by ${words[s.how]}, tells ${s.label ?? ""} from every other ${target} with AUC ${s.value.toFixed(4)}`,
        named,
      ),
    ];
    const measurement: Measurement = {
      value: top?.value ?? null,
      n: test.rows,
      detections,
      details: {
        measure,
        feature: top?.feature ?? null,
        by: top?.how ?? null,
        univariate: raw,
        categories,
        categoriesMeasured: train !== null,
      },
      ...(top
        ? {}
        : {
            insufficient: "No feature could be measured against the target: one class only, no rows, or no features.",
          }),
    };
    return { status: "measured", assurance: "recomputed", measurements: [measurement] };
  },
});
