import { resolve } from "node:path";

/**
 * A path as the user meant it: relative to where they stand. A root script runs in the repository's folder and is told
 * in INIT_CWD where it was called; another package's script that calls us keeps its own folder.
 */
export function fromHere(path: string): string {
  const { npm_package_name: script, INIT_CWD: calledFrom } = process.env;
  return calledFrom && script && /^(?:countersign-monorepo$|@countersign\/)/.test(script)
    ? resolve(calledFrom, path)
    : resolve(path);
}
