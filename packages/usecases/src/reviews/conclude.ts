import { rows } from "@countersign/db";
import { moveAlias } from "../aliases/move.ts";
import type { Run } from "../kernel/command.ts";
import type { DecisionAct } from "./decide.ts";
import { loadFacts, type ReviewFacts } from "./facts.ts";
import { verdictOf } from "./rules.ts";

/**
 * Records a decision and what follows from it, in the deciding transaction: the recommendation hands over to the
 * approvers, the last approval grants, a rejection ends. Returns the review's new state.
 */
export async function concludeReview(run: Run, before: ReviewFacts, act: DecisionAct): Promise<string> {
  const { review, round } = before;
  const stream = `review:${review.id}`;
  if (act === "request_changes") {
    await run.update("review", review.id, { state: "changes_requested" }, { state: review.state });
    await run.update("round", round.id, { state: "closed", closed_at: run.at }, { state: "sealed" });
    run.record("review.changes_requested", stream);
    return "changes_requested";
  }
  if (act === "recommend") {
    await run.update("review", review.id, { state: "pending_approval" }, { state: review.state });
    run.record("decision.signed", stream);
    return "pending_approval";
  }
  run.record("decision.signed", stream);
  const facts = await loadFacts(run.tx, before);
  const verdict = verdictOf(facts, run.at);
  if (verdict.state === "rejected") {
    await run.update("review", review.id, { state: "rejected", ended_at: run.at }, { state: review.state });
    await run.update("round", round.id, { state: "closed", closed_at: run.at }, { state: "sealed" });
    run.record("review.rejected", stream);
    return "rejected";
  }
  if (verdict.state === "not_approved") return review.state;
  await grant(run, facts, verdict.state);
  return verdict.state;
}

/** The approval, its conditions, the review's end and the alias: one transaction, or none of it. */
async function grant(run: Run, facts: ReviewFacts, state: "approved" | "approved_with_conditions"): Promise<void> {
  const { review, round, version, environment, conditionSet, pinned } = facts;
  const id = run.deps.id("apr");
  for (const earlier of await rows(run.tx, "approval", {
    version_id: version.id,
    environment_id: environment.id,
    state: "valid",
  })) {
    await run.update("approval", earlier.id, { state: "stale", ended_at: run.at }, { state: "valid" });
    run.record("approval.staled", `approval:${earlier.id}`, { by: id });
  }
  await run.insert("approval", {
    id,
    review_id: review.id,
    round_id: round.id,
    version_id: version.id,
    model_id: version.model_id,
    workspace_id: review.workspace_id,
    environment_id: environment.id,
    policy_revision_id: review.policy_revision_id,
    evidence_sha256: round.evidence_sha256 ?? "",
    conditions_sha256: conditionSet?.sha256 ?? null,
    state: "valid",
    granted_at: run.at,
    valid_until: new Date(Date.parse(run.at) + pinned.policy.validityDays * 86_400_000).toISOString(),
    ended_at: null,
  });
  run.record("approval.granted", `approval:${id}`);
  await run.update("review", review.id, { state, ended_at: run.at }, { state: review.state });
  await run.update("round", round.id, { state: "closed", closed_at: run.at }, { state: "sealed" });
  for (const condition of facts.conditions)
    await run.update("condition", condition.id, { state: "in_force" }, { state: "proposed" });
  if (conditionSet) await run.update("condition_set", conditionSet.id, { state: "adopted" }, { state: "proposed" });
  run.record("review.approved", `review:${review.id}`, { approval_id: id });
  await activate(run, facts);
}

/** The model's first approved version makes it active; where the policy says so, the environment's aliases move at once. */
async function activate(run: Run, { model, version, environment, pinned }: ReviewFacts): Promise<void> {
  await run.lock(`model:${model.id}`);
  const [current] = await rows(run.tx, "model", { id: model.id });
  if (!current) throw new Error(`model ${model.id} is gone`);
  if (current.state === "registered") {
    await run.update("model", model.id, { state: "active" }, { state: "registered" });
    run.record("model.activated", `model:${model.id}`);
  }
  if (pinned.policy.promotion !== "on_approval") return;
  for (const alias of environment.protects.filter((pattern) => !pattern.endsWith("*"))) {
    await moveAlias(run, current, alias, version, "approved");
  }
}
