import { z } from "zod";
import { cvssBase, ratingOf, type Severity } from "./cvss.ts";
import { normalName } from "./requirements.ts";
import { compareVersions } from "./versions.ts";

const severityEntry = z.looseObject({ type: z.string(), score: z.string() });
const record = z.looseObject({
  id: z.string().max(200),
  summary: z.string().default(""),
  withdrawn: z.string().optional(),
  severity: z.array(severityEntry).default([]),
  affected: z
    .array(
      z.looseObject({
        package: z.looseObject({ ecosystem: z.string(), name: z.string() }).optional(),
        ranges: z
          .array(z.looseObject({ type: z.string(), events: z.array(z.record(z.string(), z.string())) }))
          .default([]),
        versions: z.array(z.string()).default([]),
        severity: z.array(severityEntry).default([]),
      }),
    )
    .default([]),
  database_specific: z.looseObject({ severity: z.string().optional() }).optional().catch(undefined),
});
export type Advisory = z.infer<typeof record>;

/** OSV records: one, a list, `{ vulns: […] }`, or one to a line. Null where the text is none of these. */
export function parseAdvisories(text: string): Advisory[] | null {
  const read = (value: unknown): Advisory[] | null => {
    const list = Array.isArray(value)
      ? value
      : typeof value === "object" && value !== null && "vulns" in value
        ? value.vulns
        : [value];
    const parsed = z.array(record).safeParse(list);
    return parsed.success ? parsed.data : null;
  };
  try {
    return read(JSON.parse(text));
  } catch {
    try {
      return read(
        text
          .split("\n")
          .filter((line) => line.trim() !== "")
          .map((line): unknown => JSON.parse(line)),
      );
    } catch {
      return null;
    }
  }
}

export interface Vulnerability {
  id: string;
  severity: Severity;
  fixed: string | null;
  summary: string;
}

const words: Record<string, Severity> = {
  LOW: "LOW",
  MODERATE: "MODERATE",
  MEDIUM: "MODERATE",
  HIGH: "HIGH",
  IMPORTANT: "HIGH",
  CRITICAL: "CRITICAL",
};

function severityOf(advisory: Advisory, entry: Advisory["affected"][number]): Severity {
  const word = words[advisory.database_specific?.severity?.toUpperCase() ?? ""];
  if (word) return word;
  const scores = [...entry.severity, ...advisory.severity].map((s) => cvssBase(s.score)).filter((s) => s !== null);
  return scores.length > 0 ? ratingOf(Math.max(...scores)) : "UNKNOWN";
}

const eventKinds = ["introduced", "fixed", "last_affected", "limit"] as const;

/** OSV's evaluation: events in version order switch the state. What cannot be ordered counts as affected. */
function inRange(version: string, events: readonly Record<string, string>[]): boolean {
  const steps = events.flatMap((event) =>
    eventKinds.flatMap((kind) => (event[kind] === undefined ? [] : [{ kind, at: event[kind] }])),
  );
  const order = (a: string, b: string): number | null =>
    a === b ? 0 : a === "0" ? -1 : b === "0" ? 1 : compareVersions(a, b);
  if (steps.some(({ at }) => order(version, at) === null)) return true;
  let affected = false;
  for (const { kind, at } of steps.toSorted((a, b) => order(a.at, b.at) ?? 0)) {
    const past = order(version, at) ?? 0;
    if (kind === "introduced" && past >= 0) affected = true;
    if (kind === "fixed" && past >= 0) affected = false;
    if (kind === "last_affected" && past > 0) affected = false;
  }
  return affected;
}

/** Advisories that cover a PyPI package (name by PEP 503) at an exact version. Source: OSV schema 1.6, evaluation. */
export function vulnerabilitiesOf(name: string, version: string, advisories: readonly Advisory[]): Vulnerability[] {
  return advisories.flatMap((advisory) =>
    advisory.withdrawn !== undefined
      ? []
      : advisory.affected.flatMap((entry): Vulnerability[] => {
          if (!entry.package?.ecosystem.startsWith("PyPI") || normalName(entry.package.name) !== name) return [];
          const ranges = entry.ranges.filter((r) => r.type !== "GIT" && inRange(version, r.events));
          if (ranges.length === 0 && !entry.versions.some((v) => v === version || compareVersions(v, version) === 0))
            return [];
          const fixed = ranges.flatMap((r) => r.events.map((e) => e["fixed"])).filter((f) => f !== undefined);
          const next =
            fixed
              .filter((f) => (compareVersions(f, version) ?? 0) > 0)
              .toSorted((a, b) => compareVersions(a, b) ?? 0)[0] ?? null;
          return [
            {
              id: advisory.id,
              severity: severityOf(advisory, entry),
              fixed: next,
              summary: advisory.summary.slice(0, 300),
            },
          ];
        }),
  );
}
