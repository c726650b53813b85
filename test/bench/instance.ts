import { rm } from "node:fs/promises";
import { join } from "node:path";
import { type EmbeddedServer, startPostgres } from "@countersign/db/embedded";
import { makeTemplates, type TestServer } from "@countersign/testing";
import { passableFolder } from "@countersign/testing/folder";

/** A real server with PostgreSQL's own durable settings, and templates of a living instance on it. */
export interface Bench {
  server: EmbeddedServer;
  templates: TestServer;
  folder: string;
  end(): Promise<void>;
}

export async function startBench(): Promise<Bench> {
  const folder = passableFolder("countersign-bench-");
  const server = await startPostgres({ dataDir: join(folder, "postgres"), settings: { max_connections: "300" } });
  const templates = await makeTemplates(server.url(), join(folder, "artifacts"));
  return {
    server,
    templates,
    folder,
    async end() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
