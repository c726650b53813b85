import type { CheckDefinition } from "../check.ts";

/** Checks that read data or run the model. */
export const evaluationChecks: CheckDefinition[] = [];
