import type { Detection, Json, Measurement } from "@countersign/domain";
import { z } from "zod";
import { defineCheck } from "../define-check.ts";
import { featureColumns } from "../model/features.ts";
import { byCategory, byMissing, byValues, type Strength } from "./association.ts";
import { tablesWithTarget } from "./target-rows.ts";

const words: Record<Strength["how"], string> = { values: "its values", missing: "whether it is missing", category: "its category" };

/**
 * How well the best single feature tells the target on the test rows. Classes: AUC or 1 - AUC; numbers: |Spearman|, which
 * sees any monotone link. Numeric features by value and by being missing; categories encoded by their mean target in training.
 */
export const leakTarget = defineCheck({
  id: "leak.target",
  version: "1.0.0",
  title: "A single feature that gives the target away",
  category: "data",
  reads: ["test", "train", "model"],
  applies: () => true,
  params: z.strictObject({ report: z.number().min(0).max(1).default(0.95) }),
  async run(ctx, p) {
    const { test, testTarget, train, trainTarget } = await tablesWithTarget(ctx);
    const measure = testTarget.kind === "number" ? "|Spearman|" : "AUC";
    const found: (Strength & { feature: string })[] = [];
    const raw: Record<string, Json> = {};
    const categories: Record<string, Json> = {};
    for (const { name, kind } of await featureColumns(ctx)) {
      const column = test.columns.get(name);
      if (!column) continue;
      const own = train?.columns.get(name);
      const values = byValues(column, test.rows, testTarget);
      const category = kind === "text" && train && own && trainTarget ? byCategory(column, test.rows, testTarget, own, train.rows, trainTarget) : null;
      if (values) raw[name] = values.raw;
      if (category) categories[name] = category.value;
      for (const strength of [values, byMissing(column, test.rows, testTarget), category]) if (strength) found.push({ ...strength, feature: name });
    }
    const sorted = found.toSorted((a, b) => b.value - a.value);
    const top = sorted[0];
    const named = new Set<string>();
    const detections = sorted.flatMap((s): Detection[] => {
      if (s.value < p.report || named.has(s.feature)) return [];
      named.add(s.feature);
      return [{ code: "leak.target", where: s.feature, text: `${s.feature} alone, by ${words[s.how]}, tells ${ctx.submission.data.test.target} with ${measure} ${s.value.toFixed(4)}: it may be known only after the fact.` }];
    });
    const measurement: Measurement = {
      value: top?.value ?? null,
      n: test.rows,
      detections,
      details: { measure, feature: top?.feature ?? null, by: top?.how ?? null, univariate: raw, categories, categoriesMeasured: train !== null },
      ...(top ? {} : { insufficient: "No feature could be measured against the target: one class only, no rows, or no features." }),
    };
    return { status: "measured", assurance: "recomputed", measurements: [measurement] };
  },
});
