import type { FirstSteps } from "@countersign/domain";
import { type Name, newWorld, type World } from "@countersign/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { firstSteps, query, revokeRole } from "../../src/index.ts";
import { one } from "../support/scene.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.end());

const steps = async (who: Name): Promise<FirstSteps | string> => {
  const asked = await query(world.deps, world.as(who), firstSteps, {});
  return asked.ok ? asked.value : asked.refusal.kind;
};
const left = async (): Promise<string[]> => {
  const found = await steps("ingrid");
  return typeof found === "string" ? [found] : found.steps.flatMap(({ step, done }) => (done ? [] : [step]));
};

test("an administrator sees what a first approval still takes, and nobody else does", async () => {
  expect(await left()).toEqual(["decision"]);
  await world.recommend(await world.sealed());
  expect(await left()).toEqual([]);
  const grant = await one(world, "role_grant", { person_id: world.people.liwei, role: "validator", state: "active" });
  await world.act("ingrid", revokeRole, { grantId: grant.id });
  expect(await left()).toEqual(["judges"]);
  expect(await steps("ingrid")).toMatchObject({ missing: ["validator"] });
  for (const who of ["ruth", "sofia", "nobody"] as const) expect(await steps(who)).toBe("not_found");
});
