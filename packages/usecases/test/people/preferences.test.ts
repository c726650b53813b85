import { saidRefusal } from "@countersign/domain";
import { newWorld, type World } from "@countersign/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { preferencesOf, setPreferences } from "../../src/index.ts";
import { usual } from "../notices/post.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.end());

const set = (input: object) => setPreferences(world.deps, world.as("liwei"), input);

test("what is usual holds until somebody chooses, and what they choose is theirs alone", async () => {
  const { liwei, priya } = world.people;
  expect(await preferencesOf(world.deps.database, liwei)).toEqual(usual);
  const chosen = {
    language: "de",
    zone: "Europe/Berlin",
    notices: { ...usual.notices, turn: "digest", answer: "off" },
    digest: false,
    quiet: { from: "19:30", to: "07:00" },
  };
  expect(await set(chosen)).toEqual({ ok: true, value: chosen });
  expect(await preferencesOf(world.deps.database, liwei)).toEqual(chosen);
  expect(await preferencesOf(world.deps.database, priya)).toEqual(usual);
  await set(usual);
  expect(await preferencesOf(world.deps.database, liwei)).toEqual(usual);
});

test.each([
  ["zone", { zone: "Europe/Northgate" }, "is not a time zone such as Europe/Berlin"],
  ["zone", { zone: "+02:00" }, "is not a time zone such as Europe/Berlin"],
  ["language", { language: "la" }, 'is "la"; it can be en, de, en-XA'],
  ["notices.turn", { notices: { ...usual.notices, turn: "never" } }, 'is "never"; it can be at_once, digest, off'],
  [
    "notices.security",
    { notices: { ...usual.notices, security: "off" } },
    "cannot be switched off: it tells of what others do to this account",
  ],
  ["notices", { notices: { ...usual.notices, gossip: "at_once" } }, "has a key that nobody knows: gossip"],
  ["quiet", { quiet: { from: "07:00", to: "07:00" } }, "begin and end at the same time"],
  ["quiet.to", { quiet: { from: "22:00", to: "24:00" } }, "is not a time of day such as 22:00"],
])("%s is refused in words: %j", async (path, change, text) => {
  const refused = await set({ ...usual, ...change });
  expect(refused.ok ? null : saidRefusal(refused.refusal)).toEqual({
    kind: "invalid_input",
    problems: [{ path, text }],
  });
});

test("a token chooses nothing", async () => {
  expect(await setPreferences(world.deps, { kind: "token", tokenId: "tok_0" }, usual)).toMatchObject({
    refusal: { kind: "not_in_force" },
  });
});
