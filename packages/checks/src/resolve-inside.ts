import { isAbsolute, join, normalize, sep } from "node:path";

/** Absolute path of a file of a version, or null where the relative path leaves the folder. */
export function resolveInside(dir: string, path: string): string | null {
  if (path === "" || isAbsolute(path) || path.includes("\0") || path.includes("\\")) return null;
  const clean = normalize(path);
  if (clean === ".." || clean.startsWith(`..${sep}`)) return null;
  return join(dir, clean);
}
