import { sql } from "@countersign/db";
import type { Role } from "@countersign/domain";
import { emailOf, job, type Name, type World } from "@countersign/testing";
import {
  type Actor,
  confirmRole,
  createToken,
  deactivatePerson,
  defineWorkspace,
  grantRole,
  revokeToken,
} from "../../src/index.ts";
import { fresh, type Giver, person } from "../support/scene.ts";
import { tokenRoles } from "./rows.ts";

/** One holder of each role and of no other. */
const holders: Record<Role, Name> = {
  administrator: "ingrid",
  model_owner: "amara",
  developer: "tomas",
  validator: "liwei",
  model_risk_manager: "sofia",
  approver: "priya",
  compliance_officer: "hanna",
  deployer: "dirk",
  auditor: "ruth",
};
const roles = Object.keys(holders) as Role[];

export interface Column extends Giver {
  label: string;
  /** What the actor is to the matrix. */
  as:
    | { person: Role }
    | { token: Role }
    | "job"
    | "operator"
    | "nobody"
    | "elsewhere"
    | "deactivated"
    | "ended token"
    | "narrow token";
}

/** Every kind of actor in one world. */
export async function columns(world: World): Promise<Column[]> {
  const token = async (role: Role, change: object = {}): Promise<Actor> => {
    const { tokenId } = await world.act<{ tokenId: string }>("ingrid", createToken, {
      label: fresh("matrix"),
      ownerId: world.people[holders[role]],
      roles: [role],
      ...change,
    });
    return { kind: "token", tokenId };
  };
  const past = { ...world.deps, now: () => new Date(Date.now() - 3 * 86_400_000) };
  const expired = await world.try<{ tokenId: string }>(
    "ingrid",
    createToken,
    { label: fresh("old"), ownerId: world.people.tomas, roles: ["developer"], days: 1 },
    { deps: past },
  );
  const revoked = await token("developer");
  if (!expired.ok || revoked.kind !== "token") throw new Error("no tokens");
  await world.act("ingrid", revokeToken, { tokenId: revoked.tokenId });
  const left = await person(world);
  for (const role of roles) await givenBothWays(world, left, role);
  await world.act("ingrid", deactivatePerson, { personId: left });
  const tokens: Column[] = [];
  for (const role of tokenRoles)
    tokens.push({ label: `token of ${role}`, actor: await token(role), as: { token: role } });
  return [
    ...roles.map((role): Column => ({
      label: role,
      actor: world.as(holders[role]),
      name: holders[role],
      as: { person: role },
    })),
    { label: "nobody", actor: world.as("nobody"), name: "nobody", as: "nobody" },
    {
      label: "every role in another workspace",
      actor: { kind: "user", personId: await elsewhere(world) },
      as: "elsewhere",
    },
    { label: "deactivated", actor: { kind: "user", personId: left }, as: "deactivated" },
    ...tokens,
    { label: "expired token", actor: { kind: "token", tokenId: expired.value.tokenId }, as: "ended token" },
    { label: "revoked token", actor: revoked, as: "ended token" },
    { label: "token for another model", actor: await token("developer", { models: ["another"] }), as: "narrow token" },
    { label: "job", actor: job, as: "job" },
    { label: "operator", actor: { kind: "operator", name: "shell" }, as: "operator" },
  ];
}

async function givenBothWays(world: World, personId: string, role: Role, workspaceId?: string): Promise<void> {
  const { grantId, state } = await world.act<{ grantId: string; state: string }>("ingrid", grantRole, {
    personId,
    role,
    ...(workspaceId ? { workspaceId } : {}),
  });
  if (state === "pending") await world.act("marcus", confirmRole, { grantId });
}

/** Somebody with every role in another workspace, and a password of the cast. */
async function elsewhere(world: World): Promise<string> {
  const { workspaceId } = await world.act<{ workspaceId: string }>("ingrid", defineWorkspace, {
    key: fresh("elsewhere"),
    title: "Elsewhere",
  });
  const personId = await person(world);
  for (const role of roles) await givenBothWays(world, personId, role, workspaceId);
  await world.deps.database.db.execute(
    sql`update ops.account set password_hash = (select password_hash from ops.account where email = ${emailOf("nobody")}) where person_id = ${personId}`,
  );
  return personId;
}
