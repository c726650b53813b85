import { blob, blobs, type Reader, type Row, rows } from "@countersign/db";
import type { PolicyDocument } from "@countersign/domain";

/** The document of a revision. A revision without its document is a fault, never an empty policy. */
export async function policyDocument(reader: Reader, revision: Row<"policy_revision">): Promise<PolicyDocument> {
  return documentIn(await blob(reader, revision.sha256), revision);
}

export interface PinnedPolicy {
  revision: Row<"policy_revision">;
  policy: PolicyDocument;
}

export async function pinnedPolicy(reader: Reader, review: Row<"review">): Promise<PinnedPolicy> {
  const pinned = (await pinnedPolicies(reader, [review])).get(review.policy_revision_id);
  if (!pinned) throw new Error(`review ${review.id} pins no policy`);
  return pinned;
}

/** The policies that reviews are decided under, by id of the revision. */
export async function pinnedPolicies(reader: Reader, reviews: Row<"review">[]): Promise<Map<string, PinnedPolicy>> {
  const pinned = reviews.map(({ policy_revision_id }) => policy_revision_id);
  const revisions = await rows(reader, "policy_revision", { id: [...new Set(pinned)] });
  return new Map((await withDocuments(reader, revisions)).map((one) => [one.revision.id, one]));
}

/** All published policies of a workspace. */
export async function publishedPolicies(reader: Reader, workspaceId: string): Promise<PinnedPolicy[]> {
  const revisions = await rows(reader, "policy_revision", { workspace_id: workspaceId, state: "published" });
  return withDocuments(reader, revisions);
}

async function withDocuments(reader: Reader, revisions: Row<"policy_revision">[]): Promise<PinnedPolicy[]> {
  const stored = await blobs(
    reader,
    revisions.map(({ sha256 }) => sha256),
  );
  return revisions.map((revision) => ({ revision, policy: documentIn(stored.get(revision.sha256), revision) }));
}

function documentIn(bytes: Uint8Array | null | undefined, { sha256 }: Row<"policy_revision">): PolicyDocument {
  if (!bytes) throw new Error(`the policy document ${sha256} is not stored`);
  return JSON.parse(Buffer.from(bytes).toString("utf8")) as PolicyDocument;
}
