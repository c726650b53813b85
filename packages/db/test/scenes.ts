import { createHash } from "node:crypto";
import { jcsBytes } from "@countersign/canonical";
import { type Row, rows } from "@countersign/db";
import { newWorld, type Review, type Version, type World, worldPolicy } from "@countersign/testing";
import {
  commentOnReview, confirmRole, deactivatePerson, defineEnvironment, defineWorkspace, grantRole, invitePerson, raiseFinding, revokeApproval, revokeRole,
} from "@countersign/usecases";
import { fakeId, type Forger, now, transaction } from "./forge.ts";

/** A review with what a forger would look up first. */
export interface Scene extends Review {
  review: Row<"review">;
  round: Row<"round">;
}

export type Scenes = Awaited<ReturnType<typeof buildScenes>>;

/** Reviews in every state that an attempt starts from, made with the product's own commands where those can make them. */
export async function buildScenes() {
  const world = await newWorld();
  const scene = async (review: Review): Promise<Scene> => {
    const [found] = await rows(world.deps.database, "review", { id: review.reviewId });
    const [round] = await rows(world.deps.database, "round", { review_id: review.reviewId });
    if (!found || !round) throw new Error("the scene has no round");
    return { ...review, review: found, round };
  };
  const pending = async (values = {}, change = {}): Promise<Review> => {
    const review = await world.sealed(values, change);
    await world.recommend(review);
    return review;
  };
  const approved = await scene(await world.approved());
  const revoked = await scene(await world.approved());
  const [approval] = await rows(world.deps.database, "approval", { review_id: revoked.reviewId });
  await world.act("sofia", revokeApproval, { approvalId: approval?.id ?? "", reason: "The training data had been mislabelled." });
  const conditional = await world.sealed({ "perf.gini": 0.2 });
  await world.propose(conditional);
  await world.recommend(conditional);
  const unknown = await world.sealed({}, { run: { trainer: "tomas@northgate.example", committers: ["stranger@elsewhere.example"], commit: "4f1c2b0" } });
  const open = await scene(await pending());
  await world.act("liwei", commentOnReview, { reviewId: open.reviewId, section: null, body: "The sample is two years old." });
  await world.act("liwei", raiseFinding, { reviewId: open.reviewId, severity: "low", title: "Old sample", body: "The sample is two years old." });
  const [finding] = await rows(world.deps.database, "finding", { review_id: open.reviewId });
  const people = { left: await formerApprover(world, "left"), former: await formerApprover(world, "former") };
  const elsewhere = await otherWorkspace(world);
  return {
    world, approved, revoked, open, ...people, elsewhere, finding: finding?.id ?? "",
    fresh: await scene(await world.sealed()),
    gathering: await scene(await world.submit(await world.draft())),
    own: await scene(await pending({}, { by: "ada", run: { trainer: "ada@northgate.example" } })),
    conditional: await scene(conditional), uncovered: await scene(await world.sealed({ "perf.gini": 0.2 })), blocked: await scene(await world.sealed({ "perf.roc_auc": 0.5 })), unknown: await scene(unknown),
    draft: await world.draft({ label: "2.0-rc" }), errored: await scene(await world.sealed({ "perf.gini": "error" })),
    bare: await bareReview(world, worldPolicy), unsigned: await bareReview(world, { ...worldPolicy, key: "lab", checks: [], signOffs: [] }, "lab"),
    lapsed: await lapsedApproval(world),
  };
}

/** Somebody who could sign once: `left` was deactivated, `former` has lost the role. */
async function formerApprover(world: World, kind: "left" | "former"): Promise<string> {
  const { personId } = await world.act<{ personId: string }>("ingrid", invitePerson, { name: kind, email: `${kind}@northgate.example` });
  const { grantId } = await world.act<{ grantId: string }>("ingrid", grantRole, { personId, role: "approver" });
  await world.act("marcus", confirmRole, { grantId });
  if (kind === "left") await world.act("ingrid", deactivatePerson, { personId });
  else await world.act("ingrid", revokeRole, { grantId });
  return personId;
}

/** A workspace where nothing is protected and Dirk is model risk manager. */
async function otherWorkspace(world: World): Promise<string> {
  const { workspaceId } = await world.act<{ workspaceId: string }>("ingrid", defineWorkspace, { key: "sandbox", title: "Sandbox" });
  const { grantId } = await world.act<{ grantId: string }>("ingrid", grantRole, { personId: world.people.dirk, role: "model_risk_manager", workspaceId });
  await world.act("marcus", confirmRole, { grantId });
  return workspaceId;
}

const blobOf = (document: unknown): { sha256: string; bytes: Buffer } => {
  const bytes = Buffer.from(jcsBytes(document));
  return { sha256: createHash("sha256").update(bytes).digest("hex"), bytes };
};

/** A policy published, and a review under it opened without any check run, by raw SQL; sealed by the worker. */
async function bareReview(world: World, document: typeof worldPolicy, environment = "production"): Promise<Scene> {
  const version = await world.sealed();
  const app = (work: (sql: Forger) => Promise<unknown>) => must(transaction(world.database.as("countersign_app").pool, world.people.sofia, work));
  if (environment !== "production") await world.act("ingrid", defineEnvironment, { workspaceId: "wsp_default", key: environment, title: environment, protects: [] });
  if (environment !== "production") await app((sql) => publish(sql, world, { ...document, appliesTo: { ...document.appliesTo, environments: [environment] } }));
  const [place] = await rows(world.deps.database, "environment", { key: environment });
  const reviewId = fakeId("rev");
  const roundId = fakeId("rnd");
  await app(async (sql) => {
    if (environment === "production") {
      const [standing] = await rows(world.deps.database, "review", { id: version.reviewId });
      await sql.record(await sql.update("review", standing?.id ?? "", { state: "withdrawn", ended_at: now() }));
    }
    const policy = await sql.query("select gov.policy_for($1, $2) as id", [version.versionId, place?.id]);
    const review = await sql.insert("review", {
      id: reviewId, version_id: version.versionId, model_id: world.modelId, workspace_id: "wsp_default", environment_id: place?.id ?? "",
      policy_revision_id: String(policy.rows[0]?.["id"]), tier: "T1", state: "in_validation", round: 1, requested_by: world.people.tomas, requested_at: now(), due_at: now(10), ended_at: null,
    });
    await sql.record([review, await sql.insert("round", { id: roundId, review_id: reviewId, number: 1, state: "gathering", base_version_id: null, evidence_sha256: null, opened_at: now(), sealed_at: null, closed_at: null })]);
  });
  await must(transaction(world.database.as("countersign_worker").pool, world.people.sofia, async (sql) => {
    await sql.record(await sql.update("round", roundId, { state: "sealed", evidence_sha256: "e".repeat(64), sealed_at: now() }));
  }));
  await app(async (sql) => sql.record(await sql.update("review", reviewId, { state: "pending_approval" })));
  const [review] = await rows(world.deps.database, "review", { id: reviewId });
  const [round] = await rows(world.deps.database, "round", { id: roundId });
  if (!review || !round) throw new Error("the bare review is not there");
  return { ...version, reviewId, review, round };
}

async function publish(sql: Forger, world: World, document: typeof worldPolicy): Promise<void> {
  const { sha256, bytes } = blobOf(document);
  const policy = fakeId("pol");
  const revision = fakeId("prv");
  await sql.query("insert into audit.blob values ($1, $2)", [sha256, bytes]);
  await sql.record(await sql.insert("policy", { id: policy, workspace_id: "wsp_default", key: document.key, created_at: now() }));
  await sql.record(await sql.insert("policy_revision", { id: revision, policy_id: policy, workspace_id: "wsp_default", number: 1, sha256, state: "proposed", proposed_by: world.people.sofia, confirmed_by: null, proposed_at: now(), published_at: null, ended_at: null }));
  await sql.record(await sql.update("policy_revision", revision, { state: "published", confirmed_by: world.people.hanna, published_at: now() }));
}

/** An approval that was granted two years ago and never marked as expired: its time has run out all the same. */
async function lapsedApproval(world: World): Promise<Version & { approvalId: string }> {
  const then = new Date(Date.now() - 700 * 86_400_000);
  const clock = world.deps.now;
  world.deps.now = () => then;
  const review = await world.sealed({}, { environment: "staging" });
  await world.approve(review, "priya");
  world.deps.now = clock;
  const [approval] = await rows(world.deps.database, "approval", { review_id: review.reviewId });
  return { ...review, approvalId: approval?.id ?? "" };
}

async function must(outcome: Promise<unknown>): Promise<void> {
  const error = await outcome;
  if (error) throw error;
}
