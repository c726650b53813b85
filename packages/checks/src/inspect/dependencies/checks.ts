import { readFileSync } from "node:fs";
import type { Detection } from "@countersign/domain";
import { z } from "zod";
import { CheckFault, type CheckContext, type CheckOutcome } from "../../check.ts";
import { defineCheck, noParams } from "../../define-check.ts";
import { shown } from "../bytes.ts";
import { type Advisory, parseAdvisories, vulnerabilitiesOf } from "./advisories.ts";
import { severityOrder } from "./cvss.ts";
import { declaredRequirements } from "./declared.ts";

const inspected = (measurement: CheckOutcome["measurements"][number]): Promise<CheckOutcome> =>
  Promise.resolve({ status: "measured", assurance: "inspected", measurements: [measurement] });
const mostDetections = 200;

/** Share of requirements held to one build: `==`, a commit, or a digest. Value: the share; detections: the others, by name. */
export const dependenciesPinned = defineCheck({
  id: "deps.pinned",
  version: "1.0.0",
  title: "Requirements are pinned",
  measures:
    "Share of requirements held to one build: `==`, a commit, or a digest. Value: the share; detections: the others, by name.",
  category: "dependencies",
  reads: ["model", "requirements"],
  applies: () => true,
  params: noParams,
  run(ctx) {
    const { requirements, files, detections } = declaredRequirements(ctx);
    if (requirements.length === 0)
      return inspected({ value: null, detections, insufficient: "The version declares no requirements." });
    const loose = requirements.filter((r) => !r.pinned);
    const named = loose.map((r): Detection => ({
      code: "dependency.unpinned",
      where: shown(r.name),
      text: r.problem ? `${shown(r.line)} ${r.problem}.` : `${shown(r.name)} has no exact version (${shown(r.line)}).`,
    }));
    return inspected({
      value: (requirements.length - loose.length) / requirements.length,
      n: requirements.length,
      detections: [...named, ...detections].slice(0, mostDetections),
      details: { files, unpinned: loose.slice(0, mostDetections).map((r) => shown(r.name)) },
    });
  },
});

function loadAdvisories(ctx: CheckContext): Advisory[] {
  if (!ctx.advisories)
    throw new CheckFault("No advisory file is configured, so nothing can be said about known vulnerabilities.");
  let text: string;
  try {
    text = readFileSync(ctx.advisories, "utf8");
  } catch {
    throw new CheckFault("The advisory file cannot be opened, so nothing can be said about known vulnerabilities.");
  }
  const advisories = parseAdvisories(text);
  if (!advisories)
    throw new CheckFault(
      "The advisory file does not hold OSV records, so nothing can be said about known vulnerabilities.",
    );
  return advisories;
}

/** The mildest severity that counts. What an advisory does not rate counts always. */
const params = z.strictObject({ atLeast: z.enum(["low", "moderate", "high", "critical"]).default("high") });

/** Known vulnerabilities of exact versions, from the local advisory file. Value: their number; milder ones stand in the details. */
export const dependenciesVulnerable = defineCheck({
  id: "deps.vulnerable",
  version: "1.0.0",
  title: "No known serious vulnerability",
  measures:
    "Known vulnerabilities of exact versions, from the local advisory file (OSV records). Value: their number; milder ones stand in the details.",
  category: "dependencies",
  reads: ["model", "requirements"],
  applies: () => true,
  params,
  run(ctx, { atLeast }) {
    const advisories = loadAdvisories(ctx);
    const { requirements } = declaredRequirements(ctx);
    if (requirements.length === 0)
      return inspected({ value: null, detections: [], insufficient: "The version declares no requirements." });
    const least = severityOrder.findIndex((s) => s.toLowerCase() === atLeast);
    const serious = new Map<string, Detection>();
    const milder = new Set<string>();
    for (const { name, version } of requirements) {
      if (version === null) continue;
      for (const { id, severity, fixed, summary } of vulnerabilitiesOf(name, version, advisories)) {
        const exact = `${shown(name)}==${shown(version)}`;
        const text =
          `${exact}: ${shown(id)} (${severity.toLowerCase()}${fixed ? `, fixed in ${shown(fixed)}` : ""}). ${shown(summary, 300)}`.trim();
        if (severityOrder.indexOf(severity) >= least)
          serious.set(`${exact} ${id}`, { code: "dependency.vulnerable", where: exact, text });
        else milder.add(`${exact}: ${shown(id)}`);
      }
    }
    const unjudged = requirements.filter((r) => r.version === null).map((r) => shown(r.name));
    return inspected({
      value: serious.size,
      n: requirements.length,
      detections: [...serious.values()].slice(0, mostDetections),
      details: {
        advisories: advisories.length,
        milder: [...milder].slice(0, mostDetections),
        without_version: unjudged.slice(0, mostDetections),
      },
    });
  },
});
