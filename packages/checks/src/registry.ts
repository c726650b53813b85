import type { CheckDefinition } from "./check.ts";
import { evaluationChecks } from "./evaluate/index.ts";
import { inspectionChecks } from "./inspect/index.ts";
import { artifactIntegrity } from "./integrity/artifact-integrity.ts";

/** Every check this build knows. A policy that asks for another gets an `error` result, never a pass. */
export const registry: readonly CheckDefinition[] = [artifactIntegrity, ...inspectionChecks, ...evaluationChecks];

const byId = new Map(registry.map((check) => [check.id, check]));

export function findCheck(id: string): CheckDefinition | undefined {
  return byId.get(id);
}
