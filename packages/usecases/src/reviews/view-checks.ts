import { type Reader, rows, sql } from "@countersign/db";
import {
  type CheckResult,
  type CheckView,
  type CheckVerdict,
  judge,
  type MetricChange,
  type OutcomeClass,
  type PolicyCheck,
} from "@countersign/domain";
import { blob } from "@countersign/db";
import type { ReviewFacts } from "./facts.ts";

const order: Record<string, number> = { error: 0, fail: 1, insufficient: 2, warn: 3, skipped: 5, pass: 6 };

/** The checks of the round: what blocks first, what passed last. */
export async function checkViews(reader: Reader, facts: ReviewFacts): Promise<CheckView[]> {
  const progress = await reader.db.execute<{ check_run_id: string; note: string }>(
    sql`select check_run_id, note from ops.check_progress where check_run_id in ${["", ...facts.checkRuns.map((checkRun) => checkRun.id)]}`,
  );
  const notes = new Map(progress.rows.map((entry) => [entry.check_run_id, entry.note]));
  const views = facts.checkRuns.map((checkRun): CheckView => {
    const rule = facts.pinned.policy.checks.find((check) => check.check === checkRun.check_key);
    const result = facts.results.get(checkRun.check_key) ?? null;
    const judged = rule && result ? judge(rule, result) : null;
    return {
      runId: checkRun.id,
      check: checkRun.check_key,
      title: judged?.title ?? rule?.title ?? checkRun.check_key,
      state: checkRun.state as CheckView["state"],
      attempt: checkRun.attempt,
      verdict: checkRun.verdict as CheckVerdict | null,
      outcome: checkRun.outcome as OutcomeClass | null,
      judged,
      limits: rule?.limits ?? [],
      result,
      progress: notes.get(checkRun.id) ?? null,
    };
  });
  const rank = (view: CheckView): number =>
    (view.outcome === "blocks" ? 0 : view.outcome === "condition" ? 10 : 20) + (order[view.verdict ?? ""] ?? 4);
  return views.toSorted((a, b) => rank(a) - rank(b) || (a.check < b.check ? -1 : 1));
}

/** Metrics against the version in production, from its newest sealed results in the same environment. */
export async function metricChanges(reader: Reader, facts: ReviewFacts): Promise<MetricChange[]> {
  const base = facts.round.base_version_id;
  if (!base) return [];
  const results = await resultsOf(reader, base, facts.environment.id);
  return facts.pinned.policy.checks.flatMap((rule) => {
    const now = facts.results.get(rule.check);
    const before = results.get(rule.check);
    if (!now || !before || now.status !== "measured") return [];
    return now.measurements.flatMap((measurement): MetricChange[] => {
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

async function resultsOf(reader: Reader, versionId: string, environmentId: string): Promise<Map<string, CheckResult>> {
  const found = new Map<string, CheckResult>();
  const reviews = await rows(
    reader,
    "review",
    { version_id: versionId, environment_id: environmentId },
    { order: "requested_at", descending: true, limit: 1 },
  );
  const review = reviews[0];
  if (!review) return found;
  const [round] = await rows(reader, "round", { review_id: review.id, number: review.round });
  const runs = round ? await rows(reader, "check_run", { round_id: round.id, state: "ended" }) : [];
  for (const checkRun of runs) {
    const bytes = checkRun.result_sha256 ? await blob(reader, checkRun.result_sha256) : null;
    if (bytes) found.set(checkRun.check_key, JSON.parse(Buffer.from(bytes).toString("utf8")) as CheckResult);
  }
  return found;
}
