import type { CheckDefinition } from "../check.ts";
import { perClassChecks } from "./per-class.ts";
import { performanceChecks } from "./performance.ts";
import { regressionExtras } from "./regression-extras.ts";

/** Checks that read data or run the model. */
export const evaluationChecks: CheckDefinition[] = [...performanceChecks, ...perClassChecks, ...regressionExtras];
