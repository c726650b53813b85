import { readdirSync, readFileSync } from "node:fs";
import type { Ready } from "../e2e/support/product.ts";

/** What `up` keeps running and is killed here. */
export const victims = ["portal", "gateway", "worker", "notary", "postgres"] as const;
export type Victim = (typeof victims)[number];

const programs: Record<Victim, RegExp> = {
  portal: /next(-server|\/dist\/bin)/,
  gateway: /gateway\/dist\/gateway\.js/,
  worker: /worker\/dist\/worker\.js/,
  notary: /notary\/dist\/notary\.js/,
  postgres: /bin\/postgres -D/,
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
const childrenOf = (parent: string): string[] =>
  readdirSync("/proc").filter((entry) => /^\d+$/.test(entry) && parentOf(entry) === parent);

const pidOf = (ready: Ready, victim: Victim): string | undefined =>
  childrenOf(String(ready.pids["up"])).find((pid) => programs[victim].test(read(pid, "cmdline").replaceAll("\0", " ")));

/** Kills a process of this instance with SIGKILL; false where it is not running at this moment. */
export function kill(ready: Ready, victim: Victim): boolean {
  const pid = pidOf(ready, victim);
  if (pid) process.kill(Number(pid), "SIGKILL");
  return pid !== undefined;
}

/** Stops PostgreSQL with all its sessions where they stand, as a machine does that hangs; returns what lets them go on. */
export function freezeDatabase(ready: Ready): () => void {
  const postmaster = pidOf(ready, "postgres");
  if (!postmaster) throw new Error("PostgreSQL does not run");
  process.kill(Number(postmaster), "SIGSTOP");
  // The postmaster stands still: no session comes after these.
  const all = [...childrenOf(postmaster), postmaster];
  const send = (signal: NodeJS.Signals): void => {
    for (const pid of all)
      try {
        process.kill(Number(pid), signal);
      } catch {
        // A session that ended in between.
      }
  };
  send("SIGSTOP");
  return () => send("SIGCONT");
}
