import { build } from "esbuild";

/** One file that plain Node runs, without a package folder beside it. */
await build({
  entryPoints: ["src/main.ts"],
  outfile: "dist/notary.js",
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  sourcemap: true,
  external: ["pg-native"],
  // pg is CommonJS inside and asks for `require`.
  banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
});
