import { type Reader, sql } from "@countersign/db";
import { type CheckView, type CheckVerdict, judge, type OutcomeClass } from "@countersign/domain";
import type { ReviewFacts } from "./facts.ts";

const order: Record<string, number> = { error: 0, fail: 1, insufficient: 2, warn: 3, skipped: 5, pass: 6 };

/** Where the running checks of the round stand, by their id. */
export async function checkProgress(reader: Reader, facts: ReviewFacts): Promise<Map<string, string>> {
  const found = await reader.db.execute<{ check_run_id: string; note: string }>(
    sql`select check_run_id, note from ops.check_progress where check_run_id in ${["", ...facts.checkRuns.map((checkRun) => checkRun.id)]}`,
  );
  return new Map(found.rows.map((entry) => [entry.check_run_id, entry.note]));
}

/** The checks of the round: what blocks first, what passed last. */
export function checkViews(facts: ReviewFacts, progress: ReadonlyMap<string, string>): CheckView[] {
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
      progress: progress.get(checkRun.id) ?? null,
    };
  });
  const rank = (view: CheckView): number =>
    (view.outcome === "blocks" ? 0 : view.outcome === "condition" ? 10 : 20) + (order[view.verdict ?? ""] ?? 4);
  return views.toSorted((a, b) => rank(a) - rank(b) || (a.check < b.check ? -1 : 1));
}
