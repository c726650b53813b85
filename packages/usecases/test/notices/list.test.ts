import type { UpdatesView } from "@countersign/domain";
import { rows, sql } from "@countersign/db";
import { type Name, newWorld, type World } from "@countersign/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { commentOnReview, followTrail, noticeList, query, readNotices, revokeRole } from "../../src/index.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
  await followTrail(world.workerDeps);
});
afterAll(() => world.end());

async function updates(who: Name, input: object = {}): Promise<UpdatesView> {
  const asked = await query(world.deps, world.as(who), noticeList, input);
  if (!asked.ok) throw new Error(asked.refusal.kind);
  return asked.value;
}

test("what somebody was told stands there newest first, in pages, until it is read; it is nobody else's, and no turn", async () => {
  const { reviewId, number } = await world.sealed();
  const write = (who: Name) => world.act(who, commentOnReview, { reviewId, body: "Which sample is this?" });
  for (const who of ["priya", "hanna", "daniel", "hanna"] as const) await write(who);
  await followTrail(world.workerDeps);
  const { items, unread, before } = await updates("priya");
  expect(items.map(({ text, seen, title, path }) => [text, seen, title, path])).toEqual(
    ["hanna", "daniel", "hanna"].map((name) => [
      `${name} wrote in a discussion in which you wrote.`,
      false,
      `Retail credit PD, version ${number}`,
      `/reviews/${reviewId}`,
    ]),
  );
  expect([unread, before]).toEqual([3, null]);
  const first = await updates("priya", { first: 2 });
  expect([first.items.map(({ id }) => id), first.before]).toEqual([
    items.slice(0, 2).map(({ id }) => id),
    items[1]?.id,
  ]);
  const rest = await updates("priya", { first: 2, before: first.before });
  expect([rest.items.map(({ id }) => id), rest.before]).toEqual([[items[2]?.id], null]);
  expect((await updates("priya", { first: 0 })).unread).toBe(3);
  expect((await updates("liwei")).items).toEqual([]);
  // Whose turn it is stands in the inbox itself.
  expect((await updates("liwei")).unread).toBe(0);
  await write("hanna");
  await followTrail(world.workerDeps);
  expect(await readNotices(world.deps, world.as("hanna"), { newest: items[0]?.id })).toEqual({
    ok: true,
    value: { read: 0 },
  });
  expect(await readNotices(world.deps, world.as("priya"), { newest: items[0]?.id })).toEqual({
    ok: true,
    value: { read: 3 },
  });
  // What came after the page was read is unread still.
  expect((await updates("priya")).items.map(({ seen }) => seen)).toEqual([false, true, true, true]);
});

test("of a workspace that somebody sees no more, their updates say nothing; a token has none", async () => {
  const [grant] = await rows(world.deps.database, "role_grant", { person_id: world.people.daniel });
  expect((await updates("daniel")).items.length).toBeGreaterThan(0);
  await world.act("ingrid", revokeRole, { grantId: grant?.id });
  const [{ id: reviewId } = { id: "" }] = await rows(world.deps.database, "review", {});
  await world.act("hanna", commentOnReview, { reviewId, body: "Daniel wrote here once." });
  await followTrail(world.workerDeps);
  const told = await world.database.admin.db.execute(sql`
    select kind from ops.notice where person_id = ${world.people.daniel} and seen_at is null order by at desc`);
  // Two of before, and the end of the role.
  expect(told.rows.map(({ kind }) => kind)).toEqual(["security", "answer", "answer"]);
  expect(await query(world.deps, world.as("daniel"), noticeList, {})).toMatchObject({ refusal: { kind: "not_found" } });
  const token = { kind: "token", tokenId: "tok_0" } as const;
  expect(await readNotices(world.deps, token, { newest: "ntc_0" })).toMatchObject({
    refusal: { kind: "not_in_force" },
  });
  expect(await readNotices(world.deps, world.as("priya"), { newest: 5 })).toMatchObject({
    refusal: { kind: "invalid_input" },
  });
});
