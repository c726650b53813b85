import { type Reader, type Row, rows } from "@countersign/db";
import {
  type Allowed,
  isPermitted,
  policyDifferences,
  type PolicyListItem,
  type PolicyRevisionView,
  type PolicyView,
} from "@countersign/domain";
import { z } from "zod";
import type { KnownActor } from "../kernel/actor.ts";
import { defineQuery } from "../kernel/query.ts";
import { keyText } from "../kernel/texts.ts";
import { People } from "../people/names.ts";
import { keptDryRun } from "./kept-dry-run.ts";
import { policyDocument } from "./pinned.ts";

const revisionView = (people: People, revision: Row<"policy_revision">): PolicyRevisionView => ({
  id: revision.id,
  number: revision.number,
  state: revision.state,
  sha256: revision.sha256,
  proposedBy: people.get(revision.proposed_by),
  proposedAt: revision.proposed_at,
  confirmedBy: people.get(revision.confirmed_by),
  publishedAt: revision.published_at,
  endedAt: revision.ended_at,
});

const namesOf = (reader: Reader, revisions: Row<"policy_revision">[], others: (string | null)[] = []) =>
  People.load(reader, [
    ...revisions.flatMap(({ proposed_by, confirmed_by }) => [proposed_by, confirmed_by]),
    ...others,
  ]);

/** Policies of the actor's workspaces, with what is in force and what waits for a second person. */
export const policyList = defineQuery({
  name: "policy.list",
  input: z.strictObject({}),
  roles: "any",
  see: async () => ({ workspaceId: null }),
  async run({ reader, known }): Promise<PolicyListItem[]> {
    const policies = await rows(reader, "policy", { workspace_id: known.workspaces }, { order: "key" });
    const revisions = await rows(reader, "policy_revision", { workspace_id: known.workspaces }, { order: "number" });
    const open = await rows(reader, "review", { workspace_id: known.workspaces, ended_at: null });
    const people = await namesOf(reader, revisions);
    return Promise.all(
      policies.map(async ({ id, key }) => {
        const own = revisions.filter((revision) => revision.policy_id === id);
        const published = own.find((revision) => revision.state === "published");
        const proposed = own.findLast((revision) => revision.state === "proposed");
        const shown = published ?? own.at(-1);
        if (!shown) throw new Error(`the policy ${id} has no revision`);
        const { title, appliesTo } = await policyDocument(reader, shown);
        return {
          key,
          title,
          appliesTo,
          published: published ? revisionView(people, published) : null,
          proposed: proposed ? revisionView(people, proposed) : null,
          openReviews: open.filter((review) => own.some((revision) => revision.id === review.policy_revision_id))
            .length,
        };
      }),
    );
  },
});

/** One revision: the one that was asked for, else the one in force, else the newest. */
export const policyView = defineQuery({
  name: "policy.view",
  input: z.strictObject({ policy: keyText, revision: z.int().positive().optional() }),
  roles: "any",
  async see({ reader, known }, input) {
    const [policy] = await rows(reader, "policy", { workspace_id: known.workspaces, key: input.policy });
    if (!policy) return null;
    const revisions = await rows(reader, "policy_revision", { policy_id: policy.id }, { order: "number" });
    const shown =
      input.revision === undefined
        ? (revisions.find((revision) => revision.state === "published") ?? revisions.at(-1))
        : revisions.find((revision) => revision.number === input.revision);
    return shown ? { workspaceId: policy.workspace_id, policy, revisions, shown } : null;
  },
  async run({ reader, known }, { policy, revisions, shown }): Promise<PolicyView> {
    const document = await policyDocument(reader, shown);
    // What was never in force is no base: a rejected proposal changed nothing.
    const base = revisions.findLast((other) => other.number < shown.number && other.published_at !== null);
    const reviews = await rows(reader, "review", { policy_revision_id: shown.id, ended_at: null });
    const versions = await rows(reader, "version", { id: reviews.map((review) => review.version_id) });
    const models = await rows(reader, "model", { id: reviews.map((review) => review.model_id) });
    const environments = await rows(reader, "environment", { id: reviews.map((review) => review.environment_id) });
    const people = await namesOf(reader, revisions, [known.personId]);
    return {
      key: policy.key,
      revision: revisionView(people, shown),
      document,
      revisions: revisions.toReversed().map((revision) => revisionView(people, revision)),
      differences: base
        ? { against: base.number, list: policyDifferences(await policyDocument(reader, base), document) }
        : null,
      dryRun: await keptDryRun(reader, shown),
      reviews: reviews.flatMap((review) => {
        const version = versions.find(({ id }) => id === review.version_id);
        const model = models.find(({ id }) => id === review.model_id);
        const environment = environments.find(({ id }) => id === review.environment_id);
        if (!version || !model || !environment || !(known.models?.includes(model.key) ?? true)) return [];
        const { id, number, label } = version;
        return [{ id: review.id, model: model.title, version: { id, number, label }, environment: environment.key }];
      }),
      you: {
        person: people.get(known.personId ?? ""),
        roles: known.rolesIn(policy.workspace_id),
        confirm: mayConfirm(known, shown),
        propose: isPermitted("policy.publish", known.actor.kind, known.rolesIn(policy.workspace_id)),
      },
    };
  },
});

/** What `policy.confirm` will say, so that the page offers no button that is refused. */
function mayConfirm(known: KnownActor, revision: Row<"policy_revision">): Allowed {
  if (revision.state !== "proposed") return { allowed: false, why: `This revision is ${revision.state}.` };
  if (!isPermitted("policy.confirm", known.actor.kind, known.rolesIn(revision.workspace_id)))
    return { allowed: false, why: "It waits for a model risk manager or compliance officer." };
  if (revision.proposed_by === known.personId)
    return { allowed: false, why: "You proposed it: another model risk manager or compliance officer confirms it." };
  return { allowed: true };
}
