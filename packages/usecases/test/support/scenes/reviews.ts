import { rows } from "@countersign/db";
import {
  answerFinding,
  assignReview,
  giveConditionEvidence,
  raiseFinding,
  requestChanges,
} from "../../../src/index.ts";
import { conditional, type Giver, one, recommended, type Scene, sealed, submitted } from "../scene.ts";
import type { Review, World } from "@countersign/testing";

const reason = "Read in full; the numbers are those of the registered bytes.";

const finding = async (world: World, review: Review): Promise<string> =>
  (
    await world.act<{ findingId: string }>("liwei", raiseFinding, {
      reviewId: review.reviewId,
      severity: "low",
      title: "Old sample",
      body: "The sample is two years old.",
    })
  ).findingId;

/** The digests that the giver's page showed, after the giver has read and marked everything. */
async function readBy(world: World, review: Review, { name }: Giver): Promise<object> {
  if (name && ["liwei", "priya", "daniel", "sofia", "hanna", "amara", "ada"].includes(name))
    await world.read(review, name);
  return world.seen(review);
}

const queued = async (world: World, giver: Giver) =>
  one(world, "check_run", { review_id: (await submitted(world, giver)).reviewId, check_key: "perf.gini" });

export const reviewScenes = {
  "check.rerun": async (world, giver) => {
    const { reviewId } = await sealed(world, giver, { "perf.gini": "error" });
    return { checkRunId: (await one(world, "check_run", { review_id: reviewId, check_key: "perf.gini" })).id };
  },
  "check.record": async (world, giver) => ({
    checkRunId: (await queued(world, giver)).id,
    result: {
      check: "perf.gini",
      version: "1.0.0",
      params: {},
      status: "measured",
      measurements: [{ value: 0.5, n: 100, detections: [] }],
      assurance: "recomputed",
      inputs: {},
      engine: {},
      isolation: "test",
    },
  }),
  "review.seal": async (world, giver) => {
    const review = await submitted(world, giver);
    return { reviewId: review.reviewId, roundId: await world.measure(review) };
  },
  "review.mark": async (world, giver) => {
    const review = await sealed(world, giver);
    const [section] = (await world.view(review)).sections;
    return { reviewId: review.reviewId, section: section?.section, contentSha256: section?.sha256 };
  },
  "review.comment": async (world, giver) => ({
    reviewId: (await submitted(world, giver)).reviewId,
    body: "Which sample is this?",
  }),
  "review.assign": async (world, giver) => ({
    reviewId: (await submitted(world, giver)).reviewId,
    personId: world.people.daniel,
    role: "approver",
  }),
  "review.unassign": async (world, giver) => {
    const { reviewId } = await submitted(world, giver);
    await world.act("daniel", assignReview, { reviewId, personId: world.people.daniel, role: "approver" });
    return { reviewId, personId: world.people.daniel };
  },
  "finding.raise": async (world, giver) => ({
    reviewId: (await submitted(world, giver)).reviewId,
    severity: "high",
    title: "Leak",
    body: "One column knows the answer.",
  }),
  "finding.answer": async (world, giver) => ({
    findingId: await finding(world, await submitted(world, giver)),
    answer: "Replaced by the sample of this year.",
  }),
  "finding.close": async (world, giver) => {
    const findingId = await finding(world, await submitted(world, giver));
    await world.act("tomas", answerFinding, { findingId, answer: "Replaced by the sample of this year." });
    return { findingId, resolution: "Verified on the new sample." };
  },
  "condition.propose": async (world, giver) => ({
    reviewId: (await sealed(world, giver)).reviewId,
    conditions: [
      {
        text: "Report monthly to the committee.",
        ownerId: world.people.amara,
        dueAt: new Date(Date.now() + 30 * 86_400_000).toISOString(),
        covers: [],
      },
    ],
  }),
  "condition.give_evidence": async (world, giver) => ({
    conditionId: (await conditional(world, giver, giver.name ? world.people[giver.name] : undefined)).conditionId,
    evidence: "The report of September.",
  }),
  "condition.accept": async (world, giver) => {
    const { conditionId } = await conditional(world, giver);
    await world.act("amara", giveConditionEvidence, { conditionId, evidence: "The report of September." });
    return { conditionId };
  },
  "review.recommend": async (world, giver) => ({ ...(await readBy(world, await sealed(world, giver), giver)), reason }),
  "review.decide": async (world, giver) => ({
    ...(await readBy(world, await recommended(world, giver), giver)),
    act: "approve",
    reason,
  }),
  "review.request_changes": async (world, giver) => ({ ...(await world.seen(await sealed(world, giver))), reason }),
  "decision.withdraw": async (world, giver) => {
    const review = await recommended(world, giver);
    if (giver.name === "priya" || giver.name === "daniel") await world.approve(review, giver.name);
    return { reviewId: review.reviewId, reason: "Signed the wrong review." };
  },
  "review.resume": async (world, giver) => {
    const review = await sealed(world, giver);
    await world.act("liwei", requestChanges, {
      ...(await world.seen(review)),
      reason: "Please explain the third decile first.",
    });
    const [open] = await rows(world.deps.database, "review", { id: review.reviewId });
    if (open?.state !== "changes_requested") throw new Error("no changes were requested");
    return { reviewId: review.reviewId, why: "Explained in the card." };
  },
} as const satisfies Record<string, Scene>;
