import { rm } from "node:fs/promises";
import { join } from "node:path";
import { startPostgres } from "@countersign/db/embedded";
import type { TestProject } from "vitest/node";
import { passableFolder } from "./folder.ts";
import { makeTemplates } from "./templates.ts";

/** One real PostgreSQL for the run; every test file gets a database of its own, copied from a template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = passableFolder("countersign-test-");
  const server = await startPostgres({
    dataDir: join(folder, "postgres"),
    settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "300" },
  });
  project.provide("server", await makeTemplates(server.url(), join(folder, "artifacts")));
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
