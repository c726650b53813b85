import { type Name, newWorld, type Review, type World } from "@countersign/testing";
import type { InboxItem, InboxView } from "@countersign/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerFinding, assignReview, inbox, query, raiseFinding } from "../../src/index.ts";
import { one } from "../support/scene.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.end());

const listOf = async (who: Name, input: object = {}): Promise<InboxView> => {
  const asked = await query(world.deps, world.as(who), inbox, input);
  if (!asked.ok) throw new Error(asked.refusal.kind);
  return asked.value;
};
const itemsOf = async (who: Name, { reviewId }: Review): Promise<InboxItem[]> =>
  (await listOf(who)).items.filter((item) => item.reviewId === reviewId);
const reasonOf = async (values: Record<string, number>): Promise<string | undefined> =>
  (await itemsOf("liwei", await world.sealed(values)))[0]?.reason;
const finding = async (review: Review): Promise<{ findingId: string }> =>
  world.act("liwei", raiseFinding, {
    reviewId: review.reviewId,
    severity: "low",
    title: "Old sample",
    body: "The sample is two years old.",
  });

test("a finding stands among the signatures by its day, and its review not as somebody else's", async () => {
  const review = await world.sealed();
  const { findingId } = await finding(review);
  await world.recommend(review);
  expect((await itemsOf("liwei", review)).map(({ kind }) => kind)).toEqual(["waiting"]);
  await world.act("tomas", answerFinding, { findingId, answer: "Replaced by the sample of this year." });
  const next = await world.sealed();
  expect((await itemsOf("liwei", review)).map(({ kind }) => kind)).toEqual(["finding"]);
  const turns = (await listOf("liwei", { tab: "turn" })).items.map(({ reviewId }) => reviewId);
  expect(turns.indexOf(review.reviewId)).toBeLessThan(turns.indexOf(next.reviewId));
  expect((await listOf("liwei", { tab: "waiting" })).items.map(({ reviewId }) => reviewId)).not.toContain(
    review.reviewId,
  );
});

test("who is missing, since it has been their turn: the approvers since the recommendation, whoever is asked since then", async () => {
  const review = await world.sealed();
  const { reviewId } = review;
  const waits = async () => (await itemsOf("tomas", review))[0]?.waitsFor;
  const round = await one(world, "round", { review_id: reviewId });
  expect(await waits()).toEqual({ who: "liwei", since: round.sealed_at });
  await world.recommend(review);
  const { signed_at } = await one(world, "decision", { review_id: reviewId });
  expect(await waits()).toEqual({ who: "2 approvers to sign", since: signed_at });
  await world.approve(review, "priya");
  expect(await waits()).toEqual({ who: "1 of 2 approvers still to sign", since: signed_at });
  await world.act("sofia", assignReview, { reviewId, personId: world.people.daniel, role: "approver" });
  const { assigned_at } = await one(world, "assignment", { review_id: reviewId });
  expect(await waits()).toEqual({ who: "daniel", since: assigned_at });
});

test("the reason names the checks that it is about: the first, and as many as a line has room for", async () => {
  expect(await reasonOf({ "perf.gini": 0.3 })).toBe("1 check needs a condition: Gini.");
  expect(await reasonOf({ "perf.roc_auc": 0.3 })).toBe("1 check blocks approval: Discrimination.");
  expect(await reasonOf({ "perf.roc_auc": 0.3, "artifact.integrity": 3 })).toBe(
    "2 checks block approval: Files are the registered bytes, Discrimination.",
  );
});

test("beside your turn stand the first three that wait for others, and all of them in their own view", async () => {
  for (let i = 0; i < 4; i++) await world.sealed();
  const { items, counts } = await listOf("priya", { tab: "turn" });
  expect(counts.waiting).toBeGreaterThan(3);
  expect(items.filter(({ kind }) => kind === "waiting")).toHaveLength(3);
  expect((await listOf("priya", { tab: "waiting" })).items).toHaveLength(counts.waiting);
});
