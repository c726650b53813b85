import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decide, grant, quorum } from "./attempts/attempt.ts";
import { attempts } from "./attempts/every.ts";
import { everything, guardOf, transaction } from "./forge.ts";
import { buildScenes, type Scenes } from "./scenes.ts";

let scenes: Scenes;
let before: Record<string, string>;
beforeAll(async () => {
  scenes = await buildScenes();
  before = await everything(scenes.world.database.admin.pool);
});
afterAll(() => scenes.world.end());

for (const [group, list] of Object.entries(attempts)) {
  describe(`raw SQL, ${group}: refused by name, and nothing has changed`, () => {
    test.each(list.map((attempt) => ({ role: "countersign_app" as const, ...attempt })))(
      "$role: $attempt → $refusedBy",
      async ({ role, refusedBy, steps }) => {
        const { pool } = scenes.world.database.as(role);
        const error = await transaction(pool, scenes.world.people.priya, (sql) => steps(sql, scenes));
        expect(guardOf(error)).toBe(refusedBy);
        expect(await everything(scenes.world.database.admin.pool)).toEqual(before);
      },
    );
  });
}

test("the attempts are not refused for their form: the same hand, with every right on its side, is let through", async () => {
  const { pool } = scenes.world.database.as("countersign_app");
  const forged = async (work: Parameters<typeof transaction>[2]) =>
    guardOf(
      await transaction(pool, scenes.world.people.priya, async (sql) => {
        await work(sql);
        await sql.query("set constraints all immediate");
        throw new Error("taken back");
      }),
    );
  expect(await forged((sql) => decide(sql, scenes.open, scenes.world.people.priya, "approver", "approve"))).toBe(
    "taken back",
  );
  expect(
    await forged(async (sql) => {
      await quorum(sql, scenes, scenes.open);
      await grant(sql, scenes.open);
    }),
  ).toBe("taken back");
  expect(await everything(scenes.world.database.admin.pool)).toEqual(before);
});

// The one thing that remains possible with the application's own database password, named in SECURITY.md as the residual:
// it ends when a decision carries that person's passkey signature, which notary and verifier check.
test("residual of SECURITY.md: with the application's password a decision can be written in another person's name", async () => {
  const { world, open } = scenes;
  const outcome = await transaction(world.database.as("countersign_app").pool, world.people.priya, (sql) =>
    decide(sql, open, world.people.priya, "approver", "approve"),
  );
  expect(guardOf(outcome)).toBe("nothing");
  const view = await world.view(open, "ruth");
  expect(view.state).toBe("pending_approval");
  const event = await world.database.admin.pool.query("select usr, core from audit.event order by id desc limit 1");
  const [row] = event.rows as { usr: string; core: Buffer }[];
  expect(row?.usr).toBe("countersign_app");
  expect(JSON.parse(row?.core.toString("utf8") ?? "{}")).toMatchObject({
    act: "decision.signed",
    actor: { person: world.people.priya },
  });
});
