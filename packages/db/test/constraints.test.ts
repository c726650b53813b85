import { afterAll, beforeAll, expect, test } from "vitest";
import { transaction } from "./forge.ts";
import { badRows } from "./rows/every.ts";
import { type BadRow, breakRule, ruleOf } from "./rows/row.ts";
import { buildScenes, type Scenes } from "./scenes.ts";

let scenes: Scenes;
beforeAll(async () => {
  scenes = await buildScenes();
});
afterAll(() => scenes.world.end());

const meets = async (row: BadRow): Promise<string> =>
  ruleOf(
    await transaction(scenes.world.database.admin.pool, "", async (sql) => {
      await breakRule(sql, row);
      throw new Error("held by nothing");
    }),
  );

test.each(badRows)("$refusedBy holds on $table, even for the superuser: $statements", async (row) => {
  expect(await meets(row)).toBe(row.refusedBy);
});
