import { readdirSync, readFileSync } from "node:fs";
import type { Ready } from "../e2e/support/product.ts";

/** What the supervisor of `up` keeps running and is killed here. */
export const victims = ["portal", "gateway", "worker", "notary"] as const;
export type Victim = (typeof victims)[number];

const programs: Record<Victim, RegExp> = {
  portal: /next(-server|\/dist\/bin)/,
  gateway: /gateway\/dist\/gateway\.js/,
  worker: /worker\/dist\/worker\.js/,
  notary: /notary\/dist\/notary\.js/,
};
const read = (pid: string, file: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
};
const parentOf = (pid: string): string =>
  read(pid, "stat")
    .replace(/^.*\) /, "")
    .split(" ")[1] ?? "";

/** The supervisor's process id: parent of what it started. */
export function supervisorOf(ready: Ready): string {
  const parent = parentOf(String(ready.pids["notary"]));
  if (!parent) throw new Error("the notary of the ready file does not run");
  return parent;
}

/** Kills a process of this instance with SIGKILL; false where it is not running at this moment. */
export function kill(supervisor: string, victim: Victim): boolean {
  const pid = readdirSync("/proc").find(
    (entry) =>
      /^\d+$/.test(entry) &&
      parentOf(entry) === supervisor &&
      programs[victim].test(read(entry, "cmdline").replaceAll("\0", " ")),
  );
  if (pid) process.kill(Number(pid), "SIGKILL");
  return pid !== undefined;
}
