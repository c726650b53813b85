import type { VersionFile } from "@countersign/domain";
import type { CheckDefinition } from "./check.ts";
import type { SuiteInput } from "./run-suite.ts";

function collect(files: VersionFile[], roles: readonly string[], prefix: string, into: Record<string, string>): void {
  for (const file of files) {
    if (!roles.includes(file.role)) continue;
    into[file.role === "model" ? `${prefix}model:${file.path}` : `${prefix}${file.role}`] = file.sha256;
  }
}

/** SHA-256 of every file that the check reads, by role; model files by path. */
export function inputDigests(input: SuiteInput, check: CheckDefinition): Record<string, string> {
  const out: Record<string, string> = {};
  collect(input.files, check.reads, "", out);
  if (check.readsChampion && input.champion) collect(input.champion.files, check.reads, "champion:", out);
  return out;
}
