import { newWorld, type World } from "@countersign/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { raiseFinding, revokeApproval } from "../../src/index.ts";
import { one } from "../support/scene.ts";
import { randomCommands } from "./random.ts";
import { rebuild } from "./rebuild.ts";

const seed = Number(process.env["COUNTERSIGN_TEST_SEED"] ?? 20_261_126);
let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.end());

/** The main job with conditions, a finding, an approval taken back, and the version before it in production again. */
async function story(): Promise<void> {
  const first = await world.approved({ label: "1.0" });
  const review = await world.sealed({ "perf.gini": 0.2 }, { label: "1.1" });
  await world.act("liwei", raiseFinding, {
    reviewId: review.reviewId,
    severity: "low",
    title: "Old sample",
    body: "The sample is two years old.",
  });
  await world.propose(review);
  await world.recommend(review);
  await world.approve(review, "priya");
  await world.approve(review, "daniel");
  expect((await one(world, "alias", { model_id: world.modelId, name: "champion" })).version_id).toBe(review.versionId);
  const approval = await one(world, "approval", { review_id: first.reviewId });
  await world.act("sofia", revokeApproval, {
    approvalId: approval.id,
    reason: "The training data had been mislabelled.",
  });
}

test("the log tells everything: set-up, the story and 200 random commands, rebuilt from leaves, leave no difference", async () => {
  await story();
  const tally = await randomCommands(world, seed, 200);
  const rebuilt = await rebuild(world);
  process.stdout.write(
    `replay (seed ${seed}): 200 random commands of ${tally.commands.size} kinds, ${tally.carriedOut} carried out, ${tally.refused} refused in ${tally.kinds.size} ways; ` +
      `${rebuilt.leaves} leaves, ${rebuilt.rows} rows compared, ${rebuilt.disclosures} disclosures, ${rebuilt.blobs} documents: ${rebuilt.differences.length} differences\n`,
  );
  expect(rebuilt.differences).toEqual([]);
  expect(rebuilt.problems).toEqual([]);
  expect(rebuilt.missing).toEqual([]);
  // What the comparison is worth: without the leaves of one act it finds the rows and the gaps.
  const lame = await rebuild(world, "approval.revoked");
  expect(lame.differences.length).toBeGreaterThan(0);
  expect(lame.problems.length + lame.differences.length).toBeGreaterThan(1);
  expect(tally.carriedOut).toBeGreaterThan(50);
  expect(tally.refused).toBeGreaterThan(50);
});
