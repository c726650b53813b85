import { type Row, row, rows } from "@countersign/db";
import { applies, type Task, type Tier } from "@countersign/domain";
import type { Run } from "../kernel/command.ts";
import { policyDocument } from "../policies/pinned.ts";

/**
 * Ends approvals of a model whose policy does not cover the tier it has now: what was decided for a lower tier says
 * nothing about a higher one (peers 5.4, 5.6). The next approval is asked for under the policy of the new tier.
 */
export async function staleApprovals(run: Run, model: Row<"model">, tier: Tier): Promise<void> {
  for (const found of await rows(run.tx, "approval", { model_id: model.id, state: ["valid", "suspended"] })) {
    await run.lock(`approval:${found.id}`);
    const approval = await row(run.tx, "approval", found.id);
    const revision = await row(run.tx, "policy_revision", found.policy_revision_id);
    const environment = await row(run.tx, "environment", found.environment_id);
    if (!approval || !revision || !environment) throw new Error(`approval ${found.id} is incomplete`);
    if (approval.state !== found.state) continue;
    const policy = await policyDocument(run.tx, revision);
    if (applies(policy, { tier, environment: environment.key, task: model.task as Task, model: model.key })) continue;
    await run.update("approval", approval.id, { state: "stale", ended_at: run.at }, { state: approval.state });
    run.record("approval.staled", `approval:${approval.id}`, { by: model.id });
  }
}
