import type { CheckDefinition } from "../check.ts";
import { z } from "zod";
import { defineCheck } from "../define-check.ts";
import { multiclassRows } from "../model/multiclass-rows.ts";
import { wilson } from "../stats/proportion.ts";
import { classTable } from "./multiclass-metrics.ts";

const title = { recall: "Sensitivity of each class", precision: "Precision of each class" } as const;

function perClassCheck(which: "recall" | "precision"): CheckDefinition {
  return defineCheck({
    id: which === "recall" ? "perf.class_sensitivity" : "perf.class_precision",
    version: "1.0.0",
    title: title[which],
    measures: `${which === "recall" ? "Share of each class's rows that are predicted as it" : "Share of the rows predicted as a class that are of it"}, with its Wilson interval; one measurement per class.`,
    category: "performance",
    reads: ["model", "test", "train", "predictions"],
    applies: (task) => task === "multiclass",
    params: z.strictObject({ level: z.number().gt(0.5).lt(1).default(0.95) }),
    async run(ctx, p) {
      const rows = await multiclassRows(ctx);
      const measurements = Object.entries(classTable(rows)).map(([label, c]) => {
        const n = which === "recall" ? c.support : c.predicted;
        const bounds = wilson(c.hits, n, p.level);
        const nobody = which === "recall" ? `No row has the class ${label}.` : `No row is predicted as ${label}.`;
        const insufficient = rows.fault ?? (n === 0 ? nobody : null);
        return {
          subject: label,
          value: n === 0 ? null : c.hits / n,
          n,
          support: { rows: c.support, predicted: c.predicted },
          detections: [],
          ...(bounds ? { interval: { low: bounds[0], high: bounds[1], level: p.level, method: "wilson" } } : {}),
          ...(insufficient === null ? {} : { insufficient }),
        };
      });
      return { status: "measured", measurements, assurance: rows.assurance, engine: rows.engine };
    },
  });
}

/** One measurement per class, each against the rest, with Wilson intervals. */
export const perClassChecks: CheckDefinition[] = [perClassCheck("recall"), perClassCheck("precision")];
