import { createToken, grantRole, makeSetUpLink } from "../../../src/index.ts";
import { draft, fresh, one, person, type Scene } from "../scene.ts";

const why = "Asked for in the ticket of this morning.";

const token: Scene = async (world) => {
  const { tokenId } = await world.act<{ tokenId: string }>("ingrid", createToken, {
    label: fresh("token"),
    ownerId: world.people.tomas,
    roles: ["developer"],
  });
  return { tokenId };
};

export const peopleScenes = {
  "instance.set_up": async (world) => ({
    link: await makeSetUpLink(world.deps),
    origin: "other.test",
    name: "Eve",
    email: `${fresh("eve")}@northgate.example`,
    password: "correct-horse-eve",
  }),
  "instance.go_live": async () => ({}),
  "person.invite": async () => ({ name: "Noor Haddad", email: `${fresh("noor")}@northgate.example` }),
  "person.rename": async (world) => ({ personId: await person(world), name: "Another Name" }),
  "person.deactivate": async (world) => ({ personId: await person(world) }),
  "credential.reset": async (world) => ({ personId: await person(world) }),
  "role.grant": async (world) => ({ personId: await person(world), role: "auditor" }),
  "role.confirm": async (world, { name }) => {
    const { grantId } = await world.act<{ grantId: string }>(name === "marcus" ? "ingrid" : "marcus", grantRole, {
      personId: await person(world),
      role: "approver",
    });
    return { grantId };
  },
  "role.revoke": async (world) => {
    const { grantId } = await world.act<{ grantId: string }>("ingrid", grantRole, {
      personId: await person(world),
      role: "auditor",
    });
    return { grantId };
  },
  "workspace.define": async () => ({ key: fresh("team"), title: "A team" }),
  "environment.define": async () => ({ key: fresh("env"), title: "An environment", protects: [fresh("alias")] }),
  "token.create": async (world) => ({ label: fresh("token"), ownerId: world.people.tomas, roles: ["developer"] }),
  "token.rotate": token,
  "token.revoke": token,
  "event.list": async () => ({ limit: 5 }),
  "evidence.export": async (world, giver) => ({
    versionId: (await draft(world, giver)).versionId,
    manifestSha256: "ab".repeat(32),
    size: 1,
    heads: [["model:mdl_1", 1]],
  }),
  "approval.revoke": async (world) => ({
    approvalId: (await one(world, "approval", { review_id: (await world.approved()).reviewId })).id,
    reason: why,
  }),
  "approval.expire": async (world) => ({
    approvalId: (await one(world, "approval", { review_id: (await world.approved()).reviewId })).id,
  }),
} as const satisfies Record<string, Scene>;
