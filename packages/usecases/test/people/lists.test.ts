import { type Name, newWorld, type World } from "@countersign/testing";
import type { PersonListItem, TokenListItem } from "@countersign/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createToken, grantRole, peopleList, query, revokeToken, tokenList } from "../../src/index.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.end());

const tokens = async (who: Name, now = new Date()): Promise<TokenListItem[] | string> => {
  const asked = await query({ ...world.deps, now: () => now }, world.as(who), tokenList, {});
  return asked.ok ? asked.value : asked.refusal.kind;
};

test("a grant that waits says who asked for it: the other administrator may confirm", async () => {
  await world.act("ingrid", grantRole, { personId: world.people.nobody, role: "approver" });
  const asked = await query(world.deps, world.as("marcus"), peopleList, {});
  if (!asked.ok) throw new Error(asked.refusal.kind);
  const found: PersonListItem | undefined = asked.value.find((person) => person.id === world.people.nobody);
  expect(found?.grants).toEqual([
    expect.objectContaining({
      role: "approver",
      state: "pending",
      askedBy: expect.objectContaining({ id: world.people.ingrid }),
    }),
  ]);
});

test("tokens are listed with scope and end, never with a secret; the time over is told from the end by somebody", async () => {
  const made = await world.act<{ tokenId: string; secret: string }>("ingrid", createToken, {
    label: "nightly",
    ownerId: world.people.tomas,
    roles: ["developer"],
    models: ["credit-pd"],
    days: 2,
  });
  const listed = await tokens("ruth");
  expect(JSON.stringify(listed)).not.toContain(made.secret);
  expect(listed).toContainEqual(
    expect.objectContaining({
      id: made.tokenId,
      label: "nightly",
      state: "active",
      models: ["credit-pd"],
      roles: ["developer"],
    }),
  );
  const stateOf = (list: TokenListItem[] | string): string | undefined =>
    typeof list === "string" ? list : list.find((token) => token.id === made.tokenId)?.state;
  expect(stateOf(await tokens("ingrid", new Date(Date.now() + 3 * 86_400_000)))).toBe("expired");
  await world.act("ingrid", revokeToken, { tokenId: made.tokenId });
  expect(stateOf(await tokens("ingrid"))).toBe("revoked");
});

test("who neither administers nor audits sees no token", async () => {
  for (const who of ["priya", "tomas", "nobody"] as const) expect(await tokens(who)).toBe("not_found");
});
