import { rows } from "@countersign/db";
import { newWorld, type Review, type Version, type World, worldPolicy } from "@countersign/testing";
import {
  assignReview,
  commentOnReview,
  confirmRole,
  deactivatePerson,
  defineWorkspace,
  grantRole,
  invitePerson,
  raiseFinding,
  revokeApproval,
  revokeRole,
  unassignReview,
} from "@countersign/usecases";
import { bareReview, must, type Scene } from "./bare-review.ts";
import { fakeId, now, transaction } from "./forge.ts";

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
  const staged = await world.sealed({}, { environment: "staging" });
  await world.approve(staged, "priya");
  const pending = async (values = {}, change = {}): Promise<Review> => {
    const review = await world.sealed(values, change);
    await world.recommend(review);
    return review;
  };
  const approved = await scene(await world.approved());
  const revoked = await scene(await world.approved());
  const [approval] = await rows(world.deps.database, "approval", { review_id: revoked.reviewId });
  await world.act("sofia", revokeApproval, {
    approvalId: approval?.id ?? "",
    reason: "The training data had been mislabelled.",
  });
  const conditional = await world.sealed({ "perf.gini": 0.2 });
  await world.propose(conditional);
  await world.recommend(conditional);
  const unknown = await world.sealed(
    {},
    { run: { trainer: "tomas@northgate.example", committers: ["stranger@elsewhere.example"], commit: "4f1c2b0" } },
  );
  const open = await scene(await pending());
  await world.act("liwei", commentOnReview, {
    reviewId: open.reviewId,
    section: null,
    body: "The sample is two years old.",
  });
  await world.act("liwei", raiseFinding, {
    reviewId: open.reviewId,
    severity: "low",
    title: "Old sample",
    body: "The sample is two years old.",
  });
  await world.act("sofia", assignReview, {
    reviewId: open.reviewId,
    personId: world.people.priya,
    role: "approver",
  });
  const daniels = { reviewId: open.reviewId, personId: world.people.daniel };
  await world.act("daniel", assignReview, { ...daniels, role: "approver" });
  await world.act("daniel", unassignReview, daniels);
  const [finding] = await rows(world.deps.database, "finding", { review_id: open.reviewId });
  const people = { left: await formerApprover(world, "left"), former: await formerApprover(world, "former") };
  const elsewhere = await otherWorkspace(world);
  await exported(world, open);
  return {
    world,
    approved,
    revoked,
    open,
    ...people,
    elsewhere,
    finding: finding?.id ?? "",
    fresh: await scene(await world.sealed()),
    gathering: await scene(await world.submit(await world.draft())),
    own: await scene(await pending({}, { by: "ada", run: { trainer: "ada@northgate.example" } })),
    conditional: await scene(conditional),
    uncovered: await scene(await world.sealed({ "perf.gini": 0.2 })),
    blocked: await scene(await world.sealed({ "perf.roc_auc": 0.5 })),
    unknown: await scene(unknown),
    draft: await world.draft({ label: "2.0-rc" }),
    errored: await scene(await world.sealed({ "perf.gini": "error" })),
    staged: await scene(staged),
    bare: await bareReview(world, worldPolicy),
    unsigned: await bareReview(world, { ...worldPolicy, key: "lab", checks: [], signOffs: [] }, { environment: "lab" }),
    partial: await bareReview(world, worldPolicy, { runs: { "perf.gini": "pass" } }),
    putAside: await bareReview(world, worldPolicy, {
      runs: { "artifact.integrity": "pass", "perf.roc_auc": "pass", "perf.gini": "error" },
    }),
    undocumented: await bareReview(
      world,
      { ...worldPolicy, key: "desk", checks: [], documents: ["card"] as never[] },
      { environment: "desk" },
    ),
    lapsed: await lapsedApproval(world),
  };
}

/** An evidence bundle that somebody took away. */
const exported = (world: World, { versionId }: Version): Promise<void> =>
  must(
    transaction(world.database.as("countersign_app").pool, world.people.ruth, async (sql) =>
      sql.record(
        await sql.insert("evidence_export", {
          id: fakeId("exp"),
          version_id: versionId,
          workspace_id: "wsp_default",
          manifest_sha256: "a".repeat(64),
          log_size: 1,
          heads: {},
          requested_by: world.people.ruth,
          created_at: now(),
        }),
      ),
    ),
  );

/** Somebody who could sign once: `left` was deactivated, `former` has lost the role. */
async function formerApprover(world: World, kind: "left" | "former"): Promise<string> {
  const { personId } = await world.act<{ personId: string }>("ingrid", invitePerson, {
    name: kind,
    email: `${kind}@northgate.example`,
  });
  const { grantId } = await world.act<{ grantId: string }>("ingrid", grantRole, { personId, role: "approver" });
  await world.act("marcus", confirmRole, { grantId });
  if (kind === "left") await world.act("ingrid", deactivatePerson, { personId });
  else await world.act("ingrid", revokeRole, { grantId });
  return personId;
}

/** A workspace where nothing is protected and Dirk is model risk manager. */
async function otherWorkspace(world: World): Promise<string> {
  const { workspaceId } = await world.act<{ workspaceId: string }>("ingrid", defineWorkspace, {
    key: "sandbox",
    title: "Sandbox",
  });
  const { grantId } = await world.act<{ grantId: string }>("ingrid", grantRole, {
    personId: world.people.dirk,
    role: "model_risk_manager",
    workspaceId,
  });
  await world.act("marcus", confirmRole, { grantId });
  return workspaceId;
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
