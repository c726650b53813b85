import { say, step, runStep, tool } from "./lib/run-step.ts";
import { format, lint, unused, walls } from "./lib/static.ts";
import { types } from "./lib/types.ts";

// What a changed rule is held to while one types: no database, no browser, no build.
const began = Date.now();
const held = await Promise.all([
  step("rules (pure tests)", () =>
    runStep(tool("vitest"), ["run", "--project", "pure", "--silent", "--reporter=dot"], { quiet: true }),
  ),
  (async () =>
    [
      await step("types", types),
      await step("format", format),
      await step("lint", lint),
      await step("walls", walls),
      await step("nothing unused", unused),
    ].every(Boolean))(),
]);
const all = held.every(Boolean);
say(`${all ? "All held" : "Not all held"}, ${((Date.now() - began) / 1000).toFixed(1)} s`);
process.exit(all ? 0 : 1);
