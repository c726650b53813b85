import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, type WriteStream } from "node:fs";
import { join } from "node:path";
import type { Program } from "./processes.ts";

export interface Supervised {
  name: string;
  program: Program;
  env: Record<string, string>;
  /** Answers 200 when the process is healthy. */
  healthUrl: string;
}

const backOffMs = [250, 500, 1_000, 2_000, 5_000];

/** Keeps processes running: what dies is started again, a little later each time it dies young. */
export class Supervisor {
  readonly #running = new Map<string, ChildProcess>();
  readonly #logDir: string;
  readonly #say: (line: string) => void;
  #stopping = false;

  constructor(logDir: string, say: (line: string) => void) {
    this.#logDir = logDir;
    this.#say = say;
  }

  start(supervised: Supervised, deaths = 0): void {
    if (this.#stopping) return;
    const { name, program, env } = supervised;
    const log = createWriteStream(join(this.#logDir, `${name}.log`), { flags: "a" });
    const child = spawn(program.command, program.args, { cwd: program.cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    const born = Date.now();
    pipeTo(child, log);
    this.#running.set(name, child);
    child.once("exit", (code, signal) => {
      log.end();
      if (this.#stopping) return;
      const young = Date.now() - born < 10_000;
      const wait = backOffMs[Math.min(young ? deaths : 0, backOffMs.length - 1)] ?? 5_000;
      this.#say(`${name} ended (${signal ?? code}); starting it again. Its log: ${join(this.#logDir, `${name}.log`)}`);
      setTimeout(() => this.start(supervised, young ? deaths + 1 : 0), wait);
    });
  }

  /** Waits until a process answers; throws with the end of its log where it does not. */
  async healthy(supervised: Supervised, timeoutMs = 60_000): Promise<void> {
    const until = Date.now() + timeoutMs;
    while (Date.now() < until) {
      const answer = await fetch(supervised.healthUrl, { redirect: "manual", signal: AbortSignal.timeout(5_000) }).catch(() => null);
      if (answer && answer.status < 400) return;
      await new Promise((done) => setTimeout(done, 150));
    }
    throw new Error(`The ${supervised.name} did not become healthy in ${timeoutMs / 1000} s. See ${join(this.#logDir, `${supervised.name}.log`)}.`);
  }

  pid(name: string): number | undefined {
    return this.#running.get(name)?.pid;
  }

  /** Ends everything: asks first, kills after five seconds. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await Promise.all([...this.#running.values()].map((child) => ended(child)));
  }
}

function pipeTo(child: ChildProcess, log: WriteStream): void {
  child.stdout?.on("data", (chunk: Buffer) => log.writable && log.write(chunk));
  child.stderr?.on("data", (chunk: Buffer) => log.writable && log.write(chunk));
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    const kill = setTimeout(() => child.kill("SIGKILL"), 5_000);
    child.once("exit", () => {
      clearTimeout(kill);
      done();
    });
    child.kill("SIGTERM");
  });
}
