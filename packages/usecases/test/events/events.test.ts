import { sql } from "@countersign/db";
import { type Act, actNames } from "@countersign/record";
import { newWorld, tierOne, type World } from "@countersign/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeFinding, commands, expireApproval, tierModel } from "../../src/index.ts";
import { carryOut } from "../support/carry-out.ts";
import { one, sealed } from "../support/scene.ts";
import { type Given, scenes } from "../support/scenes.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.end());

/** Acts that follow from others, or that a scene alone does not end in. */
async function theRest(): Promise<void> {
  const finding = (await scenes["finding.close"](world, { actor: world.as("liwei") })) as { findingId: string };
  await world.act("liwei", closeFinding, { ...finding, resolution: "The new sample is not there yet.", reopen: true });
  const review = await world.approved();
  const approval = await one(world, "approval", { review_id: review.reviewId });
  await world.act("sofia", tierModel, {
    modelId: world.modelId,
    answers: { scores: Object.fromEntries(Object.keys(tierOne).map((name) => [name, 0])), circumstances: [] },
  });
  expect((await one(world, "approval", { id: approval.id })).state).toBe("stale");
  await world.act("sofia", tierModel, { modelId: world.modelId, answers: { scores: tierOne, circumstances: [] } });
  const { id } = await one(world, "approval", { review_id: (await world.approved()).reviewId });
  const later = { ...world.workerDeps, now: () => new Date(Date.now() + 400 * 86_400_000) };
  expect(
    await world.try({ kind: "job", name: "expire" }, expireApproval, { approvalId: id }, { deps: later }),
  ).toMatchObject({ ok: true });
  const rejected = await sealed(world, { actor: world.as("priya") });
  await world.recommend(rejected);
  await world.act("priya", commands.get("review.decide") ?? closeFinding, {
    ...(await world.seen(rejected)),
    act: "reject",
    reason: "The business has no use for it any more.",
  });
  await world.refused("nobody", commands.get("model.register") ?? closeFinding, {
    key: "x",
    title: "x",
    task: "binary",
  });
}

test("every act of the vocabulary is produced by the commands, and none besides", async () => {
  for (const name of Object.keys(scenes) as Given[]) await carryOut(world, name);
  await theRest();
  const found = await world.deps.database.db.execute<{ act: Act; n: string }>(
    sql`select convert_from(core, 'UTF8')::jsonb ->> 'act' as act, count(*) as n from audit.event group by 1 order by 1`,
  );
  const produced = found.rows.map((row) => row.act);
  process.stdout.write(
    `event coverage: ${produced.length} of ${actNames.length} acts, ${found.rows.reduce((sum, row) => sum + Number(row.n), 0)} events\n`,
  );
  expect(actNames.filter((act) => !produced.includes(act))).toEqual([]);
  expect(produced.filter((act) => !actNames.includes(act))).toEqual([]);
});
