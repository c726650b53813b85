import { emailOf, newWorld, type World } from "@countersign/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  confirmRole,
  createToken,
  deactivatePerson,
  grantRole,
  invitePerson,
  resetCredential,
  revokeRole,
  revokeToken,
  rotateToken,
  uploadArtifact,
} from "../../src/index.ts";
import { fresh, one, person } from "../support/scene.ts";
import { newEvents } from "../support/trail.ts";
import { type Guard, guarded } from "./guard.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.end());

const gone = async (of: World): Promise<string> => {
  const personId = await person(of);
  await of.act("ingrid", deactivatePerson, { personId });
  return personId;
};
const granted = (of: World, change: object) => of.act<{ grantId: string }>("ingrid", grantRole, change);
const endedToken = async (of: World): Promise<string> => {
  const { tokenId } = await of.act<{ tokenId: string }>("ingrid", createToken, {
    label: fresh("token"),
    ownerId: of.people.tomas,
    roles: ["developer"],
  });
  await of.act("ingrid", revokeToken, { tokenId });
  return tokenId;
};

const guards: Guard[] = [
  [
    "an account is deactivated twice",
    { kind: "wrong_state", what: "person" },
    async (w) => ({ who: "ingrid", command: deactivatePerson, input: { personId: await gone(w) } }),
  ],
  [
    "an administrator deactivates themselves",
    { kind: "needs_second_person" },
    async (w) => ({ who: "ingrid", command: deactivatePerson, input: { personId: w.people.ingrid } }),
  ],
  [
    "a person is invited at an address that somebody has",
    { kind: "already_exists", what: `a person with the address ${emailOf("tomas")}` },
    async () => ({ who: "ingrid", command: invitePerson, input: { name: "Another", email: emailOf("tomas") } }),
  ],
  [
    "somebody is invited with a password that the administrator knows",
    { kind: "seed_closed" },
    async () => ({
      who: "ingrid",
      command: invitePerson,
      input: { name: "Eve", email: `${fresh("eve")}@northgate.example`, initialPassword: "known-to-the-administrator" },
    }),
  ],
  [
    "the credentials of a deactivated account are reset",
    { kind: "wrong_state", what: "person" },
    async (w) => ({ who: "ingrid", command: resetCredential, input: { personId: await gone(w) } }),
  ],
  [
    "a deactivated person is granted a role",
    { kind: "wrong_state", what: "person" },
    async (w) => ({ who: "ingrid", command: grantRole, input: { personId: await gone(w), role: "auditor" } }),
  ],
  [
    "a role is granted that is held",
    { kind: "already_exists", what: "a grant of auditor" },
    async (w) => ({ who: "ingrid", command: grantRole, input: { personId: w.people.ruth, role: "auditor" } }),
  ],
  [
    "a grant is confirmed that is in force",
    { kind: "wrong_state", what: "grant" },
    async (w) => ({
      who: "marcus",
      command: confirmRole,
      input: await granted(w, { personId: await person(w), role: "auditor" }).then(({ grantId }) => ({ grantId })),
    }),
  ],
  [
    "an administrator confirms a role of their own",
    { kind: "needs_second_person" },
    async (w) => ({
      who: "marcus",
      command: confirmRole,
      input: await granted(w, { personId: w.people.marcus, role: "approver" }).then(({ grantId }) => ({ grantId })),
    }),
  ],
  [
    "a grant is revoked twice",
    { kind: "wrong_state", what: "grant" },
    async (w) => {
      const { grantId } = await granted(w, { personId: await person(w), role: "auditor" });
      await w.act("ingrid", revokeRole, { grantId });
      return { who: "ingrid", command: revokeRole, input: { grantId } };
    },
  ],
  [
    "a token is made for a deactivated person",
    { kind: "wrong_state", what: "person" },
    async (w) => ({
      who: "ingrid",
      command: createToken,
      input: { label: fresh("token"), ownerId: await gone(w), roles: ["developer"] },
    }),
  ],
  [
    "a token gets a role that takes two administrators and that its owner does not hold",
    { kind: "needs_second_person" },
    async (w) => ({
      who: "ingrid",
      command: createToken,
      input: { label: fresh("token"), ownerId: w.people.tomas, roles: ["developer", "compliance_officer"] },
    }),
  ],
  [
    "a revoked token is revoked again",
    { kind: "wrong_state", what: "token" },
    async (w) => ({ who: "ingrid", command: revokeToken, input: { tokenId: await endedToken(w) } }),
  ],
  [
    "a revoked token gets a new secret",
    { kind: "wrong_state", what: "token" },
    async (w) => ({ who: "ingrid", command: rotateToken, input: { tokenId: await endedToken(w) } }),
  ],
];
guarded(() => world, guards);

test("refused: an auditor uploads a file, and the attempt is an event", async () => {
  const since = await newEvents(world);
  const answer = await uploadArtifact(
    world.deps,
    world.as("ruth"),
    "ab".repeat(32),
    (async function* () {
      yield Buffer.from("bytes");
    })(),
  );
  expect(answer).toEqual({ ok: false, reason: "not_permitted" });
  expect((await since()).map(({ act, data }) => [act, data["refusal"]])).toEqual([
    ["attempt.refused", "not_permitted"],
  ]);
});

test("refused: the last administrator ends their own grant", async () => {
  const own = async (personId: string) => ({
    grantId: (await one(world, "role_grant", { person_id: personId, role: "administrator" })).id,
  });
  await world.act("ingrid", revokeRole, await own(world.people.marcus));
  expect(await world.refused("ingrid", revokeRole, await own(world.people.ingrid))).toMatchObject({
    kind: "needs_second_person",
  });
});
