import { rename, writeFile } from "node:fs/promises";

export interface DemoPerson {
  name: string;
  email: string;
  password: string;
  roles: string[];
}

/** What scripts need to drive a running instance. Kept stable. */
export interface ReadyFile {
  portal: string;
  gateway: string;
  /** Under the application's role. */
  databaseUrl: string;
  adminDatabaseUrl: string;
  /** An administrator's token; null while nobody administers yet. */
  operatorToken: string | null;
  log: { origin: string; vkey: string };
  people: DemoPerson[];
  /** Where the first administrator is made, while nobody administers yet. */
  setUpUrl: string | null;
  /** Process ids, for measuring. */
  pids: Record<string, number>;
}

/** Writes the file whole or not at all. It holds credentials: for its owner only. */
export async function writeReadyFile(path: string, ready: ReadyFile): Promise<void> {
  await writeFile(`${path}.tmp`, `${JSON.stringify(ready, null, 2)}\n`, { mode: 0o600 });
  await rename(`${path}.tmp`, path);
}
