import { blob, type Reader, row, type Row, rows } from "@countersign/db";
import type { PolicyDocument } from "@countersign/domain";

/** The document of a revision. A revision without its document is a fault, never an empty policy. */
export async function policyDocument(reader: Reader, revision: Row<"policy_revision">): Promise<PolicyDocument> {
  const bytes = await blob(reader, revision.sha256);
  if (!bytes) throw new Error(`the policy document ${revision.sha256} is not stored`);
  return JSON.parse(Buffer.from(bytes).toString("utf8")) as PolicyDocument;
}

export interface PinnedPolicy {
  revision: Row<"policy_revision">;
  policy: PolicyDocument;
}

export async function pinnedPolicy(reader: Reader, review: Row<"review">): Promise<PinnedPolicy> {
  const revision = await row(reader, "policy_revision", review.policy_revision_id);
  if (!revision) throw new Error(`review ${review.id} pins no policy`);
  return { revision, policy: await policyDocument(reader, revision) };
}

/** All published policies of a workspace. */
export async function publishedPolicies(reader: Reader, workspaceId: string): Promise<PinnedPolicy[]> {
  const revisions = await rows(reader, "policy_revision", { workspace_id: workspaceId, state: "published" });
  const pinned: PinnedPolicy[] = [];
  for (const revision of revisions) pinned.push({ revision, policy: await policyDocument(reader, revision) });
  return pinned;
}
