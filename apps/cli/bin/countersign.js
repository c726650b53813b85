#!/usr/bin/env node
import { existsSync } from "node:fs";

// Stands in the repository, so that installing links it before anything has been built.
const program = new URL("../dist/countersign.js", import.meta.url);
if (existsSync(program)) await import(program.href);
else {
  process.stderr.write("The command has not been built. Run `npx -y pnpm@12 build` in the repository first.\n");
  process.exitCode = 2;
}
