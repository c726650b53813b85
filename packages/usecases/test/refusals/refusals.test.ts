import { explainRefusal, type RefusalKind, refusalKinds } from "@countersign/domain";
import { newWorld, type World } from "@countersign/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { situations } from "./situations.ts";

let world: World;
const met = new Set<string>();
beforeAll(async () => {
  world = await newWorld();
});
afterAll(async () => {
  process.stdout.write(`refusal coverage: ${met.size} of ${refusalKinds.length} kinds met\n`);
  await world.end();
});

test("every kind of refusal has a situation that leads to it", () => {
  expect(Object.keys(situations).toSorted()).toEqual(refusalKinds.toSorted());
  expect(explainRefusal({ kind: "not_live" }).detail).toContain("before the instance is live");
});

test.each(Object.entries(situations) as [RefusalKind, (typeof situations)[RefusalKind]][])(
  "refused: %s",
  async (kind, situation) => {
    expect(await situation(world)).toBe(kind);
    met.add(kind);
  },
);
