import { lstatSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Detection, VersionFile } from "@countersign/domain";
import { parse } from "yaml";
import { type CheckContext, CheckFault, type CheckOutcome } from "../../check.ts";
import { defineCheck, noParams } from "../../define-check.ts";
import { resolveInside } from "../../resolve-inside.ts";
import { readAdvisories, vulnerabilitiesOf } from "./advisories.ts";
import { readConda, readRequirements, type Requirement } from "./requirements.ts";

const inspected = (measurement: CheckOutcome["measurements"][number]): CheckOutcome => ({ status: "measured", assurance: "inspected", measurements: [measurement] });
const fileMax = 2_000_000;

/** Share of requirements pinned with `==`. Value: the share; detections: those that are not. */
export const dependenciesPinned = defineCheck({
  id: "deps.pinned",
  version: "1.0.0",
  title: "Requirements are pinned",
  category: "dependencies",
  reads: ["model", "requirements"],
  applies: () => true,
  params: noParams,
  async run(ctx) {
    const pip = requirementsOf(ctx);
    if (pip.length === 0) return inspected({ value: null, detections: [], insufficient: "The version declares no requirements." });
    const loose = pip.filter((requirement) => !requirement.pinned);
    return inspected({
      value: (pip.length - loose.length) / pip.length, n: pip.length,
      detections: loose.map((requirement) => ({ code: "dependency.unpinned", where: requirement.name, text: requirement.problem ? `${requirement.line} ${requirement.problem}.` : `${requirement.name} has no exact version (${requirement.line}).` })),
    });
  },
});

/** Known vulnerabilities of high or critical severity in exact versions, from the local advisory file. Value: their number. */
export const dependenciesVulnerable = defineCheck({
  id: "deps.vulnerable",
  version: "1.0.0",
  title: "No known serious vulnerability",
  category: "dependencies",
  reads: ["model", "requirements"],
  applies: () => true,
  params: noParams,
  async run(ctx) {
    if (!ctx.advisories) throw new CheckFault("No advisory file is configured, so nothing can be said about vulnerabilities.");
    const advisories = readAdvisories(ctx.advisories);
    const requirements = [...requirementsOf(ctx), ...condaOf(ctx)];
    if (requirements.length === 0) return inspected({ value: null, detections: [], insufficient: "The version declares no requirements." });
    const found = new Map<string, Detection>();
    for (const { name, version } of requirements) {
      if (version === null) continue;
      for (const { id, severity, fixed, summary } of vulnerabilitiesOf(name, version, advisories)) {
        if (severity !== "HIGH" && severity !== "CRITICAL") continue;
        found.set(`${name}${version}${id}`, { code: "dependency.vulnerable", where: `${name}==${version}`, text: `${name}==${version}: ${id}, ${severity.toLowerCase()}${fixed ? `, fixed in ${fixed}` : ""}. ${summary}`.trim() });
      }
    }
    return inspected({ value: found.size, n: requirements.length, detections: [...found.values()] });
  },
});

/** The declared requirements file, or the one that stands beside MLmodel. */
function requirementsOf(ctx: CheckContext): Requirement[] {
  const file = ctx.files.find((entry) => entry.role === "requirements") ?? ctx.files.find((entry) => entry.role === "model" && basename(entry.path) === "requirements.txt");
  const text = file ? textOf(ctx, file) : null;
  return text === null ? [] : readRequirements(text);
}

function condaOf(ctx: CheckContext): Requirement[] {
  const file = ctx.files.find((entry) => entry.role === "model" && basename(entry.path) === "conda.yaml");
  const text = file ? textOf(ctx, file) : null;
  try {
    return text === null ? [] : readConda(parse(text, { maxAliasCount: 100 }));
  } catch {
    throw new CheckFault("conda.yaml is not YAML.");
  }
}

function textOf(ctx: CheckContext, file: VersionFile): string | null {
  const path = resolveInside(ctx.dir, file.path);
  const stat = path === null ? undefined : lstatSync(path, { throwIfNoEntry: false });
  if (path === null || !stat?.isFile()) return null;
  if (stat.size > fileMax) throw new CheckFault(`${file.path} is too large to be a list of requirements.`);
  return readFileSync(path, "utf8");
}
