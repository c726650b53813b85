import { spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { childMessage, type ChildJob, type ChildMessage } from "./child/protocol.ts";
import type { Sandbox } from "./sandbox.ts";

/** How a child ended, and what it was doing when it did. */
export interface ChildEnd {
  /** Null when it ended of itself with every check reported. */
  reason: string | null;
  running: number | null;
  step: string | null;
}

/** Runs one child to its end. Messages arrive through `onMessage` as they come; hostile output is cut off, not kept. */
export function runChild(
  sandbox: Sandbox,
  job: ChildJob,
  signal: AbortSignal,
  onMessage: (m: ChildMessage) => void,
): Promise<ChildEnd> {
  return new Promise((resolve) => {
    const child = spawn(sandbox.command, sandbox.args, {
      env: sandbox.env,
      stdio: ["pipe", "ignore", "pipe", "pipe"],
      cwd: "/",
    });
    let running: number | null = null;
    let step: string | null = null;
    let killedBecause: string | null = null;
    let tail = "";
    let pending = "";
    let received = 0;
    const stop = (why: string): void => {
      killedBecause ??= why;
      child.kill("SIGKILL");
    };
    let timer = setTimeout(() => stop(tooLong()), job.limits.wallMs);
    const tooLong = (): string =>
      `It took longer than ${Math.round(job.limits.wallMs / 100) / 10} seconds and was stopped.`;
    const onAbort = (): void => stop("The run was cancelled.");
    signal.addEventListener("abort", onAbort, { once: true });
    if (signal.aborted) onAbort();

    const take = (line: string): void => {
      let parsed: ReturnType<typeof childMessage.safeParse>;
      try {
        parsed = childMessage.safeParse(JSON.parse(line));
      } catch {
        return stop("The checking process sent something that is not a result.");
      }
      if (!parsed.success) return stop("The checking process sent something that is not a result.");
      const message = parsed.data;
      if (message.at === "start") {
        running = message.index;
        step = null;
        clearTimeout(timer);
        timer = setTimeout(() => stop(tooLong()), job.limits.wallMs);
      } else if (message.at === "step") step = message.step;
      else running = null;
      onMessage(message);
    };
    const results = child.stdio[3] as Readable;
    results.setEncoding("utf8");
    results.on("data", (chunk: string) => {
      received += chunk.length;
      pending += chunk;
      if (received > 64 * job.limits.resultBytes || pending.length > 2 * job.limits.resultBytes)
        return stop("The checking process sent more than a result may hold.");
      const lines = pending.split("\n");
      pending = lines.pop() ?? "";
      for (const line of lines) take(line);
    });
    child.stderr?.setEncoding("utf8");
    child.stderr?.on("data", (chunk: string) => {
      tail = (tail + chunk).slice(-4000);
    });
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(JSON.stringify(job));
    child.on("error", (error) => {
      killedBecause ??= `The checking process could not be started: ${error.message}`;
    });
    child.on("close", (code, killSignal) => {
      clearTimeout(timer);
      signal.removeEventListener("abort", onAbort);
      const clean = code === 0 && killedBecause === null;
      resolve({ reason: clean ? null : (killedBecause ?? endReason(code, killSignal, tail)), running, step });
    });
  });
}

function endReason(code: number | null, signal: NodeJS.Signals | null, stderr: string): string {
  if (/out of memory|bad_alloc|Allocation failed/i.test(stderr) || signal === "SIGABRT" || code === 134)
    return "The checking process ran out of memory.";
  if (signal === "SIGXCPU" || signal === "SIGKILL" || code === 137)
    return "The checking process was stopped: it used more CPU time or memory than a check may.";
  const last = stderr
    .split("\n")
    .find((line) => /error/i.test(line))
    ?.replaceAll(/(file:\/\/)?\/[^\s:]+/g, "…")
    .replaceAll(/\s+/g, " ")
    .slice(0, 300);
  return `The checking process ended unexpectedly (${signal ?? `exit code ${code}`})${last ? `: ${last}` : ""}.`;
}
