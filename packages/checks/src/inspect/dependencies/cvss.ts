export type Severity = "LOW" | "MODERATE" | "HIGH" | "CRITICAL" | "UNKNOWN";
export const severityOrder: readonly Severity[] = ["LOW", "MODERATE", "HIGH", "CRITICAL", "UNKNOWN"];

const weights: Record<string, Record<string, number>> = {
  AV: { N: 0.85, A: 0.62, L: 0.55, P: 0.2 },
  AC: { L: 0.77, H: 0.44 },
  PR: { N: 0.85, L: 0.62, H: 0.27 },
  UI: { N: 0.85, R: 0.62 },
  C: { H: 0.56, L: 0.22, N: 0 },
  I: { H: 0.56, L: 0.22, N: 0 },
  A: { H: 0.56, L: 0.22, N: 0 },
};

/** Rounds up to one decimal as CVSS 3.1, appendix A, asks. */
const roundUp = (n: number): number => {
  const scaled = Math.round(n * 100_000);
  return scaled % 10_000 === 0 ? scaled / 100_000 : (Math.floor(scaled / 10_000) + 1) / 10;
};

/** Base score of a CVSS 3.0 or 3.1 vector; null where it is none. Source: FIRST, CVSS 3.1 specification, section 7.1. */
export function cvssBase(vector: string): number | null {
  if (!/^CVSS:3\.[01]\//.test(vector) || vector.length > 300) return null;
  const parts = new Map(
    vector
      .split("/")
      .slice(1)
      .map((part) => [part.split(":")[0] ?? "", part.split(":")[1] ?? ""]),
  );
  const changed = parts.get("S") === "C";
  const w = (name: string): number => weights[name]?.[parts.get(name) ?? ""] ?? Number.NaN;
  const privileges = changed && parts.get("PR") === "L" ? 0.68 : changed && parts.get("PR") === "H" ? 0.5 : w("PR");
  const base = 1 - (1 - w("C")) * (1 - w("I")) * (1 - w("A"));
  const impact = changed ? 7.52 * (base - 0.029) - 3.25 * (base - 0.02) ** 15 : 6.42 * base;
  const exploitability = 8.22 * w("AV") * w("AC") * privileges * w("UI");
  if (Number.isNaN(impact + exploitability)) return null;
  return impact <= 0 ? 0 : roundUp(Math.min((changed ? 1.08 : 1) * (impact + exploitability), 10));
}

/** Qualitative rating of a score (CVSS 3.1, section 5). */
export const ratingOf = (score: number): Severity =>
  score >= 9 ? "CRITICAL" : score >= 7 ? "HIGH" : score >= 4 ? "MODERATE" : "LOW";
