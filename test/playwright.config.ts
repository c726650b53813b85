import { defineConfig } from "@playwright/test";

/** Journeys on the production build with every process running. Two workers, each with an instance and its story: a file's journeys share it. */
export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/support/told-once.ts",
  outputDir: "../test-results",
  snapshotPathTemplate: "{testDir}/trees/{arg}{ext}",
  workers: 2,
  // docs/decisions/0026: what fails twice has failed; what passes the second time is named, and counted at the end.
  retries: process.env["CI"] ? 1 : 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json"]],
  use: {
    browserName: "chromium",
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce",
    screenshot: "only-on-failure",
    // A trace of every action takes a third of the time; COUNTERSIGN_TRACE=1 keeps one of each failure.
    trace: process.env["COUNTERSIGN_TRACE"] ? "retain-on-failure" : "off",
    launchOptions: {
      executablePath: process.env["COUNTERSIGN_CHROMIUM"] ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
});
