import { type ChildProcess, execFileSync, spawn, type SpawnOptions } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ReadyFile } from "../src/up/ready-file.ts";

const built = fileURLToPath(new URL("../dist/countersign.js", import.meta.url));

export interface Started {
  child: ChildProcess;
  ready: ReadyFile;
  /** Everything it has printed so far. */
  said(): string;
  /** Sends a signal to `up` itself and waits until it has ended; its exit code, or the signal that killed it. */
  end(signal: NodeJS.Signals): Promise<number | string>;
}

/** `countersign up` as it is built, on free ports, until its ready file is there; rejects with what it said when it ends before. */
export async function startUp(data: string, args: string[] = [], options: SpawnOptions = {}): Promise<Started> {
  if (!existsSync(built)) throw new Error("The command has not been built: run `pnpm build` first.");
  const readyFile = args[args.indexOf("--ready-file") + 1 || args.length] ?? join(data, "made", "ready.json");
  // One that was killed hard has left its own.
  rmSync(readyFile, { force: true });
  const child = spawn(
    process.execPath,
    [built, "up", "--data", data, "--portal-port", "0", "--gateway-port", "0", "--ready-file", readyFile, ...args],
    { ...options, stdio: ["ignore", "pipe", "pipe"] },
  );
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
  const exit = new Promise<number | string>((done) => child.once("exit", (code, signal) => done(code ?? signal ?? "")));
  const there = until(() => existsSync(readyFile), 55_000);
  const first = await Promise.race([there, exit]);
  if (typeof first !== "undefined") throw new Error(`exit ${first}: ${text}`);
  return {
    child,
    ready: JSON.parse(readFileSync(readyFile, "utf8")) as ReadyFile,
    said: () => text,
    end(signal) {
      child.kill(signal);
      return exit;
    },
  };
}

/** Waits until something holds. */
export async function until(holds: () => boolean | Promise<boolean>, ms = 30_000): Promise<void> {
  for (const end = Date.now() + ms; !(await holds());) {
    if (Date.now() > end) throw new Error(`did not hold within ${ms} ms: ${holds.toString()}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Children of a process by what they run: `gateway`, `worker`, `notary`, `portal`, `postgres`. */
export function childrenOf(pid: number): Record<string, number> {
  const lines = execFileSync("ps", ["-eo", "pid=,ppid=,args="], { encoding: "utf8" })
    .split("\n")
    .map((line) => line.trim().split(/\s+/));
  const named = lines
    .filter(([, parent]) => Number(parent) === pid)
    .map(([own, , ...args]) => {
      const line = args.join(" ");
      const name =
        /dist\/(\w+)\.js/.exec(line)?.[1] ??
        (line.includes("next") ? "portal" : line.includes("postgres") ? "postgres" : line);
      return [name, Number(own)] as const;
    });
  return Object.fromEntries(named);
}

/** A process that runs: one that has ended and waits to be collected does not. */
export function alive(pid: number): boolean {
  try {
    const state = execFileSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" }).trim();
    return state !== "" && !state.startsWith("Z");
  } catch {
    return false;
  }
}
