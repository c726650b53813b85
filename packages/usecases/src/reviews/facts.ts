import { blobs, type Reader, type Row, rows } from "@countersign/db";
import type { CheckResult } from "@countersign/domain";
import { documentDigest, type EvidenceDocument } from "@countersign/record";
import { type PinnedPolicy, pinnedPolicy } from "../policies/pinned.ts";
import { buildEvidence, sealedEvidence } from "./evidence.ts";
import { versionInEnvironment } from "./round.ts";

/** Everything that the rules look at when they judge a review: loaded once, from one snapshot or one locked transaction. */
export interface ReviewFacts {
  review: Row<"review">;
  round: Row<"round">;
  version: Row<"version">;
  model: Row<"model">;
  environment: Row<"environment">;
  pinned: PinnedPolicy;
  /** The document that the round was sealed with. */
  evidence: EvidenceDocument | null;
  /** Digest of the evidence as it would be built now: differs when something material has changed. */
  evidenceNow: string;
  /** Version that the environment's alias names now. */
  champion: string | null;
  championFiles: Row<"version_file">[] | null;
  contributors: Row<"contributor">[];
  files: Row<"version_file">[];
  checkRuns: Row<"check_run">[];
  /** Check → what it measured, for the ended runs of the round. */
  results: Map<string, CheckResult>;
  decisions: Row<"decision">[];
  conditionSet: Row<"condition_set"> | null;
  conditions: Row<"condition">[];
  findings: Row<"finding">[];
  approval: Row<"approval"> | null;
  /** Grants in force in the workspace, by person. */
  rolesInForce: Map<string, string[]>;
  activePeople: Set<string>;
}

export async function loadFacts(
  reader: Reader,
  of: {
    review: Row<"review">;
    round: Row<"round">;
    version: Row<"version">;
    model: Row<"model">;
    environment: Row<"environment">;
  },
): Promise<ReviewFacts> {
  const { review, round, version } = of;
  const pinned = await pinnedPolicy(reader, review);
  const checkRuns = (await rows(reader, "check_run", { round_id: round.id }, { order: "check_key" })).filter(
    (run) => run.state !== "superseded",
  );
  const sets = await rows(reader, "condition_set", { review_id: review.id, state: ["proposed", "adopted"] });
  const conditionSet = sets[0] ?? null;
  const grants = await rows(reader, "role_grant", { workspace_id: review.workspace_id, state: "active" });
  const people = await rows(reader, "person", {
    id: [...new Set(grants.map((grant) => grant.person_id))],
    state: "active",
  });
  const approvals = await rows(reader, "approval", { review_id: review.id });
  const rolesInForce = new Map<string, string[]>();
  for (const grant of grants)
    rolesInForce.set(grant.person_id, [...(rolesInForce.get(grant.person_id) ?? []), grant.role]);
  return {
    ...of,
    pinned,
    evidence: await sealedEvidence(reader, round),
    evidenceNow: documentDigest(await buildEvidence(reader, { ...of, policySha256: pinned.revision.sha256 })),
    champion: await versionInEnvironment({ tx: reader }, of.model.id, of.environment),
    championFiles: round.base_version_id
      ? await rows(reader, "version_file", { version_id: round.base_version_id })
      : null,
    contributors: await rows(reader, "contributor", { version_id: version.id }),
    files: await rows(reader, "version_file", { version_id: version.id }, { order: "path" }),
    checkRuns,
    results: await loadResults(reader, checkRuns),
    decisions: await rows(reader, "decision", { round_id: round.id }, { order: "signed_at" }),
    conditionSet,
    conditions: conditionSet ? await rows(reader, "condition", { set_id: conditionSet.id }, { order: "number" }) : [],
    findings: await rows(reader, "finding", { review_id: review.id }, { order: "number" }),
    approval: approvals[0] ?? null,
    rolesInForce,
    activePeople: new Set(people.map((person) => person.id)),
  };
}

/** What each of these runs measured, by check. */
export async function loadResults(reader: Reader, runs: Row<"check_run">[]): Promise<Map<string, CheckResult>> {
  const results = new Map<string, CheckResult>();
  const stored = await blobs(
    reader,
    runs.flatMap(({ result_sha256 }) => result_sha256 ?? []),
  );
  for (const run of runs) {
    const bytes = run.result_sha256 ? stored.get(run.result_sha256) : undefined;
    if (bytes) results.set(run.check_key, JSON.parse(Buffer.from(bytes).toString("utf8")) as CheckResult);
  }
  return results;
}
