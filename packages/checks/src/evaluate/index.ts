import type { CheckDefinition } from "../check.ts";
import { duplicates } from "../quality/duplicates.ts";
import { leakOverlap } from "../quality/leak-overlap.ts";
import { leakTarget } from "../quality/leak-target.ts";
import { missing } from "../quality/missing.ts";
import { rowOrder } from "../quality/row-order.ts";
import { schema } from "../quality/schema.ts";
import { churn } from "./churn.ts";
import { declared } from "./declared.ts";
import { fairnessChecks } from "./fairness.ts";
import { nonInferiority } from "./non-inferiority.ts";
import { perClassChecks } from "./per-class.ts";
import { performanceChecks } from "./performance.ts";
import { predictions } from "./predictions.ts";
import { regressionExtras } from "./regression-extras.ts";
import { sliceChecks } from "./slices.ts";

/** Checks that read data or run the model. */
export const evaluationChecks: CheckDefinition[] = [
  schema,
  missing,
  duplicates,
  rowOrder,
  leakOverlap,
  leakTarget,
  ...performanceChecks,
  ...perClassChecks,
  ...regressionExtras,
  declared,
  predictions,
  ...sliceChecks,
  ...fairnessChecks,
  nonInferiority,
  churn,
];
