import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "./lib/chromium.ts";
import { playwrightCounts, vitestCounts } from "./lib/counts.ts";
import { root, runStep, say, step, tool } from "./lib/run-step.ts";
import { format, lint, unused, walls } from "./lib/static.ts";
import { types } from "./lib/types.ts";

// Everything there is: build, static checks, unit and database tests, then journeys in a browser. Fails if anything fails.
const scratch = mkdtempSync(join(tmpdir(), "countersign-test-"));
const report = (name: string): string => join(scratch, `${name}.json`);
let passed = 0;
let failed = 0;
let again = 0;
const count = (counts: { passed: number; failed: number }): void => {
  passed += counts.passed;
  failed += counts.failed;
};
const checked = async (name: string, run: () => Promise<{ code: number }>): Promise<boolean> => {
  const held = await step(name, run);
  count({ passed: held ? 1 : 0, failed: held ? 0 : 1 });
  return held;
};

const built = await checked("build", () => runStep(tool("turbo"), ["run", "build"], { quiet: true }));
await checked("types", types);
await checked("format", format);
await checked("lint", lint);
await checked("walls", walls);
await checked("nothing unused", unused);
say("unit and database tests …");
await runStep(tool("vitest"), [
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${report("vitest")}`,
]);
count(vitestCounts(() => readFileSync(report("vitest"), "utf8")));
const browser = await chromium();
if (built && browser) {
  say("journeys in a browser …");
  await runStep(`${root}test/node_modules/.bin/playwright`, ["test", "--config", "test/playwright.config.ts"], {
    env: { COUNTERSIGN_CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report("playwright") },
  });
  count(
    playwrightCounts(
      () => readFileSync(report("playwright"), "utf8"),
      (tests) => (again = tests),
    ),
  );
} else if (built) {
  const must = process.env["CI"] === "true";
  say(
    `journeys in a browser: ${must ? "no Chromium, and CI needs one" : "skipped, not here (no Chromium and none could be installed)"}`,
  );
  if (must) count({ passed: 0, failed: 1 });
}
if (built) await checked("faults", () => runStep(process.execPath, [`${root}test/faults/run.ts`, "--moments", "2"]));
rmSync(scratch, { recursive: true, force: true });
if (again > 0) say(`${again} of the journeys passed only when they were tried again: each is a fault to be found`);
say(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
