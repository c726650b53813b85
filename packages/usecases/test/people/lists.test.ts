import { emailOf, type Name, newWorld, passwordOf, type World } from "@countersign/testing";
import type { PersonListItem, TokenListItem } from "@countersign/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  createToken,
  defineWorkspace,
  grantRole,
  me,
  peopleList,
  query,
  revokeToken,
  signIn,
  signOut,
  tokenList,
} from "../../src/index.ts";

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

test("people are listed with how often they signed; when they last signed in is told to administrators and auditors alone", async () => {
  const listed = async (who: Name): Promise<PersonListItem[]> => {
    const asked = await query(world.deps, world.as(who), peopleList, {});
    if (!asked.ok) throw new Error(asked.refusal.kind);
    return asked.value;
  };
  const of = async (who: Name, whom: Name) =>
    (await listed(who)).find((person) => person.id === world.people[whom]) ?? { signatures: -1 };
  const before = (await of("ruth", "priya")).signatures;
  expect(await of("ruth", "priya")).toMatchObject({ signedIn: null });
  await world.approved();
  expect(await of("ruth", "priya")).toMatchObject({ signatures: before + 1 });
  expect(await of("ruth", "tomas")).toMatchObject({ signatures: 0 });
  const since = new Date().toISOString();
  const session = await signIn(world.deps, {
    email: emailOf("priya"),
    password: passwordOf("priya"),
    source: "here",
    kind: "browser",
  });
  if (!session.ok) throw new Error(session.reason);
  await signOut(world.deps, session.session);
  for (const who of ["ruth", "ingrid"] as const) {
    const { signedIn } = (await of(who, "priya")) as PersonListItem;
    expect(Date.parse(signedIn ?? "")).toBeGreaterThanOrEqual(Date.parse(since) - 1_000);
  }
  for (const who of ["sofia", "hanna"] as const) expect(await of(who, "priya")).not.toHaveProperty("signedIn");
});

test("the names of workspaces are those in which somebody holds a role now", async () => {
  await world.act("ingrid", defineWorkspace, { key: "other", title: "Another team" });
  expect(await query(world.deps, world.as("priya"), me, {})).toMatchObject({ value: { workspaces: ["Default"] } });
  // A role that waits for the second administrator is none yet.
  expect(await query(world.deps, world.as("nobody"), me, {})).toMatchObject({ value: { workspaces: [] } });
});
