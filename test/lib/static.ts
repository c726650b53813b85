import { readdirSync } from "node:fs";
import { runStep, root, say, tool } from "./run-step.ts";

/** Modules that the dependency rules must have read: a tool that reads none finds nothing wrong. */
const modulesAtLeast = 400;

/** Types of every workspace, two at a time. */
export async function types(): Promise<{ code: number }> {
  const folders = [...["apps", "packages"].flatMap((parent) => readdirSync(`${root}${parent}`).map((name) => `${parent}/${name}`)), "test"];
  let code = 0;
  const next = async (): Promise<void> => {
    for (let folder = folders.shift(); folder; folder = folders.shift()) {
      const result = await runStep(tool("tsc"), ["-p", "."], { cwd: `${root}${folder}`, quiet: true });
      if (result.code !== 0) say(`     in ${folder}`);
      code ||= result.code;
    }
  };
  await Promise.all([next(), next()]);
  return { code };
}

export const lint = (): Promise<{ code: number }> => runStep(tool("oxlint"), ["--type-aware", "--quiet"], { quiet: true });

/** Which package imports which, against test/walls/dependency-rules.cjs. */
export async function walls(): Promise<{ code: number }> {
  const result = await runStep(tool("depcruise"), ["--config", "test/walls/dependency-rules.cjs", "packages", "apps", "--output-type", "err"], { quiet: true });
  const modules = Number(/\((\d+) modules/.exec(result.output)?.[1] ?? 0);
  if (result.code === 0 && modules < modulesAtLeast) {
    say(`     only ${modules} modules were read; at least ${modulesAtLeast} are there`);
    return { code: 1 };
  }
  return result;
}

/** Files, exports and dependencies that nothing uses. */
export const unused = (): Promise<{ code: number }> => runStep(tool("knip"), ["--no-progress"], { quiet: true });
