import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { approvals } from "./attempts/approvals.ts";
import type { Attempt } from "./attempts/attempt.ts";
import { content } from "./attempts/content.ts";
import { decisions } from "./attempts/decisions.ts";
import { everything, guardOf, transaction } from "./forge.ts";
import { buildScenes, type Scenes } from "./scenes.ts";

let scenes: Scenes;
let before: Record<string, string>;
beforeAll(async () => {
  scenes = await buildScenes();
  before = await everything(scenes.world.database.admin.pool);
});
afterAll(() => scenes.world.end());

const attempts: Record<string, Attempt[]> = { decisions, approvals, content };

for (const [group, list] of Object.entries(attempts)) {
  describe(`raw SQL, ${group}: refused by name, and nothing has changed`, () => {
    test.each(list.map((attempt) => ({ role: "countersign_app" as const, ...attempt })))("$role: $attempt → $refusedBy", async ({ role, refusedBy, steps }) => {
      const { pool } = scenes.world.database.as(role);
      const error = await transaction(pool, scenes.world.people.priya, (sql) => steps(sql, scenes));
      expect(guardOf(error)).toBe(refusedBy);
      expect(await everything(scenes.world.database.admin.pool)).toEqual(before);
    });
  });
}
