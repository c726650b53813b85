import type { Task } from "@countersign/domain";

/** Names that people report metrics under → the metric's name here, and parameters that the name implies. */
const names: Record<string, { metric: string; params?: Record<string, unknown> }> = {
  auc: { metric: "roc_auc" },
  auroc: { metric: "roc_auc" },
  roc_auc_ovr: { metric: "roc_auc", params: { pairs: "ovr" } },
  roc_auc_ovo: { metric: "roc_auc", params: { pairs: "ovo" } },
  ap: { metric: "average_precision" },
  pr_auc: { metric: "average_precision" },
  logloss: { metric: "log_loss" },
  brier_score: { metric: "brier" },
  ece10: { metric: "ece", params: { bins: 10 } },
  mce10: { metric: "mce", params: { bins: 10 } },
  recall: { metric: "sensitivity" },
  f1_score: { metric: "f1" },
  f1_macro: { metric: "macro_f1" },
  f1_weighted: { metric: "weighted_f1" },
  precision_macro: { metric: "macro_precision" },
  recall_macro: { metric: "macro_recall" },
  accuracy_score: { metric: "accuracy" },
  bal_accuracy: { metric: "balanced_accuracy" },
  median_absolute_error: { metric: "medae" },
  mean_absolute_error: { metric: "mae" },
  mean_squared_error: { metric: "mse" },
  root_mean_squared_error: { metric: "rmse" },
  r2_score: { metric: "r2" },
  meanerror: { metric: "bias" },
};

/** Metric of a reported name, with case, spaces and hyphens forgiven. */
export function declaredMetric(name: string): { metric: string; params: Record<string, unknown> } {
  const key = name
    .toLowerCase()
    .replaceAll(/[\s-]+/g, "_")
    .replace(/^test_/, "");
  const known = names[key];
  return { metric: known?.metric ?? key, params: known?.params ?? {} };
}

/** Metrics in the target's own unit: 0.005 of a million would be no tolerance, so theirs is relative. */
const inUnits = new Set(["rmse", "mse", "mae", "medae", "max_error", "bias"]);

/** How far a declared number may be off: 0.005, or two standard errors where they are known and wider. */
export function tolerance(
  task: Task,
  metric: string,
  recomputed: number,
  n: number,
  se: number | null,
  floor: number,
): number {
  if (task === "regression") return inUnits.has(metric) ? Math.max(floor, floor * Math.abs(recomputed)) : floor;
  const rate = ["accuracy", "sensitivity", "specificity", "precision"].includes(metric);
  const error = rate ? Math.sqrt(Math.max(recomputed * (1 - recomputed), 0) / Math.max(1, n)) : (se ?? 0);
  return Math.max(floor, 2 * error);
}
