import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { root, runStep, say, tool } from "./run-step.ts";

interface TsConfig {
  compilerOptions?: Record<string, unknown>;
  include: string[];
  exclude?: string[];
}

interface Program {
  options: Record<string, unknown>;
  workspaces: string[];
  include: string[];
  exclude: string[];
}

const cache = `${root}node_modules/.cache/types/`;
const fromCache = "../../../";

/**
 * Types of every workspace. Those with the same compiler options are one program: what they share is read and checked once,
 * and a second run checks only what a change reaches. Pure packages stay a program without DOM and Node; their tests run in Node.
 */
export async function types(): Promise<{ code: number }> {
  mkdirSync(cache, { recursive: true });
  let code = 0;
  const queue = programs();
  const next = async (): Promise<void> => {
    for (let program = queue.shift(); program; program = queue.shift()) {
      const result = await runStep(tool("tsc"), ["-p", written(program)], { quiet: true });
      if (result.code !== 0) say(`     in ${program.workspaces.join(", ")}`);
      code ||= result.code;
    }
  };
  await Promise.all([next(), next()]);
  return { code };
}

function programs(): Program[] {
  const found = new Map<string, Program>();
  const take = (
    workspace: string,
    options: Record<string, unknown>,
    include: string[],
    exclude: string[] = [],
  ): void => {
    const program = found.get(JSON.stringify(options)) ?? { options, workspaces: [], include: [], exclude: [] };
    found.set(JSON.stringify(options), program);
    program.workspaces.push(workspace);
    program.include.push(...include.map((path) => `${workspace}/${path}`));
    program.exclude.push(...exclude.map((path) => `${workspace}/${path}`));
  };
  const workspaces = [
    ...["apps", "packages"].flatMap((parent) => readdirSync(root + parent).map((name) => `${parent}/${name}`)),
    "test",
  ];
  for (const workspace of workspaces) {
    const config = JSON.parse(readFileSync(`${root}${workspace}/tsconfig.json`, "utf8")) as TsConfig;
    take(workspace, config.compilerOptions ?? {}, config.include, config.exclude);
    if (!config.compilerOptions) take(`${workspace}/test`, { types: ["node"] }, ["."]);
  }
  return [...found.values()].toSorted((a, b) => b.include.length - a.include.length);
}

/** Path of the program's configuration, written where its build information is kept. */
function written({ options, include, exclude, workspaces }: Program): string {
  const name = (workspaces[0] ?? "").replace("/", "-");
  const path = `${cache}${name}.json`;
  writeFileSync(
    path,
    JSON.stringify({
      extends: `${fromCache}tsconfig.base.json`,
      compilerOptions: { ...options, incremental: true, tsBuildInfoFile: `${cache}${name}.tsbuildinfo` },
      include: include.map((at) => fromCache + at),
      exclude: ["**/node_modules", ...exclude].map((at) => fromCache + at),
    }),
  );
  return path;
}
