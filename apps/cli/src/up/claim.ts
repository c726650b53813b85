import { execFile } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

interface Claim {
  pid: number;
  /** When that process began, so that a number used again is not taken for it. */
  began: string;
}

/** Claims a data folder for this process; throws a sentence where another start is using it. Returns how to let go. */
export async function claimData(data: string): Promise<() => Promise<void>> {
  const path = join(data, "up.pid");
  const own: Claim = { pid: process.pid, began: await beginningOf(process.pid) };
  const write = (flag: "w" | "wx"): Promise<void> => writeFile(path, JSON.stringify(own), { flag, mode: 0o600 });
  await write("wx").catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
    const other = await readFile(path, "utf8")
      .then(
        (text) => JSON.parse(text) as Claim,
        () => null,
      )
      .catch(() => null);
    if (other && other.began !== "" && (await beginningOf(other.pid)) === other.began) {
      throw new Error(
        `${data} is in use by another \`countersign up\` (process ${other.pid}). Stop that one first, or choose another folder with --data DIR.`,
      );
    }
    await write("w");
  });
  return () => rm(path, { force: true });
}

/** Field 22 of `/proc/PID/stat` (proc(5)), or what `ps` says; empty where there is no such process. */
async function beginningOf(pid: number): Promise<string> {
  if (process.platform === "linux") {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  }
  return promisify(execFile)("ps", ["-o", "lstart=", "-p", String(pid)]).then(
    ({ stdout }) => stdout.trim(),
    () => "",
  );
}
