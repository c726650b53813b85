import { type Reader, type Row, rows } from "@countersign/db";
import {
  aboutWords,
  type CheckResult,
  judge,
  judgeChange,
  type MetricChange,
  type PolicyCheck,
} from "@countersign/domain";
import { english, type Say } from "@countersign/words";
import { loadResults } from "../reviews/facts.ts";

/** The newest review of a version for an environment, and how the checks of its last round ended. */
export interface Examined {
  review: Row<"review">;
  checkRuns: Row<"check_run">[];
  results: Map<string, CheckResult>;
}

export async function examined(reader: Reader, versionId: string, environmentId: string): Promise<Examined | null> {
  const [review] = await rows(
    reader,
    "review",
    { version_id: versionId, environment_id: environmentId },
    { order: "requested_at", descending: true, limit: 1 },
  );
  if (!review) return null;
  const [round] = await rows(reader, "round", { review_id: review.id, number: review.round });
  const checkRuns = round ? await rows(reader, "check_run", { round_id: round.id, state: "ended" }) : [];
  return { review, checkRuns, results: await loadResults(reader, checkRuns) };
}

/** What the two versions measured by the rules of a policy: what both did, and what only one did. */
export function metricChanges(
  rules: readonly PolicyCheck[],
  base: Map<string, CheckResult>,
  now: Map<string, CheckResult>,
  say: Say = english,
): MetricChange[] {
  return rules.flatMap((rule) => {
    const [before, after] = [base.get(rule.check), now.get(rule.check)];
    if (!before || !after) return [];
    const verdicts = judge(rule, after).measurements;
    const comparable = before.inputs["test"] === after.inputs["test"];
    const pairs = [
      ...after.measurements.map((measurement, i) => ({
        subject: measurement.subject,
        earlier: before.measurements.find(({ subject }) => subject === measurement.subject),
        later: measurement,
        judged: verdicts[i],
      })),
      ...before.measurements
        .filter(({ subject }) => !after.measurements.some((measurement) => measurement.subject === subject))
        .map((earlier) => ({ subject: earlier.subject, earlier, later: undefined, judged: undefined })),
    ];
    return pairs.flatMap(({ subject, earlier, later, judged }): MetricChange[] => {
      const [then, value] = [earlier?.value ?? null, later?.value ?? null];
      if (then === null && value === null) return [];
      return [
        {
          check: rule.check,
          title: rule.title ?? rule.check,
          subject: subject === undefined ? null : aboutWords(rule.check, subject, say),
          base: then,
          now: value,
          comparable,
          judgement: comparable && later ? judgeChange(rule, then, later, judged?.verdict ?? null) : null,
          verdict: judged?.verdict ?? null,
          limit: judged?.limit ?? rule.limits[0] ?? null,
        },
      ];
    });
  });
}
