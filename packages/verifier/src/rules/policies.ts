import { applies, type Task, type Tier } from "@countersign/policy";
import type { Row } from "@countersign/record";
import { phrase } from "@countersign/words";
import { becomes, byHand, changes, type Moment, policyOf, standing } from "./moment.ts";

/** Roles that may publish what another has proposed. */
const publishers: readonly string[] = ["model_risk_manager", "compliance_officer"];

/** A revision is published by a second person who may, never by whoever proposed it. */
export function policiesFounded(moment: Moment): void {
  const { leaf, state } = moment;
  for (const { after, before } of changes(moment, "policy_revision")) {
    const problem = !before
      ? after.state === "proposed" && leaf.core.actor.person === after.proposed_by
        ? null
        : phrase("it begins otherwise than proposed by its author")
      : after.state !== "published" || before.state === "published"
        ? null
        : !byHand(moment, after.confirmed_by)
          ? phrase("it was published by somebody else than it says")
          : after.confirmed_by === after.proposed_by
            ? phrase("its author published it")
            : before.state !== "proposed" || leaf.core.act !== "policy.published"
              ? becomes(before, after)
              : mayPublish(state, after)
                ? null
                : phrase("whoever published it had no role to");
    if (problem)
      moment.object(
        "policy_unfounded",
        phrase("revision {n} of {policy}: {problem}", { n: after.number, policy: after.policy_id, problem }),
      );
  }
}

const mayPublish = (state: Moment["state"], revision: Row<"policy_revision">): boolean => {
  const held = standing(state, revision.workspace_id);
  const by = revision.confirmed_by ?? "";
  // A publisher who signed nothing here may be outside the bundle: then there is no row to judge, and the two-person rule stands alone.
  return (
    !state.person.has(by) ||
    (held.active.includes(by) && Boolean(held.roles.get(by)?.some((role) => publishers.includes(role))))
  );
};

/** A review is opened under a published revision that covers the model as it was tiered. */
export function policyApplies(moment: Moment): void {
  const { state, blobs } = moment;
  for (const { after: review, before } of changes(moment, "review")) {
    if (before) continue;
    const revision = state.policy_revision.get(review.policy_revision_id);
    const policy = policyOf(blobs, revision);
    const [model, version, environment] = [
      state.model.get(review.model_id),
      state.version.get(review.version_id),
      state.environment.get(review.environment_id),
    ];
    if (!policy) moment.object("policy_unfounded", review.policy_revision_id);
    else if (
      !model ||
      !version ||
      !environment ||
      version.model_id !== model.id ||
      revision?.state !== "published" ||
      model.tier !== review.tier ||
      !applies(policy, {
        tier: review.tier as Tier,
        environment: environment.key,
        task: version.task as Task,
        model: model.key,
      })
    ) {
      moment.object("policy_not_applying", phrase("{policy} for {review}", { policy: policy.key, review: review.id }));
    }
  }
}
