import { fileURLToPath } from "node:url";

/** The list of globals a pickle may name: beside the bundle, or in the checks package. */
export function allowlistPath(): string {
  const bundled = import.meta.url.endsWith("/dist/worker.js");
  return fileURLToPath(
    new URL(
      bundled ? "./pickle-allowlist.json" : "../../../packages/checks/data/pickle-allowlist.json",
      import.meta.url,
    ),
  );
}
