import { z } from "zod";

/** Parameters that every performance check takes. What a metric cannot use is refused, not ignored. */
export const perfParams = z.strictObject({
  /** Decision threshold; the submission's by default. Predicted positive where score >= threshold. */
  threshold: z.number().optional(),
  /** Confidence level of intervals. */
  level: z.number().gt(0.5).lt(1).default(0.95),
  interval: z.enum(["normal", "logit", "wilson", "clopper_pearson", "bootstrap", "none"]).optional(),
  /** Bins of calibration error and how they are cut. */
  bins: z.number().int().min(2).max(1000).default(10),
  binning: z.enum(["uniform", "quantile"]).default("uniform"),
  /** Several classes: how classes are averaged, and AUC one against the rest or pair by pair. */
  average: z.enum(["macro", "weighted"]).default("macro"),
  pairs: z.enum(["ovr", "ovo"]).default("ovr"),
  beta: z.number().positive().default(2),
  resamples: z.number().int().min(100).max(5000).default(1000),
  seed: z.number().int().nonnegative().default(1),
});
export type PerfParams = z.infer<typeof perfParams>;
