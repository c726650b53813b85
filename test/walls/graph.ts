import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Which of our packages the programs really import, read from their source. */
function imports(folder: string): Set<string> {
  const found = new Set<string>();
  for (const entry of readdirSync(join(root, folder, "src"), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue;
    const text = readFileSync(join(entry.parentPath, entry.name), "utf8");
    for (const [, name] of text.matchAll(/from "@countersign\/([a-z]+)/g)) if (name) found.add(name);
  }
  return found;
}

/** The module graph as a mermaid diagram: an arrow for each import that no longer path already says. */
export function moduleGraph(): string {
  const graph = new Map<string, Set<string>>();
  for (const parent of ["apps", "packages"])
    for (const name of readdirSync(join(root, parent)))
      if (name !== "testing") graph.set(name, imports(`${parent}/${name}`));
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
    [...(graph.get(from) ?? [])].some((next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))));
  const lines = [...graph].flatMap(([from, all]) =>
    [...all]
      .toSorted()
      .filter((to) => ![...all].some((other) => other !== to && reaches(other, to)))
      .map((to) => `  ${from} --> ${to}`),
  );
  return `graph TD\n${lines.join("\n")}\n`;
}
