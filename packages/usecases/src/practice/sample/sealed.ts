import type { Row } from "@countersign/db";
import { judge, type Role } from "@countersign/domain";
import { documentDigest, evidenceDocument } from "@countersign/record";
import { sampleFiles } from "./files.ts";
import { samplePolicy } from "./policy.ts";
import { sampleResults } from "./results.ts";
import { sampleRows } from "./rows.ts";

type CheckRun = Row<"check_run">;

/** The sample with its checks ended and its round sealed, before anybody has done anything. */
export function sealedSample(role: Role, at: string) {
  const policy = samplePolicy(role);
  const policySha256 = documentDigest(policy);
  const { contributors, ...rows } = sampleRows(at);
  const { base, version, review } = rows;
  const [championFiles, files] = [sampleFiles(base.id), sampleFiles(version.id)];
  const results = sampleResults("now", policy.checks, files, championFiles);
  const round: Row<"round"> = {
    id: "rnd_practice",
    review_id: review.id,
    number: 1,
    state: "sealed",
    base_version_id: base.id,
    evidence_sha256: null,
    opened_at: review.requested_at,
    sealed_at: review.requested_at,
    closed_at: null,
  };
  const checkRuns = policy.checks.map((rule): CheckRun => {
    const result = results.get(rule.check);
    const { verdict, outcome } = judge(rule, result);
    return {
      id: `chk_practice_${rule.check.replaceAll(".", "_")}`,
      review_id: review.id,
      round_id: round.id,
      check_key: rule.check,
      attempt: 1,
      state: "ended",
      status: result?.status ?? null,
      verdict,
      outcome,
      result_sha256: result ? documentDigest(result) : null,
      queued_at: round.opened_at,
      ended_at: round.opened_at,
    };
  });
  const evidence = evidenceDocument({ ...rows, round, policySha256, runs: checkRuns, files });
  const evidenceNow = documentDigest(evidence);
  return {
    ...rows,
    contributors,
    policy,
    revision: revisionOf(review, policySha256),
    files,
    championFiles,
    checkRuns,
    results,
    baseResults: sampleResults("before", policy.checks, championFiles, []),
    evidence,
    evidenceNow,
    round: { ...round, evidence_sha256: evidenceNow },
  };
}

const revisionOf = (
  { policy_revision_id, workspace_id, requested_at }: Row<"review">,
  sha256: string,
): Row<"policy_revision"> => ({
  id: policy_revision_id,
  policy_id: "pol_practice",
  workspace_id,
  number: 1,
  sha256,
  state: "published",
  proposed_by: "usr_practice_owner",
  confirmed_by: "usr_practice_signer",
  proposed_at: requested_at,
  published_at: requested_at,
  ended_at: null,
});
