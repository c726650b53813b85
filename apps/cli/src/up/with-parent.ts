import { readFileSync } from "node:fs";

/**
 * Loaded before each process of `up`: stdin is a pipe that the supervisor holds, so its end means that the supervisor is
 * gone, by whatever signal. Then this process ends too, and asks PostgreSQL, which loads no such thing, to stop.
 */
process.stdin.on("error", end).on("end", end).resume();
if ("unref" in process.stdin) process.stdin.unref();

function end(): void {
  const cluster = process.env["COUNTERSIGN_UP_CLUSTER"];
  if (cluster) signal(Number(readPid(`${cluster}/postmaster.pid`)), "SIGINT");
  signal(process.pid, "SIGTERM");
  setTimeout(() => process.exit(1), 3_000).unref();
}

function readPid(path: string): string {
  try {
    return readFileSync(path, "utf8").split("\n")[0] ?? "";
  } catch {
    return "";
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  if (!(pid > 0)) return;
  try {
    process.kill(pid, name);
  } catch {
    // It has ended by itself.
  }
}
