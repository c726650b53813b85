import { type Row, rows } from "@countersign/db";
import { selectPolicy, type Submission, type Tier } from "@countersign/domain";
import { msg } from "@countersign/words";
import type { Run } from "../kernel/command.ts";
import { personOf } from "../kernel/person.ts";
import { type PinnedPolicy, publishedPolicies } from "../policies/pinned.ts";
import { openRound } from "./round.ts";

interface Opening {
  model: Row<"model">;
  version: Row<"version">;
  environment: Row<"environment">;
  submission: Submission;
}

/** Opens the review of a frozen version for an environment, under the one published policy that applies. */
export async function openReview(
  run: Run,
  { model, version, environment, submission }: Opening,
): Promise<Row<"review">> {
  if (!["registered", "active", "restricted"].includes(model.state)) {
    run.refuse({
      kind: "wrong_state",
      what: "model",
      state: model.state,
      wanted: ["registered", "active", "restricted"],
    });
  }
  if (!model.tier) return run.refuse({ kind: "not_tiered", model: model.key });
  const [open] = await rows(run.tx, "review", {
    version_id: version.id,
    environment_id: environment.id,
    state: ["in_validation", "changes_requested", "pending_approval"],
  });
  if (open)
    run.refuse({
      kind: "already_exists",
      what: { text: msg("an open review, {url}"), values: { url: `${run.deps.portalUrl}/reviews/${open.id}` } },
    });
  const pinned = await choosePolicy(run, model, environment, submission);
  const id = run.deps.id("rev");
  const by = personOf(run);
  const due = new Date(Date.parse(run.at) + pinned.policy.reviewDays * 86_400_000).toISOString();
  const review = await run.insert("review", {
    id,
    version_id: version.id,
    model_id: model.id,
    workspace_id: model.workspace_id,
    environment_id: environment.id,
    policy_revision_id: pinned.revision.id,
    tier: model.tier,
    state: "in_validation",
    round: 1,
    requested_by: by,
    requested_at: run.at,
    due_at: due,
    ended_at: null,
  });
  await openRound(run, { review, number: 1, policy: pinned.policy, model, environment });
  run.record("review.opened", `review:${id}`);
  return review;
}

async function choosePolicy(
  run: Run,
  model: Row<"model">,
  environment: Row<"environment">,
  submission: Submission,
): Promise<PinnedPolicy> {
  const published = await publishedPolicies(run.tx, model.workspace_id);
  const chosen = selectPolicy(
    published.map(({ policy }) => policy),
    {
      tier: model.tier as Tier,
      environment: environment.key,
      task: submission.task,
      model: model.key,
    },
  );
  const pinned = chosen.ok ? published.find(({ policy }) => policy.key === chosen.policy.key) : undefined;
  if (!pinned)
    return run.refuse({
      kind: "no_policy",
      tier: model.tier ?? "",
      environment: environment.key,
      several: chosen.ok ? [] : chosen.several,
    });
  return pinned;
}
