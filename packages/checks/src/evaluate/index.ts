import type { CheckDefinition } from "../check.ts";
import { churn } from "./churn.ts";
import { fairnessChecks } from "./fairness.ts";
import { nonInferiority } from "./non-inferiority.ts";
import { perClassChecks } from "./per-class.ts";
import { performanceChecks } from "./performance.ts";
import { regressionExtras } from "./regression-extras.ts";
import { sliceChecks } from "./slices.ts";

/** Checks that read data or run the model. */
export const evaluationChecks: CheckDefinition[] = [
  ...performanceChecks,
  ...perClassChecks,
  ...regressionExtras,
  ...sliceChecks,
  ...fairnessChecks,
  nonInferiority,
  churn,
];
