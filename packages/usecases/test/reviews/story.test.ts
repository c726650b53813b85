import { rows } from "@countersign/db";
import { newWorld, type World } from "@countersign/testing";
import { decideReview } from "../../src/index.ts";
import { afterAll, beforeAll, expect, test } from "vitest";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.end());

test("a recommendation and two approvals grant the approval and move the alias in one transaction", async () => {
  const review = await world.approved();
  const view = await world.view(review);
  expect(view.state).toBe("approved");
  const [alias] = await rows(world.deps.database, "alias", { model_id: world.modelId, name: "champion" });
  expect(alias?.version_id).toBe(review.versionId);
});

test("an author's own vote never counts", async () => {
  const review = await world.sealed({}, { by: "ada", run: { trainer: "ada@northgate.example" } });
  await world.recommend(review);
  const refusal = await world.refused("ada", decideReview, {
    ...(await world.seen(review)),
    act: "approve",
    reason: "I built this and would like it approved.",
  });
  expect(refusal.kind).toBe("own_work");
});
