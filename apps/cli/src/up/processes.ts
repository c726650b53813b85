import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const processNames = ["notary", "gateway", "worker", "portal"] as const;
export type ProcessName = (typeof processNames)[number];

/** Folder of the monorepo's apps, seen from the built program (`apps/cli/dist`). */
const apps = fileURLToPath(new URL("../../", import.meta.url));

/** The processes need Node 24; started under an older one, `up` uses the one that the repository brings. */
export function runtime(): string {
  const own = fileURLToPath(new URL("../../../node_modules/node/bin/node", import.meta.url));
  return Number(process.versions.node.split(".")[0]) < 24 && existsSync(own) ? own : process.execPath;
}

export interface Program {
  command: string;
  args: string[];
  cwd: string;
}

/** How to start one process. Throws a sentence where it has not been built. */
export function programOf(name: ProcessName, port: number): Program {
  const cwd = join(apps, name);
  if (name === "portal") {
    if (!existsSync(join(cwd, ".next", "BUILD_ID")))
      throw new Error("The portal has not been built. Run `pnpm build` first.");
    const next = join(cwd, "node_modules", "next", "dist", "bin", "next");
    return { command: runtime(), args: [next, "start", "-p", String(port), "-H", "127.0.0.1"], cwd };
  }
  const entry = join(cwd, "dist", `${name}.js`);
  if (!existsSync(entry)) throw new Error(`The ${name} has not been built. Run \`pnpm build\` first.`);
  return { command: runtime(), args: ["--enable-source-maps", entry], cwd };
}
