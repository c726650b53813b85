import { type Deps, execute, recordCheckResult, roundPlan, sealRound } from "@countersign/usecases";
import type pg from "pg";

const actor = { kind: "job", name: "round_check" } as const;

/**
 * A round whose job has used up its attempts would gather for ever. Its open checks end as errors, which never pass and may
 * be asked for again; then it is sealed. Returns the rounds.
 */
export async function endGivenUpRounds(deps: Deps, pool: pg.Pool): Promise<string[]> {
  const jobs = await pool.query<{
    id: string;
    payload: { round_id: string; claimed_at: string | null };
    attempts: number;
  }>(
    `select j.id::text, j.payload, j.attempts from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = 'round_check' and j.attempts >= j.max_attempts and j.locked_at is null`,
  );
  const ended: string[] = [];
  for (const { id, payload, attempts } of jobs.rows) {
    const { round_id: roundId, claimed_at: claimedAt } = payload;
    const own: Deps = claimedAt ? { ...deps, origin: "seed", now: () => new Date(claimedAt) } : deps;
    const plan = await roundPlan(own, roundId);
    if (plan?.state === "gathering") {
      const reason = `The checks were begun ${attempts} times and did not come to their end. The worker's log says why; ask for the check again once that is mended.`;
      for (const { checkRunId, rule } of plan.queued) {
        const result = {
          check: rule.check,
          version: "0.0.0",
          params: rule.params ?? {},
          status: "error",
          reason,
          measurements: [],
          assurance: "inspected",
          inputs: {},
          engine: {},
          isolation: "not run",
        };
        await execute(own, actor, recordCheckResult, { checkRunId, result });
      }
      const sealed = await execute(own, actor, sealRound, { reviewId: plan.reviewId, roundId });
      if (!sealed.ok && sealed.refusal.kind !== "wrong_state") throw new Error(`sealing: ${sealed.refusal.kind}`);
      ended.push(roundId);
    }
    await pool.query("select graphile_worker.complete_jobs(array[$1]::bigint[])", [id]);
  }
  return ended;
}
