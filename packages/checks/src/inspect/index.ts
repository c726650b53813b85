import type { CheckDefinition } from "../check.ts";
import { dependenciesPinned, dependenciesVulnerable } from "./dependencies/checks.ts";
import { documentCompleteness } from "./documents/completeness.ts";
import { scanArtifact } from "./scan-artifact.ts";
import { signatureAgreement } from "./signature/agree.ts";

/** Checks that read files without running a model. */
export const inspectionChecks: CheckDefinition[] = [
  scanArtifact,
  signatureAgreement,
  documentCompleteness,
  dependenciesPinned,
  dependenciesVulnerable,
];
