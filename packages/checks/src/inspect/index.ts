import type { CheckDefinition } from "../check.ts";
import { scanArtifact } from "./scan-artifact.ts";

/** Checks that read files without running a model. */
export const inspectionChecks: CheckDefinition[] = [scanArtifact];
