import { type Reader, row, type Row, rows } from "@countersign/db";
import type { PolicyCheck, PolicyDocument, Submission, VersionFile } from "@countersign/domain";
import { readSnapshot } from "@countersign/db";
import type { Deps } from "../kernel/deps.ts";
import { pinnedPolicy } from "../policies/pinned.ts";
import { submissionOf } from "../versions/submission.ts";

/** What the worker needs to run the queued checks of a round. */
export interface RoundPlan {
  reviewId: string;
  roundId: string;
  state: string;
  queued: { checkRunId: string; rule: PolicyCheck }[];
  version: PlannedVersion;
  base: PlannedVersion | null;
}

export interface PlannedVersion {
  id: string;
  label: string;
  submission: Submission;
  files: VersionFile[];
}

/** The plan of a round, or null where the round is no longer the open one. */
export async function roundPlan(deps: Deps, roundId: string): Promise<RoundPlan | null> {
  return readSnapshot(deps.database, async (reader) => {
    const round = await row(reader, "round", roundId);
    const review = round ? await row(reader, "review", round.review_id) : null;
    if (!round || !review || review.round !== round.number) return null;
    const { policy } = await pinnedPolicy(reader, review);
    const runs = await rows(reader, "check_run", { round_id: round.id, state: "queued" });
    const version = await planned(reader, review.version_id);
    if (!version) return null;
    return {
      reviewId: review.id,
      roundId: round.id,
      state: round.state,
      queued: runs.flatMap((run) =>
        policy.checks
          .filter((rule) => rule.check === run.check_key)
          .map((rule) => ({ checkRunId: run.id, rule: withFavourable(rule, policy) })),
      ),
      version,
      base: round.base_version_id ? await planned(reader, round.base_version_id) : null,
    };
  });
}

/** The policy's favourable side goes before the submission's, for the checks that ask which side favours people. */
function withFavourable(rule: PolicyCheck, policy: PolicyDocument): PolicyCheck {
  return policy.favourable && rule.check.startsWith("fairness.")
    ? { ...rule, params: { favourable: policy.favourable, ...rule.params } }
    : rule;
}

async function planned(reader: Reader, versionId: string): Promise<PlannedVersion | null> {
  const version: Row<"version"> | null = await row(reader, "version", versionId);
  if (!version) return null;
  const files = await rows(reader, "version_file", { version_id: version.id }, { order: "path" });
  return {
    id: version.id,
    label: version.label ?? String(version.number),
    submission: await submissionOf({ tx: reader }, version),
    files: files.map((file) => ({
      role: file.role as VersionFile["role"],
      path: file.path,
      sha256: file.sha256,
      size: file.size,
      ...(file.part ? { part: file.part } : {}),
    })),
  };
}
