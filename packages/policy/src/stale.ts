import { jcs } from "@countersign/canonical";
import type { FileFact } from "./evaluate-input.ts";
import type { CheckResult, PolicyCheck } from "./types.ts";

/**
 * The first input of a result that is no longer what it was measured on, or null. Keys are those that check runs
 * write: `<role>`, `model:<path>`, each with `champion:` before it for the version in production.
 */
export function staleInput(
  check: PolicyCheck,
  result: CheckResult,
  files: readonly FileFact[],
  championFiles: readonly FileFact[] | null,
): string | null {
  if (jcs(result.params) !== jcs(check.params ?? {})) return "parameters";
  for (const [key, sha256] of Object.entries(result.inputs)) {
    const ofChampion = key.startsWith("champion:");
    const name = ofChampion ? key.slice("champion:".length) : key;
    const among = ofChampion ? (championFiles ?? []) : files;
    if (!among.some((file) => nameOf(file) === name && file.sha256 === sha256)) return key;
  }
  return null;
}

const nameOf = (file: FileFact): string => (file.role === "model" ? `model:${file.path}` : file.role);

/** Whether a check compared with the version in production. */
export const comparesWithChampion = (result: CheckResult): boolean =>
  result.check.startsWith("champion.") || Object.keys(result.inputs).some((key) => key.startsWith("champion:"));
