import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { passableFolder } from "@countersign/testing/folder";

export interface Ready {
  portal: string;
  gateway: string;
  databaseUrl: string;
  adminDatabaseUrl: string;
  operatorToken: string | null;
  log: { origin: string; vkey: string };
  people: { name: string; email: string; password: string; roles: string[] }[];
  setUpUrl: string | null;
  pids: Record<string, number>;
  /** The folder that `--data` named; the set-up adds it. */
  data: string;
}

export const root = fileURLToPath(new URL("../../../", import.meta.url));
export const program = join(root, "apps/cli/dist/countersign.js");

export interface Running {
  ready: Ready;
  data: string;
  /** Ends every process; the data stays until `remove`. */
  stop(): Promise<void>;
  remove(): void;
}

/** Names the folder in which the demo's story was told for this run. */
export const toldFolder = "COUNTERSIGN_E2E_TOLD";

/** The demo's instance with a copy of the story that was told for this run; where none was, it is told. */
export function startDemo(): Promise<Running> {
  const data = passableFolder("countersign-e2e-");
  const told = process.env[toldFolder];
  // PostgreSQL's files belong to another user where this is run by root, and go with their owner.
  if (told) execFileSync("cp", ["-a", `${told}/.`, data]);
  return startProduct("demo", data);
}

/** Starts the built product with every process, as `pnpm demo` does, on free ports with data of its own. */
export async function startProduct(seed: "none" | "demo", data = passableFolder("countersign-e2e-")): Promise<Running> {
  const readyFile = join(data, "ready.json");
  rmSync(readyFile, { force: true });
  const child: ChildProcess = spawn(
    process.execPath,
    [
      program,
      "up",
      "--seed",
      seed,
      "--data",
      join(data, "a folder"),
      "--portal-port",
      "0",
      "--gateway-port",
      "0",
      "--ready-file",
      readyFile,
    ],
    { cwd: root, stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, COUNTERSIGN_GALLERY: "1" } },
  );
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  for (const until = Date.now() + 240_000; !existsSync(readyFile);) {
    if (child.exitCode !== null || Date.now() > until) throw new Error(`the product did not start:\n${said}`);
    await new Promise((done) => setTimeout(done, 200));
  }
  return {
    ready: { ...(JSON.parse(readFileSync(readyFile, "utf8")) as Ready), data: join(data, "a folder") },
    data,
    async stop() {
      child.kill("SIGINT");
      await ended;
    },
    remove: () => rmSync(data, { recursive: true, force: true }),
  };
}
