import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

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
  /** Process ids of this start, for measuring; what dies comes back under another. */
  pids: Record<string, number>;
}

/** Writes the file whole or not at all. It holds credentials: for its owner only. */
export async function writeReadyFile(path: string, ready: ReadyFile): Promise<void> {
  await writeFile(`${path}.tmp`, `${JSON.stringify(ready, null, 2)}\n`, { mode: 0o600 });
  await rename(`${path}.tmp`, path);
}

/** An old one says that an instance is ready which is not; the folder must be there when ours is written. */
export async function forgetReadyFile(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await rm(path, { force: true });
}
