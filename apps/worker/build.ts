import { copyFile } from "node:fs/promises";
import { build } from "esbuild";

/** Bundles the worker and, apart from it, the entry of its confined child. Native packages stay outside. */
await build({
  entryPoints: { worker: "src/main.ts", child: "../../packages/checks/src/child/main.ts" },
  outdir: "dist",
  bundle: true,
  platform: "node",
  target: "node22",
  format: "esm",
  sourcemap: true,
  logLevel: "warning",
  external: ["pg", "graphile-worker", "onnxruntime-node", "@duckdb/node-api", "@node-rs/argon2"],
  banner: {
    js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
  },
});
await copyFile("../../packages/checks/data/pickle-allowlist.json", "dist/pickle-allowlist.json");
