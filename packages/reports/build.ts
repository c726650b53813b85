import { build } from "esbuild";

/** Bundles the process that prints a certificate. The native compiler and the fonts stay in their packages. */
await build({
  entryPoints: { child: "src/child.ts" },
  outdir: "dist",
  bundle: true,
  platform: "node",
  target: "node22",
  format: "esm",
  sourcemap: true,
  logLevel: "warning",
  external: ["@myriaddreamin/typst-ts-node-compiler"],
  banner: {
    js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
  },
});
