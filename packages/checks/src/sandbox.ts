import { spawnSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { SuiteLimits } from "./limits.ts";

/** How to start a child, and what really confines it. `description` stands in every result. */
export interface Sandbox {
  command: string;
  args: string[];
  env: Record<string, string>;
  description: string;
}

const findTool = (name: string): string | null =>
  ["/usr/bin", "/bin", "/usr/sbin", "/sbin"].map((d) => join(d, name)).find((p) => existsSync(p)) ?? null;

const works = (command: string, args: string[]): boolean =>
  spawnSync(command, args, { env: {}, stdio: "ignore", timeout: 5_000 }).status === 0;

const confined = ["--permission", "--allow-addons", "--disable-warning=SecurityWarning"];

interface Tools {
  prlimit: string | null;
  unshare: string | null;
  permission: boolean;
}
let probed: Tools | null = null;

/** Probes once per process what this host allows: a container may forbid user namespaces. */
function probe(): Tools {
  if (probed) return probed;
  const prlimit = findTool("prlimit");
  const unshare = findTool("unshare");
  probed = {
    prlimit: prlimit && works(prlimit, ["--core=0", "--", process.execPath, "--version"]) ? prlimit : null,
    unshare:
      unshare && works(unshare, ["--user", "--map-root-user", "--net", "--", process.execPath, "--version"])
        ? unshare
        : null,
    permission: works(process.execPath, [...confined, "-e", "0"]),
  };
  return probed;
}

/** Folders of code that the child loads: beside the entry, and every `node_modules` that its engines live in. */
function codeFolders(childEntry: string): string[] {
  const folders = new Set<string>();
  const entry = realpathSync(childEntry);
  const source = entry.endsWith(".ts") ? entry.indexOf(`${sep}packages${sep}checks${sep}`) : -1;
  folders.add(source >= 0 ? join(entry.slice(0, source), "packages") : dirname(entry));
  const require = createRequire(pathToFileURL(entry));
  for (const engine of ["onnxruntime-node", "@duckdb/node-api"]) {
    try {
      const real = realpathSync(require.resolve(engine));
      folders.add(real.slice(0, real.indexOf(`${sep}node_modules${sep}`) + `${sep}node_modules`.length));
    } catch {
      // Reported by the check that needs the engine.
    }
  }
  let up = dirname(entry);
  while (up !== dirname(up)) {
    if (existsSync(join(up, "node_modules"))) folders.add(join(up, "node_modules"));
    if (existsSync(join(up, "package.json"))) folders.add(join(up, "package.json"));
    up = dirname(up);
  }
  return [...folders];
}

/** Builds the command line of a child that may read `readable` and nothing else. */
export function sandboxFor(childEntry: string, readable: string[], limits: SuiteLimits): Sandbox {
  const { prlimit, unshare, permission } = probe();
  const node = [
    process.execPath,
    `--max-old-space-size=${limits.heapMiB}`,
    ...(permission
      ? [...confined, ...[...codeFolders(childEntry), ...readable].map((path) => `--allow-fs-read=${path}`)]
      : []),
    childEntry,
  ];
  const limited = prlimit
    ? [
        prlimit,
        `--data=${limits.memoryBytes}`,
        `--cpu=${limits.cpuSeconds}`,
        "--core=0",
        "--fsize=0",
        "--nofile=256",
        "--",
        ...node,
      ]
    : node;
  const line = unshare ? [unshare, "--user", "--map-root-user", "--net", "--", ...limited] : limited;
  const description = [
    "child process",
    unshare ? "no network (own network namespace)" : "network not cut off by the host",
    prlimit
      ? `memory ${limits.memoryBytes} B, CPU ${limits.cpuSeconds} s, no file writes (rlimits)`
      : "no rlimits on this host",
    permission
      ? "files outside the job closed to JavaScript (Node permission model)"
      : "no permission model in this Node",
    "empty environment",
    `killed after ${limits.wallMs} ms a check`,
  ].join("; ");
  const [command = process.execPath, ...args] = line;
  // ONNX Runtime reports usage unless this is set; nothing else reaches the child.
  return { command, args, env: { ORT_DISABLE_TELEMETRY: "1", ORT_TELEMETRY_DISABLED: "1" }, description };
}

export const defaultChildEntry = (): string => fileURLToPath(new URL("./child/main.ts", import.meta.url));
