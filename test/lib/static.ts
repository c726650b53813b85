import { runStep, say, tool } from "./run-step.ts";

/** Modules that the dependency rules must have read: a tool that reads none finds nothing wrong. */
const modulesAtLeast = 400;

export const lint = (): Promise<{ code: number }> =>
  runStep(tool("oxlint"), ["--type-aware", "--quiet"], { quiet: true });

/** Every file as the formatter writes it: a diff then shows what changed, never how it was typed. */
export const format = (): Promise<{ code: number }> => runStep(tool("oxfmt"), ["--check"], { quiet: true });

/** Which package imports which, against test/walls/dependency-rules.cjs. */
export async function walls(): Promise<{ code: number }> {
  const result = await runStep(
    tool("depcruise"),
    ["--config", "test/walls/dependency-rules.cjs", "packages", "apps", "--output-type", "err"],
    { quiet: true },
  );
  const modules = Number(/\((\d+) modules/.exec(result.output)?.[1] ?? 0);
  if (result.code === 0 && modules < modulesAtLeast) {
    say(`     only ${modules} modules were read; at least ${modulesAtLeast} are there`);
    return { code: 1 };
  }
  return result;
}

/** Files, exports and dependencies that nothing uses. */
export const unused = (): Promise<{ code: number }> => runStep(tool("knip"), ["--no-progress"], { quiet: true });
