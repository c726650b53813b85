import type { EvaluateInput } from "./evaluate-input.ts";
import type { Reason } from "./reasons.ts";
import { applies } from "./select.ts";
import { isInstant } from "./time.ts";
import type { PolicyDocument } from "./types.ts";

/** Model states in which an approval may be granted and may stand. */
export const usableModelStates: readonly string[] = ["registered", "active", "restricted"];

const openReviews: readonly string[] = ["in_validation", "changes_requested", "pending_approval"];
const positiveReviews: readonly string[] = ["approved", "approved_with_conditions"];

/** What stands in the way before any evidence is looked at: time, policy, environment, model, version, review. */
export function settingReasons(input: EvaluateInput): Reason[] {
  const { at, policy, environment, model, version, review } = input;
  const reasons: Reason[] = [];
  if (!isInstant(at)) reasons.push({ kind: "unreadable_time", field: "at" });
  if (environment === null) reasons.push({ kind: "unknown_environment" });
  reasons.push(...modelReasons(model));
  reasons.push(...(policy ? policyReasons(policy, input) : noPolicy(input)));
  if (version.state !== "frozen") reasons.push({ kind: "version_not_frozen", state: version.state });
  if (version.identity === null || version.identity === "") reasons.push({ kind: "version_without_identity" });
  reasons.push(...contributorReasons(version.contributors));
  if (!openReviews.includes(review.state) && !positiveReviews.includes(review.state))
    reasons.push({ kind: "review_ended", state: review.state });
  return reasons;
}

export function modelReasons(model: { key: string; state: string; tier?: string | null }): Reason[] {
  const reasons: Reason[] = [];
  if (model.state === "proposed") reasons.push({ kind: "model_proposed", model: model.key });
  else if (model.state === "suspended") reasons.push({ kind: "model_suspended", model: model.key });
  else if (!usableModelStates.includes(model.state))
    reasons.push({ kind: "model_ended", model: model.key, state: model.state });
  if (model.tier === null) reasons.push({ kind: "untiered_model", model: model.key });
  return reasons;
}

function noPolicy({ several, model, environment }: EvaluateInput): Reason[] {
  if (several && several.length > 0) return [{ kind: "several_policies", policies: several.toSorted() }];
  return [{ kind: "no_policy", tier: model.tier ?? "", environment: environment ?? "" }];
}

function policyReasons(policy: PolicyDocument, { model, environment, version }: EvaluateInput): Reason[] {
  const reasons: Reason[] = [];
  if (
    model.tier !== null &&
    environment !== null &&
    !applies(policy, { tier: model.tier, environment, task: version.task, model: model.key })
  ) {
    reasons.push({ kind: "policy_does_not_apply", policy: policy.key, tier: model.tier, environment });
  }
  if (!policy.signOffs.some((signOff) => signOff.act === "approve"))
    reasons.push({ kind: "no_approver", policy: policy.key });
  for (const signOff of policy.signOffs) {
    if (!Number.isSafeInteger(signOff.count) || signOff.count < 1)
      reasons.push({ kind: "empty_quorum", role: signOff.role });
  }
  return reasons;
}

/** Nobody declared counts as one unmapped contributor: independence cannot be shown against an unknown author. */
function contributorReasons(contributors: EvaluateInput["version"]["contributors"]): Reason[] {
  const unmapped = contributors.filter((contributor) => contributor.person === null);
  if (contributors.length > 0 && unmapped.length === 0) return [];
  const undeclared = contributors.length === 0 || unmapped.every((contributor) => contributor.kind === "undeclared");
  return [{ kind: "contributor_unmapped", count: Math.max(1, unmapped.length), undeclared }];
}
