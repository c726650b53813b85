import { afterAll, beforeAll, expect, test } from "vitest";
import { choicesAgree, countsAgree } from "./agreement.ts";
import { guardOf, transaction } from "./forge.ts";
import { buildScenes, type Scenes } from "./scenes.ts";

let scenes: Scenes;
beforeAll(async () => {
  scenes = await buildScenes();
});
afterAll(() => scenes.world.end());

// What SQL repeats of the policy, read from the pinned revision's own JSON, it counts as the policy does (architecture 5).
test.each([
  ["sign-offs and dissent are counted", countsAgree],
  ["the policy that applies is chosen", choicesAgree],
] as const)("%s by the database as by the policy, on random cases", async (_, agree) => {
  expect(guardOf(await transaction(scenes.world.database.admin.pool, "", (sql) => agree(sql, scenes, 200)))).toBe(
    "agreed",
  );
});
