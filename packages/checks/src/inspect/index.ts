import type { CheckDefinition } from "../check.ts";

/** Checks that read files without running a model. */
export const inspectionChecks: CheckDefinition[] = [];
