import { randomUUID } from "node:crypto";
import { readdir, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";

/** What another machine began is taken for abandoned when nobody has touched it for this long. */
const abandonedMs = 24 * 3_600_000;
const host = hostname().replaceAll("~", "-");

/** A name for something unfinished that says whose it is: the machine and the process, so that what a kill leaves behind can be told. */
export const unfinishedName = (prefix = ""): string => `${prefix}${host}~${process.pid}~${randomUUID()}`;

/** Removes from a folder what no running process will finish: called by a process that has begun nothing there yet. What is another user's stays. */
export async function removeUnfinished(folder: string, prefix = ""): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!name.startsWith(prefix)) continue;
    const [machine, pid] = name.slice(prefix.length).split("~");
    const path = join(folder, name);
    const dead =
      machine === host
        ? !runs(Number(pid))
        : Date.now() - ((await stat(path).catch(() => null))?.mtimeMs ?? 0) > abandonedMs;
    if (dead) await rm(path, { recursive: true, force: true }).catch(() => {});
  }
}

/** Our own id says no more than a dead one's: in a container every process is number 1. */
function runs(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Another user's process is there too: only "no such process" says that it is gone.
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}
