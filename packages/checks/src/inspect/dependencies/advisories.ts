import { readFileSync } from "node:fs";
import { z } from "zod";
import { compareVersions } from "./versions.ts";

const record = z.looseObject({
  id: z.string(),
  summary: z.string().default(""),
  affected: z.array(z.looseObject({
    package: z.looseObject({ ecosystem: z.string(), name: z.string() }),
    ranges: z.array(z.looseObject({ type: z.string(), events: z.array(z.record(z.string(), z.string())) })).default([]),
    versions: z.array(z.string()).default([]),
  })).default([]),
  database_specific: z.looseObject({ severity: z.string().optional() }).optional(),
});

export type Advisory = z.infer<typeof record>;

/** OSV records of a local file: one record, or a list of them. */
export function readAdvisories(path: string): Advisory[] {
  const value: unknown = JSON.parse(readFileSync(path, "utf8"));
  return z.array(record).parse(Array.isArray(value) ? value : [value]);
}

export interface Vulnerability {
  id: string;
  severity: string;
  fixed: string | null;
  summary: string;
}

/** Advisories that cover a PyPI package at a version (OSV schema, ECOSYSTEM ranges). */
export function vulnerabilitiesOf(name: string, version: string, advisories: Advisory[]): Vulnerability[] {
  return advisories.flatMap((advisory) => advisory.affected.flatMap((affected) => {
    if (affected.package.ecosystem !== "PyPI" || affected.package.name.toLowerCase().replace(/[-_.]+/g, "-") !== name) return [];
    const range = affected.ranges.find((entry) => inRange(version, entry.events));
    if (!range && !affected.versions.includes(version)) return [];
    const fixed = range?.events.find((event) => event["fixed"] !== undefined)?.["fixed"] ?? null;
    return [{ id: advisory.id, severity: (advisory.database_specific?.severity ?? "UNKNOWN").toUpperCase(), fixed, summary: advisory.summary }];
  }));
}

/** Introduced at or below, and not fixed at or below. A version that cannot be ordered counts as affected. */
function inRange(version: string, events: Record<string, string>[]): boolean {
  let affected = false;
  for (const event of events) {
    const at = event["introduced"] ?? event["fixed"] ?? event["last_affected"] ?? "0";
    const order = at === "0" ? 1 : compareVersions(version, at);
    if (order === null) return true;
    if (event["introduced"] !== undefined && order >= 0) affected = true;
    if (event["fixed"] !== undefined && order >= 0) affected = false;
    if (event["last_affected"] !== undefined && order > 0) affected = false;
  }
  return affected;
}
