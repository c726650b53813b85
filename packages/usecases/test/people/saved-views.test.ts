import { newWorld, type World } from "@countersign/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { savedViews, saveView } from "../../src/index.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.end());

const names = async (personId: string): Promise<string[]> =>
  (await savedViews(world.deps, personId, "models")).map(({ name }) => name);

test("a view is saved, given another selection, and forgotten; it is nobody else's", async () => {
  const { sofia, priya } = world.people;
  const as = world.as("sofia");
  for (const [name, selection] of [
    ["tier one", "tier=T1"],
    ["Mine", "q=sofia"],
    ["tier one", "tier=T1&sort=open"],
  ])
    expect(await saveView(world.deps, as, { page: "models", name, selection })).toEqual({ ok: true, value: { name } });
  expect(await savedViews(world.deps, sofia, "models")).toEqual([
    { page: "models", name: "Mine", selection: "q=sofia" },
    { page: "models", name: "tier one", selection: "tier=T1&sort=open" },
  ]);
  expect(await savedViews(world.deps, sofia, "audit")).toEqual([]);
  expect(await names(priya)).toEqual([]);
  await saveView(world.deps, world.as("priya"), { page: "models", name: "Mine", selection: null });
  expect(await names(sofia)).toEqual(["Mine", "tier one"]);
  await saveView(world.deps, as, { page: "models", name: "Mine", selection: null });
  expect(await names(sofia)).toEqual(["tier one"]);
});

test("thirty are enough, names are lines, and a token has none", async () => {
  const as = world.as("liwei");
  const save = (name: string) => saveView(world.deps, as, { page: "models", name, selection: "tier=T1" });
  for (let i = 0; i < 30; i++) expect((await save(`view ${i}`)).ok).toBe(true);
  expect(await save("one more")).toMatchObject({ refusal: { kind: "limit_exceeded", limit: 30 } });
  expect((await save("view 3")).ok).toBe(true);
  for (const name of ["", "two\nlines"]) expect(await save(name)).toMatchObject({ refusal: { kind: "invalid_input" } });
  const token = { kind: "token", tokenId: "tok_0" } as const;
  expect(await saveView(world.deps, token, { page: "models", name: "x", selection: null })).toMatchObject({
    refusal: { kind: "not_in_force" },
  });
});
