import { readFileSync } from "node:fs";
import { basename } from "node:path";

/**
 * Calls `gone` when the `npx` or `pnpm` that started us has ended: a script that ends what it started would otherwise
 * leave everything running, because they pass no signal on. Started in another way, nobody is watched.
 */
export function watchLauncher(gone: () => void): void {
  if (process.platform !== "linux" || !process.env["npm_lifecycle_event"]) return;
  const chain = managersAbove(process.pid);
  const timer = setInterval(() => {
    if (chain.every(([pid, parent]) => parentOf(pid) === parent)) return;
    clearInterval(timer);
    gone();
  }, 1_000);
  timer.unref();
}

/** Pairs of process and parent, from ours up to the outermost package manager; between them stand shells only. */
function managersAbove(from: number): [pid: number, parent: number][] {
  const seen: [pid: number, parent: number][] = [];
  let managers = 0;
  for (let pid = from, parent = parentOf(pid); parent > 1; pid = parent, parent = parentOf(pid)) {
    seen.push([pid, parent]);
    const name = nameOf(parent);
    if (/^(?:npm|npx|pnpm)(?:-cli)?(?:\.[cm]?js)?$/.test(name)) managers = seen.length;
    else if (!/^(?:sh|dash|bash)$/.test(name)) break;
  }
  return seen.slice(0, managers);
}

/** A program's name, or its script's where it is Node. */
function nameOf(pid: number): string {
  const [program = "", script = ""] = read(`/proc/${pid}/cmdline`).split("\0");
  const name = basename(program.split(" ")[0] ?? "");
  return name === "node" ? basename(script) : name;
}

function parentOf(pid: number): number {
  const stat = read(`/proc/${pid}/stat`);
  return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1] ?? 0);
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
