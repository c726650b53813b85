import { blobs, type Reader, type Row, rows } from "@countersign/db";
import type { CheckResult } from "@countersign/domain";
import { documentDigest, evidenceDocument, type EvidenceDocument } from "@countersign/record";
import { byId } from "../kernel/by-id.ts";
import { type PinnedPolicy, pinnedPolicies } from "../policies/pinned.ts";
import { versionNamed } from "./round.ts";

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
  /** Assignments that have not been ended. */
  assignments: Row<"assignment">[];
  approval: Row<"approval"> | null;
  /** Grants in force in the workspace, by person. */
  rolesInForce: Map<string, string[]>;
  activePeople: Set<string>;
}

/** A review with its open round. */
export interface ReviewStand {
  review: Row<"review">;
  round: Row<"round">;
}

/** The same, and what it is about. */
export interface ReviewPlace extends ReviewStand {
  version: Row<"version">;
  model: Row<"model">;
  environment: Row<"environment">;
}

/** The facts of one review whose rows are at hand. */
export async function loadFacts(reader: Reader, place: ReviewPlace): Promise<ReviewFacts> {
  const [facts] = await loadAll(reader, [place]);
  if (!facts) throw new Error(`review ${place.review.id} has no facts`);
  return facts;
}

/** The facts of one review. */
export async function factsOf(reader: Reader, review: Row<"review">): Promise<ReviewFacts> {
  const facts = (await factsOfAll(reader, [review])).get(review.id);
  if (!facts) throw new Error(`review ${review.id} has no facts`);
  return facts;
}

/** The facts of many reviews by id: as many questions to the database as for one. */
export async function factsOfAll(reader: Reader, reviews: Row<"review">[]): Promise<Map<string, ReviewFacts>> {
  return factsAt(reader, [...(await standsOf(reader, reviews)).values()]);
}

/** The same where the open rounds are at hand. */
export async function factsAt(reader: Reader, stands: ReviewStand[]): Promise<Map<string, ReviewFacts>> {
  const places = [...(await placesAt(reader, stands)).values()];
  return new Map((await loadAll(reader, places)).map((facts) => [facts.review.id, facts]));
}

/** Reviews by id with their open rounds. */
export async function standsOf(reader: Reader, reviews: Row<"review">[]): Promise<Map<string, ReviewStand>> {
  const rounds = await rows(reader, "round", { review_id: ids(reviews.map(({ id }) => id)) });
  const roundsOf = Map.groupBy(rounds, (round) => round.review_id);
  return new Map(
    reviews.map((review): [string, ReviewStand] => {
      const round = roundsOf.get(review.id)?.find(({ number }) => number === review.round);
      if (!round) throw new Error(`review ${review.id} has no round`);
      return [review.id, { review, round }];
    }),
  );
}

/** Reviews by id with their open rounds and what they are about. */
export const placesOf = async (reader: Reader, reviews: Row<"review">[]): Promise<Map<string, ReviewPlace>> =>
  placesAt(reader, [...(await standsOf(reader, reviews)).values()]);

async function placesAt(reader: Reader, stands: ReviewStand[]): Promise<Map<string, ReviewPlace>> {
  const reviews = stands.map(({ review }) => review);
  const [versions, models, environments] = [
    byId(await rows(reader, "version", { id: ids(reviews.map(({ version_id }) => version_id)) })),
    byId(await rows(reader, "model", { id: ids(reviews.map(({ model_id }) => model_id)) })),
    byId(await rows(reader, "environment", { id: ids(reviews.map(({ environment_id }) => environment_id)) })),
  ];
  return new Map(
    stands.map(({ review, round }): [string, ReviewPlace] => {
      const version = versions.get(review.version_id);
      const model = models.get(review.model_id);
      const environment = environments.get(review.environment_id);
      if (!version || !model || !environment) throw new Error(`review ${review.id} is incomplete`);
      return [review.id, { review, round, version, model, environment }];
    }),
  );
}

async function loadAll(reader: Reader, places: ReviewPlace[]): Promise<ReviewFacts[]> {
  const reviews = places.map(({ review }) => review);
  const reviewIds = ids(reviews.map(({ id }) => id));
  const roundIds = ids(places.map(({ round }) => round.id));
  const versionIds = ids(places.map(({ version }) => version.id));
  const baseIds = ids(places.map(({ round }) => round.base_version_id));
  const pinned = await pinnedPolicies(reader, reviews);
  const runs = await rows(reader, "check_run", { round_id: roundIds }, { order: "check_key" });
  const runsOf = Map.groupBy(runs, (run) => run.round_id);
  const documents = await blobs(
    reader,
    ids([...runs.map(({ result_sha256 }) => result_sha256), ...places.map(({ round }) => round.evidence_sha256)]),
  );
  const sets = await rows(reader, "condition_set", { review_id: reviewIds, state: ["proposed", "adopted"] });
  const conditions = await rows(reader, "condition", { set_id: sets.map(({ id }) => id) }, { order: "number" });
  const setOf = new Map(sets.toReversed().map((set) => [set.review_id, set]));
  const conditionsOf = Map.groupBy(conditions, (condition) => condition.set_id);
  const files = await rows(reader, "version_file", { version_id: ids([...versionIds, ...baseIds]) }, { order: "path" });
  const filesOf = Map.groupBy(files, (file) => file.version_id);
  const contributors = await rows(reader, "contributor", { version_id: versionIds });
  const contributorsOf = Map.groupBy(contributors, (contributor) => contributor.version_id);
  const decisions = await rows(reader, "decision", { round_id: roundIds }, { order: "signed_at" });
  const decisionsOf = Map.groupBy(decisions, (decision) => decision.round_id);
  const findings = await rows(reader, "finding", { review_id: reviewIds }, { order: "number" });
  const findingsOf = Map.groupBy(findings, (finding) => finding.review_id);
  const assigned = await rows(
    reader,
    "assignment",
    { review_id: reviewIds, state: "active" },
    { order: "assigned_at" },
  );
  const assignedOf = Map.groupBy(assigned, (assignment) => assignment.review_id);
  const approvals = await rows(reader, "approval", { review_id: reviewIds });
  const approvalOf = new Map(approvals.toReversed().map((approval) => [approval.review_id, approval]));
  const bases = byId(await rows(reader, "version", { id: baseIds }));
  const champions = await championsOf(reader, places);
  const staff = await staffOf(reader, ids(reviews.map(({ workspace_id }) => workspace_id)));
  return places.map((place, index): ReviewFacts => {
    const { review, round, version } = place;
    const policy = pinned.get(review.policy_revision_id);
    if (!policy) throw new Error(`review ${review.id} pins no policy`);
    const checkRuns = (runsOf.get(round.id) ?? []).filter((run) => run.state !== "superseded");
    const own = filesOf.get(version.id) ?? [];
    const conditionSet = setOf.get(review.id) ?? null;
    const { rolesInForce, activePeople } = staff.get(review.workspace_id) ?? nobody;
    return {
      ...place,
      pinned: policy,
      evidence: parsed<EvidenceDocument>(documents, round.evidence_sha256),
      evidenceNow: documentDigest(
        evidenceDocument({
          ...place,
          policySha256: policy.revision.sha256,
          base: bases.get(round.base_version_id ?? "") ?? null,
          runs: checkRuns.filter((run) => run.state === "ended"),
          files: own,
        }),
      ),
      champion: champions[index] ?? null,
      championFiles: round.base_version_id ? (filesOf.get(round.base_version_id) ?? []) : null,
      contributors: contributorsOf.get(version.id) ?? [],
      files: own,
      checkRuns,
      results: resultsIn(documents, checkRuns),
      decisions: decisionsOf.get(round.id) ?? [],
      conditionSet,
      conditions: (conditionSet && conditionsOf.get(conditionSet.id)) ?? [],
      findings: findingsOf.get(review.id) ?? [],
      assignments: assignedOf.get(review.id) ?? [],
      approval: approvalOf.get(review.id) ?? null,
      rolesInForce,
      activePeople,
    };
  });
}

const ids = (values: (string | null)[]): string[] => [...new Set(values.filter((value) => value !== null))];

type Staff = Pick<ReviewFacts, "rolesInForce" | "activePeople">;
const nobody: Staff = { rolesInForce: new Map(), activePeople: new Set() };

/** Grants in force, and who of their holders is active, by workspace. */
async function staffOf(reader: Reader, workspaceIds: string[]): Promise<Map<string, Staff>> {
  const grants = await rows(reader, "role_grant", { workspace_id: workspaceIds, state: "active" });
  const people = await rows(reader, "person", { id: ids(grants.map(({ person_id }) => person_id)), state: "active" });
  const active = new Set(people.map(({ id }) => id));
  return new Map(
    [...Map.groupBy(grants, (grant) => grant.workspace_id)].map(([workspaceId, own]) => {
      const rolesInForce = new Map<string, string[]>();
      for (const { person_id, role } of own)
        rolesInForce.set(person_id, [...(rolesInForce.get(person_id) ?? []), role]);
      return [
        workspaceId,
        { rolesInForce, activePeople: new Set([...rolesInForce.keys()].filter((id) => active.has(id))) },
      ];
    }),
  );
}

/** Per place, the version that its environment's alias names now. */
async function championsOf(reader: Reader, places: ReviewPlace[]): Promise<(string | null)[]> {
  const aliases = await rows(reader, "alias", { model_id: ids(places.map(({ model }) => model.id)) });
  const aliasesOf = Map.groupBy(aliases, (alias) => alias.model_id);
  return places.map(({ model, environment }) => versionNamed(aliasesOf.get(model.id) ?? [], environment));
}

/** A stored document by its digest; null where there is none. */
export function parsed<T>(documents: Map<string, Uint8Array>, sha256: string | null): T | null {
  const bytes = sha256 === null ? undefined : documents.get(sha256);
  return bytes ? (JSON.parse(Buffer.from(bytes).toString("utf8")) as T) : null;
}

/** What each of these runs measured, by check. */
export async function loadResults(reader: Reader, runs: Row<"check_run">[]): Promise<Map<string, CheckResult>> {
  const stored = await blobs(
    reader,
    runs.flatMap(({ result_sha256 }) => result_sha256 ?? []),
  );
  return resultsIn(stored, runs);
}

function resultsIn(stored: Map<string, Uint8Array>, runs: Row<"check_run">[]): Map<string, CheckResult> {
  const results = new Map<string, CheckResult>();
  for (const run of runs) {
    const result = parsed<CheckResult>(stored, run.result_sha256);
    if (result) results.set(run.check_key, result);
  }
  return results;
}
