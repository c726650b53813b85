import { type Name, newWorld, type World } from "@countersign/testing";
import type { InboxItem } from "@countersign/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { acceptCondition, giveConditionEvidence, inbox, query, requestChanges, resumeReview } from "../../src/index.ts";
import { one } from "../support/scene.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.end());

const itemsOf = async (who: Name, reviewId: string): Promise<InboxItem[]> => {
  const asked = await query(world.deps, world.as(who), inbox, {});
  if (!asked.ok) throw new Error(asked.refusal.kind);
  return asked.value.items.filter((item) => item.reviewId === reviewId);
};
const conditionOf = async (who: Name, reviewId: string): Promise<string[]> =>
  (await itemsOf(who, reviewId)).filter(({ kind }) => kind === "condition").map(({ reason }) => reason);

test("a condition is in its owner's inbox after the review has ended, then in the validator's, then in nobody's", async () => {
  // A Gini below the limit needs a condition.
  const review = await world.sealed({ "perf.gini": 0.3 });
  await world.propose(review);
  await world.recommend(review);
  for (const who of ["priya", "daniel"] as const) await world.approve(review, who);
  const { reviewId } = review;
  const condition = await one(world, "condition", { review_id: reviewId });
  expect(await conditionOf("amara", reviewId)).toEqual(["Condition 1 waits for your evidence."]);
  expect(await conditionOf("liwei", reviewId)).toEqual([]);

  await world.act("amara", giveConditionEvidence, {
    conditionId: condition.id,
    evidence: "The report of May is done.",
  });
  expect(await conditionOf("amara", reviewId)).toEqual([]);
  expect(await conditionOf("liwei", reviewId)).toEqual([
    "Condition 1 has its evidence: accept it, or say what is missing.",
  ]);
  expect(await conditionOf("tomas", reviewId)).toEqual([]);

  await world.act("liwei", acceptCondition, { conditionId: condition.id });
  for (const who of ["amara", "liwei"] as const) expect(await conditionOf(who, reviewId)).toEqual([]);
});

test("what is decided stands newest first, after what still waits", async () => {
  await world.approved();
  await world.approved();
  const asked = await query(world.deps, world.as("priya"), inbox, {});
  const ends = asked.ok ? asked.value.items.filter((item) => item.kind === "decided").map((item) => item.endedAt) : [];
  expect(ends.length).toBeGreaterThanOrEqual(2);
  expect(ends).toEqual(ends.toSorted((a, b) => (b ?? "").localeCompare(a ?? "")));
});

const turnOf = async (who: Name, reviewId: string): Promise<InboxItem | undefined> =>
  (await itemsOf(who, reviewId)).find(({ kind }) => kind === "turn");

test("the peek hides another approver's signature until one's own is given, and never the recommendation", async () => {
  const review = await world.sealed();
  await world.recommend(review);
  await world.approve(review, "priya");
  const before = (await turnOf("daniel", review.reviewId))?.peek;
  expect(before?.signatures.map(({ act }) => act)).toEqual(["recommend"]);
  expect(before?.hiddenSignatures).toBe(1);
  // Who signed stands with her, and nothing that is told to him names her.
  const priya = (await itemsOf("priya", review.reviewId))[0]?.peek;
  expect(priya?.signatures.map(({ act }) => act)).toEqual(["recommend", "approve"]);
  expect(JSON.stringify(await itemsOf("daniel", review.reviewId))).not.toContain(world.people.priya);
  expect((await itemsOf("tomas", review.reviewId))[0]?.waitsFor?.who).toBe("1 of 2 approvers still to sign");
});

test("what one has read counts no more, until what stood there has changed in a new round", async () => {
  const review = await world.sealed({ "perf.gini": 0.3 });
  const fresh = await turnOf("liwei", review.reviewId);
  expect(fresh?.toRead).toMatchObject({ checks: 1 });
  expect(fresh?.peek.again).toBeNull();
  expect(fresh?.todo).toBe("Propose conditions");
  await world.read(review, "liwei");
  expect((await turnOf("liwei", review.reviewId))?.toRead).toEqual({ checks: 0, changes: 0, documents: 0 });

  await world.act("liwei", requestChanges, { ...(await world.seen(review)), reason: "Measure it again, please." });
  expect((await turnOf("tomas", review.reviewId))?.todo).toBe("Answer, open a round");
  expect((await itemsOf("amara", review.reviewId))[0]?.waitsFor?.who).toBe("tomas");
  await world.act("tomas", resumeReview, { reviewId: review.reviewId, why: "Measured again on the new sample." });
  const roundId = await world.measure(review, {});
  await world.seal(review, roundId);
  const again = await turnOf("liwei", review.reviewId);
  expect(again?.peek.again).toMatchObject({
    round: 1,
    changed: { metrics: 1, checks: 1, data: 0, documents: 0, base: false },
  });
  expect(again?.todo).toBe("Review again, recommend");
  expect(again?.reason).toContain("1 metric, 1 check changed since your review.");
});

test("of two due on one day, the one that waits for you alone comes first, though it was asked for later", async () => {
  const both = await world.sealed();
  await world.recommend(both);
  const alone = await world.sealed();
  await world.recommend(alone);
  await world.approve(alone, "daniel");
  const asked = await query(world.deps, world.as("priya"), inbox, {});
  const turns = asked.ok ? asked.value.items.filter((item) => item.kind === "turn") : [];
  const place = ({ reviewId }: { reviewId: string }): number => turns.findIndex((item) => item.reviewId === reviewId);
  expect(turns[place(alone)]?.onlyYou).toBe(true);
  expect(turns[place(both)]?.onlyYou).toBe(false);
  expect(turns[place(both)]?.dueAt.slice(0, 10)).toBe(turns[place(alone)]?.dueAt.slice(0, 10));
  expect(place(alone)).toBeLessThan(place(both));
});
