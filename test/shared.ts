import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, test } from "vitest";

/** Data that others published stands beside the repository, never in it (COUNTERSIGN_SHARED names another place). */
const root = process.env["COUNTERSIGN_SHARED"] ?? fileURLToPath(new URL("../../shared", import.meta.url));

/** Path of a file or folder of the shared data, or null where it is not here. */
function sharedPath(...parts: string[]): string | null {
  const path = join(root, ...parts);
  return existsSync(path) ? path : null;
}

/** Tests on shared data. Where it is absent: skipped with a line; with CI=true its absence fails. */
export function describeShared(name: string, parts: string[], body: (path: string) => void): void {
  const path = sharedPath(...parts);
  if (path !== null) return void describe(name, () => body(path));
  if (process.env["CI"] === "true") {
    test(`${name}: ${parts.join("/")} is needed and not here`, () => {
      throw new Error(`${parts.join("/")} is not beside the repository`);
    });
  } else {
    console.log(`${name}: skipped, not here (${parts.join("/")})`);
    test.skip(`${name}: skipped, not here`, () => {});
  }
}
