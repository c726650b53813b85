import { createHash } from "node:crypto";
import { rows, trail } from "@countersign/db";
import type { DecisionSample } from "@countersign/domain";
import { newWorld, type World } from "@countersign/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { decisionSample, query } from "../../src/index.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
  for (let made = 0; made < 3; made++) await world.approved();
  // A review that is still open: its decisions may be hidden, and are never drawn.
  const open = await world.sealed();
  await world.recommend(open);
  await world.approve(open, "priya");
});
afterAll(() => world.end());

const drawn = async (input: object): Promise<DecisionSample> => {
  const answer = await query(world.deps, world.as("ruth"), decisionSample, input);
  if (!answer.ok) throw new Error(answer.refusal.kind);
  return answer.value;
};
const lotOf = (seed: string, id: string): string => createHash("sha256").update(`${seed}:${id}`).digest("hex");

test("the same seed draws the same decisions, another draws others, and anybody can draw them again", async () => {
  const six = await drawn({ seed: "6-6-6", count: 4 });
  expect(six.population).toBe(9);
  expect(await drawn({ seed: "6-6-6", count: 4 })).toEqual(six);
  const one = await drawn({ seed: "1-1-1", count: 4 });
  expect(one.drawn.map(({ id }) => id)).not.toEqual(six.drawn.map(({ id }) => id));
  const ended = new Set(
    (await rows(world.deps.database, "review", {})).filter(({ ended_at }) => ended_at).map(({ id }) => id),
  );
  const again = (await rows(world.deps.database, "decision", { state: "valid" }))
    .filter(({ review_id }) => ended.has(review_id))
    .map(({ id }) => ({ id, lot: lotOf("6-6-6", id) }))
    .toSorted((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, 4);
  expect(six.drawn.map(({ id, lot }) => ({ id, lot }))).toEqual(again);
});

test("days narrow what is drawn from, and every drawing is in the trail with its seed", async () => {
  expect((await drawn({ seed: "x", until: "2020-01-01" })).population).toBe(0);
  expect((await drawn({ seed: "x", from: "2999-01-01" })).population).toBe(0);
  const today = new Date().toISOString().slice(0, 10);
  expect((await drawn({ seed: "thrown at noon", from: today, until: today })).population).toBe(9);
  const [reading] = await trail(world.deps.database, {
    streams: [`reader:${world.people.ruth}`],
    act: "trail.read",
    limit: 1,
  });
  expect(reading?.core).toMatchObject({
    data: { scope: "sample of decisions, seed thrown at noon", count: 25 },
  });
  for (const wrong of [{ seed: "" }, { seed: "\ud800" }, { seed: "x", count: 0 }, { seed: "x", from: "yesterday" }])
    await expect(drawn(wrong)).rejects.toThrow("invalid_input");
});
