import { type Reader, type Row, rows } from "@countersign/db";

/**
 * Streams of a version's bundle: the version, its model, reviews and approvals, the
 * versions they compared with, the tokens that drafted any of these, the policies they pinned, the workspace with its environments, and the people who
 * signed, built, asked, granted or confirmed (their role events).
 */
export async function streamsInScope(reader: Reader, version: Row<"version">): Promise<string[]> {
  const reviews = await rows(reader, "review", { version_id: version.id });
  const reviewIds = reviews.map((review) => review.id);
  const approvals = await rows(reader, "approval", { version_id: version.id });
  const revisions = await rows(reader, "policy_revision", { id: reviews.map((review) => review.policy_revision_id) });
  const decisions = await rows(reader, "decision", { review_id: reviewIds });
  const contributors = await rows(reader, "contributor", { version_id: version.id });
  const conditions = await rows(reader, "condition", { review_id: reviewIds });
  const rounds = await rows(reader, "round", { review_id: reviewIds });
  const bases = rounds.flatMap((round) => round.base_version_id ?? []);
  // A compared version is read with its contributors, and the owner of its token is one of them.
  const compared = await rows(reader, "version", { id: bases });
  const tokens = await rows(reader, "token", {
    id: [version, ...compared].flatMap((drafted) => drafted.token_id ?? []),
  });
  const first = [
    ...decisions.map((decision) => decision.person_id),
    ...contributors.flatMap((contributor) => [contributor.person_id, contributor.mapped_by]),
    ...conditions.map((condition) => condition.owner_id),
    ...tokens.map((token) => token.owner_id),
    version.drafted_by,
    ...reviews.map((review) => review.requested_by),
    ...revisions.flatMap((revision) => [revision.proposed_by, revision.confirmed_by]),
  ];
  const people = await withGrantors(reader, new Set(first.filter((id) => id !== null)));
  return [
    "instance:instance",
    `workspace:${version.workspace_id}`,
    "workspace:wsp_default",
    `version:${version.id}`,
    `model:${version.model_id}`,
    ...bases.map((id) => `version:${id}`),
    ...tokens.map((token) => `token:${token.id}`),
    ...reviewIds.map((id) => `review:${id}`),
    ...approvals.map((approval) => `approval:${approval.id}`),
    ...revisions.map((revision) => `policy:${revision.policy_id}`),
    ...people.map((id) => `person:${id}`),
  ]
    .filter((stream, i, all) => all.indexOf(stream) === i)
    .toSorted();
}

/** People with everybody who granted or confirmed their roles, and those who granted theirs: back to set-up. */
async function withGrantors(reader: Reader, people: Set<string>): Promise<string[]> {
  for (let before = -1; before !== people.size;) {
    before = people.size;
    const grants = await rows(reader, "role_grant", { person_id: [...people] });
    for (const grant of grants) for (const id of [grant.granted_by, grant.confirmed_by]) if (id) people.add(id);
  }
  return [...people];
}
