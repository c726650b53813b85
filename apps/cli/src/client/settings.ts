import { chmod, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { Failure } from "../output.ts";

/** `COUNTERSIGN_URL` and `COUNTERSIGN_TOKEN`, or the session of `countersign login`. Read here and nowhere else. */
export interface Settings {
  url: string;
  token: string;
}

const sessionPath = (): string =>
  join(process.env["XDG_CONFIG_HOME"] ?? join(homedir(), ".config"), "countersign", "session.json");

export async function readSettings(): Promise<Settings> {
  const kept = await readFile(sessionPath(), "utf8").then(
    (text) => JSON.parse(text) as Partial<Settings>,
    () => ({}) as Partial<Settings>,
  );
  const url = process.env["COUNTERSIGN_URL"] ?? kept.url;
  if (!url)
    throw new Failure("COUNTERSIGN_URL is not set: the gateway's address, such as http://127.0.0.1:3001.", {
      exitCode: 2,
    });
  // A session is for the server that gave it.
  const token = process.env["COUNTERSIGN_TOKEN"] ?? (kept.url === url ? kept.token : undefined);
  if (!token)
    throw new Failure("Not signed in: set COUNTERSIGN_TOKEN, or run `countersign login` as a person.", { exitCode: 2 });
  return { url: url.replace(/\/+$/, ""), token };
}

export const urlFromEnvironment = (): string | undefined => process.env["COUNTERSIGN_URL"];
export const passwordFromEnvironment = (): string | undefined => process.env["COUNTERSIGN_PASSWORD"];

export async function keepSession(settings: Settings): Promise<void> {
  await mkdir(dirname(sessionPath()), { recursive: true, mode: 0o700 });
  await writeFile(sessionPath(), JSON.stringify(settings), { mode: 0o600 });
  await chmod(sessionPath(), 0o600);
}

export const forgetSession = (): Promise<void> => rm(sessionPath(), { force: true });
