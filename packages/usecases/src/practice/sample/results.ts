import type { Row } from "@countersign/db";
import type { CheckResult, Measurement, PolicyCheck } from "@countersign/domain";

/** The planted defect: where it stands, and the better figure in front of it. */
export const planted = {
  check: "slice.roc_auc",
  subject: "employment_type = self-employed",
  cover: "perf.roc_auc",
} as const;

const clean: Measurement = { value: null, detections: [] };
const one = (value: number, more: Partial<Measurement> = {}): Measurement => ({ value, detections: [], ...more });
const between = (low: number, high: number): Pick<Measurement, "interval"> => ({
  interval: { low, high, level: 0.95, method: "DeLong" },
});
const of = (subject: string, value: number, n: number, more: Partial<Measurement> = {}): Measurement =>
  one(value, { subject, n, ...more });
const employment = (type: string, value: number, n: number, low: number, high: number, more = {}): Measurement =>
  of(`employment_type = ${type}`, value, n, { ...between(low, high), ...more });

interface Measured {
  /** Roles of the files that were read; `champion`: the model in production as well. */
  reads: string[];
  /** What was measured of the version in production; absent: its review did not ask for the check. */
  before?: Measurement[];
  now: Measurement[];
}
const scored = ["test", "model"];
const rows = { n: 5000 };

/** What was measured of the version in production and of the one under review, on the same test data. */
const measured: Record<string, Measured> = {
  "artifact.integrity": { reads: ["model"], before: [clean], now: [clean] },
  "scan.artifact": { reads: ["model"], before: [clean], now: [clean] },
  "dq.missing": {
    reads: ["test"],
    before: [one(0.062, { subject: "employment_months", ...rows })],
    now: [one(0.062, { subject: "employment_months", ...rows })],
  },
  "leak.overlap": { reads: ["train", "test"], before: [one(0, rows)], now: [one(0, rows)] },
  "leak.target": { reads: ["train"], before: [one(0.7129)], now: [one(0.7131)] },
  "perf.roc_auc": {
    reads: scored,
    before: [one(0.7905, { ...rows, ...between(0.7719, 0.8091) })],
    now: [one(0.8105, { ...rows, ...between(0.793, 0.828) })],
  },
  "perf.gini": { reads: scored, before: [one(0.581, rows)], now: [one(0.621, rows)] },
  "perf.ece": { reads: scored, before: [one(0.018, rows)], now: [one(0.013, rows)] },
  "slice.roc_auc": {
    reads: scored,
    before: [
      employment("permanent", 0.789, 3120, 0.765, 0.813),
      employment("retired", 0.798, 520, 0.742, 0.854),
      employment("self-employed", 0.776, 618, 0.722, 0.83),
      employment("temporary", 0.771, 742, 0.726, 0.816),
    ],
    now: [
      employment("permanent", 0.823, 3120, 0.801, 0.845),
      employment("retired", 0.811, 520, 0.756, 0.866),
      employment("self-employed", 0.708, 618, 0.651, 0.765, {
        detections: [
          {
            code: "slice.worse_than_overall",
            where: planted.subject,
            text: `ROC AUC in ${planted.subject} is 0.708 on 618 rows; even the favourable end of its interval is worse than 0.8105 on all rows.`,
          },
        ],
      }),
      employment("temporary", 0.784, 742, 0.741, 0.827),
    ],
  },
  "fairness.dp_ratio": {
    reads: scored,
    before: [of("sex", 0.962, 5000), of("age_band", 0.814, 5000), of("region", 0.951, 5000)],
    now: [of("sex", 0.958, 5000), of("age_band", 0.829, 5000), of("region", 0.949, 5000)],
  },
  "repro.declared": { reads: [...scored, "reported"], before: [one(0)], now: [one(0)] },
  "champion.non_inferiority": {
    reads: [...scored, "champion"],
    now: [of("3", 0.011, 5000, { details: { difference: 0.02 } })],
  },
  "champion.churn": { reads: [...scored, "champion"], now: [of("3", 0.064, 5000)] },
  "docs.completeness": { reads: ["card", "datasheet"], before: [clean], now: [clean] },
  "deps.pinned": { reads: ["requirements"], before: [one(1)], now: [one(1)] },
};

type Files = readonly Row<"version_file">[];

/** The results of a version of the sample, in the shape in which check runs store them. */
export function sampleResults(
  which: "before" | "now",
  checks: readonly PolicyCheck[],
  files: Files,
  championFiles: Files,
): Map<string, CheckResult> {
  const digestOf = (among: Files, role: string): [string, string] => {
    const file = among.find((candidate) => candidate.role === role);
    return [role === "model" ? `model:${file?.path ?? ""}` : role, file?.sha256 ?? ""];
  };
  const input = (role: string): [string, string] => {
    if (role !== "champion") return digestOf(files, role);
    const [name, sha256] = digestOf(championFiles, "model");
    return [`champion:${name}`, sha256];
  };
  return new Map(
    checks.flatMap(({ check, params = {} }): [string, CheckResult][] => {
      const { reads = [], [which]: measurements } = measured[check] ?? {};
      if (!measurements) return [];
      const result: CheckResult = {
        check,
        version: "1.0.0",
        params,
        status: "measured",
        measurements,
        assurance: reads.includes("model") ? "recomputed" : "inspected",
        inputs: Object.fromEntries(reads.map(input)),
        engine: {},
        isolation: "nothing was run: made up for practice",
      };
      return [[check, result]];
    }),
  );
}
