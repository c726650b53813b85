import { type Reader, type Row, rows } from "@countersign/db";
import type { CheckResult, MetricChange, PolicyCheck } from "@countersign/domain";
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

/** What both versions measured by the rules of a policy, and what only one did. */
export function metricChanges(
  rules: readonly PolicyCheck[],
  base: Map<string, CheckResult>,
  now: Map<string, CheckResult>,
): MetricChange[] {
  return rules.flatMap((rule) => {
    const [before, after] = [base.get(rule.check), now.get(rule.check)];
    if (!before || after?.status !== "measured") return [];
    return after.measurements.flatMap((measurement): MetricChange[] => {
      const earlier = before.measurements.find((candidate) => candidate.subject === measurement.subject);
      if (measurement.value === null && (earlier?.value ?? null) === null) return [];
      return [
        {
          check: rule.check,
          title: rule.title ?? rule.check,
          subject: measurement.subject ?? null,
          base: earlier?.value ?? null,
          now: measurement.value,
          better: better(rule),
        },
      ];
    });
  });
}

function better(rule: PolicyCheck): MetricChange["better"] {
  const limit = rule.limits.find(
    (candidate) => candidate.on === "value" || candidate.on === "low" || candidate.on === "high",
  );
  if (!limit || limit.is === "outside") return null;
  return limit.is === "<" || limit.is === "<=" ? "higher" : "lower";
}
