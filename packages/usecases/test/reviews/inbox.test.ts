import { type Name, newWorld, type World } from "@countersign/testing";
import type { InboxItem } from "@countersign/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { acceptCondition, giveConditionEvidence, inbox, query } from "../../src/index.ts";
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
