import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
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
    const { name } = supervised;
    const born = Date.now();
    const child = this.#spawn(supervised);
    this.#running.set(name, child);
    const ended = (how: string): void => {
      if (this.#stopping) return;
      const young = Date.now() - born < 10_000;
      const wait = backOffMs[Math.min(young ? deaths : 0, backOffMs.length - 1)] ?? 5_000;
      this.#say(`${name} ended (${how}); starting it again. Its log: ${this.#logOf(name)}`);
      setTimeout(() => this.start(supervised, young ? deaths + 1 : 0), wait);
    };
    child.once("exit", (code, signal) => ended(String(signal ?? code)));
    child.once("error", (error) => child.pid === undefined && ended(error.message));
  }

  /** Waits until a process answers; throws with the end of its log where it does not. */
  async healthy(supervised: Supervised, timeoutMs = 60_000): Promise<void> {
    const until = Date.now() + timeoutMs;
    while (Date.now() < until && !this.#stopping) {
      const answer = await fetch(supervised.healthUrl, {
        redirect: "manual",
        signal: AbortSignal.timeout(5_000),
      }).catch(() => null);
      if (answer && answer.status < 400) return;
      await new Promise((done) => setTimeout(done, 150));
    }
    if (this.#stopping) return;
    const log = await readFile(this.#logOf(supervised.name), "utf8").catch(() => "");
    throw new Error(
      `The ${supervised.name} did not become healthy in ${timeoutMs / 1000} s. The end of ${this.#logOf(supervised.name)}:\n${log.trimEnd().split("\n").slice(-5).join("\n")}`,
    );
  }

  pid(name: string): number | undefined {
    return this.#running.get(name)?.pid;
  }

  /** Ends everything: asks first, kills after five seconds. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await Promise.all([...this.#running.values()].map((child) => ended(child)));
  }

  readonly #logOf = (name: string): string => join(this.#logDir, `${name}.log`);

  /** Its stdin is held open while we live: see `with-parent.ts`. */
  #spawn({ name, program, env }: Supervised): ChildProcess {
    const child = spawn(program.command, program.args, { cwd: program.cwd, env, stdio: ["pipe", "pipe", "pipe"] });
    const log = createWriteStream(this.#logOf(name), { flags: "a", mode: 0o600 });
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (chunk: Buffer) => log.writable && log.write(chunk));
    child.stdin?.on("error", () => {});
    child.once("close", () => log.end());
    return child;
  }
}

/** Resolves when a process has ended, asking it to. */
export function ended(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    const kill = setTimeout(() => child.kill("SIGKILL"), 5_000);
    child.once("exit", () => {
      clearTimeout(kill);
      done();
    });
    child.kill("SIGTERM");
  });
}
