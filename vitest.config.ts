import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const pure = ["words", "canonical", "policy", "record", "domain", "tlog", "attestation", "verifier"].map(
  (name) => `packages/${name}/test/**/*.test.ts`,
);

/** `pure`: no process, no file but fixtures. `walls`: the tools that hold them, each seen to object. `node`: files and child processes. `postgres`: one real server for the run. */
export default defineConfig({
  test: {
    // Vitest leaves a processor free, which on two means one file at a time; most of what these wait for is PostgreSQL and child processes.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        test: {
          name: "pure",
          include: [...pure, "test/walls/{graph,reauthentication,words}.test.ts", "test/break-it/page.test.ts"],
          testTimeout: 60_000,
          // These tests change nothing outside of themselves: one load of the modules serves them all.
          isolate: false,
        },
      },
      { test: { name: "walls", include: ["test/walls/walls.test.ts"], testTimeout: 60_000 } },
      {
        test: {
          name: "node",
          include: ["packages/{checks,reports}/test/**/*.test.ts", "apps/{cli,portal}/test/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "postgres",
          globalSetup: ["packages/testing/src/global-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          include: [
            "packages/{db,usecases,testing}/test/**/*.test.ts",
            "apps/{gateway,notary,worker}/test/**/*.test.ts",
          ],
        },
      },
    ],
  },
});
