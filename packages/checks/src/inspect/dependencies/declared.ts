import { lstatSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import type { Detection, VersionFile } from "@countersign/domain";
import { type CheckContext, CheckFault } from "../../check.ts";
import { resolveInside } from "../../resolve-inside.ts";
import { utf8 } from "../bytes.ts";
import { parseYaml } from "../mlmodel/yaml.ts";
import { readConda } from "./conda.ts";
import { mostLines, readRequirements, type Requirement } from "./requirements.ts";

export interface Declared {
  requirements: Requirement[];
  files: string[];
  /** What the files say beside requirements: other indexes, contradictions between files. */
  detections: Detection[];
}

const largest = 4_000_000;

function textOf(ctx: CheckContext, file: VersionFile): string {
  const path = resolveInside(ctx.dir, file.path);
  const stat = path === null ? undefined : lstatSync(path, { throwIfNoEntry: false });
  if (path === null || !stat?.isFile()) throw new CheckFault(`${file.path} is not there as a plain file.`);
  if (stat.size > largest) throw new CheckFault(`${file.path} is too large to be a list of requirements.`);
  const text = utf8(readFileSync(path));
  if (text === null) throw new CheckFault(`${file.path} is not UTF-8 text.`);
  return text;
}

function read(ctx: CheckContext, file: VersionFile): { requirements: Requirement[]; options: string[] } {
  const text = textOf(ctx, file);
  if (!/\.ya?ml$/i.test(file.path)) {
    const pip = readRequirements(text);
    if (!pip) throw new CheckFault(`${file.path} has more than ${mostLines} lines.`);
    return pip;
  }
  const conda = readConda(parseYaml(text));
  if (!conda) throw new CheckFault(`${file.path} cannot be read as a conda environment.`);
  return { requirements: conda, options: [] };
}

/**
 * All requirements of a version: the declared file, and requirements.txt and conda.yaml among the model files, each
 * requirement once. Files that ask for different versions of one package contradict each other, which is a detection.
 */
export function declaredRequirements(ctx: CheckContext): Declared {
  const files = ctx.files.filter(
    (f) =>
      f.role === "requirements" ||
      (f.role === "model" && /^(requirements\.txt|conda\.ya?ml)$/.test(posix.basename(f.path))),
  );
  const out: Declared = { requirements: [], files: [...new Set(files.map((f) => f.path))], detections: [] };
  const byName = new Map<string, { requirement: Requirement; path: string }>();
  for (const path of out.files) {
    const file = files.find((f) => f.path === path);
    if (!file) continue;
    const { requirements, options } = read(ctx, file);
    for (const option of options)
      out.detections.push({
        code: "dependency.other_index",
        where: path,
        text: `${path} takes packages from another place: ${option}.`,
      });
    for (const requirement of requirements) {
      const known = byName.get(requirement.name);
      if (!known) {
        byName.set(requirement.name, { requirement, path });
        out.requirements.push(requirement);
      } else if (known.requirement.version !== requirement.version || known.requirement.pinned !== requirement.pinned) {
        out.detections.push({
          code: "dependency.contradiction",
          where: requirement.name,
          text: `${known.path} asks for ${known.requirement.line}, ${path} for ${requirement.line}.`,
        });
        out.requirements.push(requirement);
      }
    }
  }
  return out;
}
