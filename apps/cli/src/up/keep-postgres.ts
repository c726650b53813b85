import { type EmbeddedServer, startPostgres } from "@countersign/db/embedded";
import pg from "pg";

export interface KeptPostgres {
  /** Administrator's connection string of the product's own database. */
  adminUrl: string;
  dataDir: string;
  pid(): number | undefined;
  stop(): Promise<void>;
}

/** PostgreSQL over a folder, started again on the same port when it dies. */
export async function keepPostgres(dataDir: string, say: (line: string) => void): Promise<KeptPostgres> {
  let server = await startPostgres({ dataDir });
  let stopping = false;
  if (server.dataDir !== dataDir)
    say(
      `PostgreSQL's files lie in ${server.dataDir}: as root it runs as another user, who cannot pass through ${dataDir}.`,
    );
  const watch = (running: EmbeddedServer): void => {
    running.process.once("exit", (code, signal) => {
      if (stopping) return;
      say(`postgres ended (${signal ?? code}); starting it again.`);
      void again();
    });
  };
  const again = async (): Promise<void> => {
    for (let wait = 250; !stopping; wait = Math.min(wait * 2, 5_000)) {
      try {
        server = await startPostgres({ dataDir, port: server.port });
        if (stopping) await server.stop();
        return watch(server);
      } catch (error) {
        say(error instanceof Error ? error.message : String(error));
        await new Promise((done) => setTimeout(done, wait));
      }
    }
  };
  watch(server);
  await makeDatabase(server.url());
  return {
    adminUrl: server.url("countersign"),
    dataDir: server.dataDir,
    pid: () => server.process.pid,
    stop() {
      stopping = true;
      return server.stop();
    },
  };
}

async function makeDatabase(serverUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  const found = await client.query("select 1 from pg_database where datname = 'countersign'");
  if (found.rowCount === 0) await client.query("create database countersign");
  await client.end();
}
