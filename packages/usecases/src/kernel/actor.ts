import { doublyGrantedRoles, type Role } from "@countersign/domain";
import { type Reader, row, type Row, rows } from "@countersign/db";
import { holdShared, type WriteTx } from "@countersign/db/write";
import type { RecordedActor } from "@countersign/record";

/** Who asks. Every kind is judged by the same table; none is exempt. */
export type Actor =
  | { kind: "user"; personId: string }
  | { kind: "token"; tokenId: string }
  | { kind: "job"; name: string }
  | { kind: "operator"; name: string };

/** The actor with what the database says about it now: never what a session or a token claims. */
export interface KnownActor {
  actor: Actor;
  /** The person answerable: the user, or the token's owner. Null for jobs and the operator. */
  personId: string | null;
  /** Active, unexpired, owner active. An actor that is not in force may do nothing. */
  inForce: boolean;
  rolesIn(workspaceId: string): Role[];
  /** Workspaces in which the actor holds any role. */
  workspaces: string[];
  /** Keys of the models that a token is limited to; null: all. */
  models: string[] | null;
}

/**
 * Holds the actor's power as it is until commit: whoever ends it (`Run.endsPowerOf`) waits for what has begun, and what
 * begins afterwards finds it ended. Without this a revoked role could act after its end, in the order of the log.
 */
export async function holdPower(tx: WriteTx, actor: Actor): Promise<void> {
  if (actor.kind === "user") return holdShared(tx, `actor:${actor.personId}`);
  if (actor.kind !== "token") return;
  await holdShared(tx, `actor:${actor.tokenId}`);
  const token = await row(tx, "token", actor.tokenId);
  if (token) await holdShared(tx, `actor:${token.owner_id}`);
}

/** Loads an actor's standing inside the caller's transaction. */
export async function knowActor(reader: Reader, actor: Actor, at: string): Promise<KnownActor> {
  switch (actor.kind) {
    case "user":
      return knowUser(reader, actor);
    case "token":
      return knowToken(reader, actor, at);
    case "job":
    case "operator":
      return { actor, personId: null, inForce: true, rolesIn: () => [], workspaces: [], models: null };
  }
}

async function knowUser(reader: Reader, actor: Extract<Actor, { kind: "user" }>): Promise<KnownActor> {
  const person = await row(reader, "person", actor.personId);
  const grants = await rows(reader, "role_grant", { person_id: actor.personId, state: "active" });
  return {
    actor,
    personId: actor.personId,
    inForce: person?.state === "active",
    rolesIn: (workspaceId) =>
      inWorkspace(
        grants.map((grant) => [grant.workspace_id, grant.role as Role]),
        workspaceId,
      ),
    workspaces: [...new Set(grants.map((grant) => grant.workspace_id))],
    models: null,
  };
}

async function knowToken(reader: Reader, actor: Extract<Actor, { kind: "token" }>, at: string): Promise<KnownActor> {
  const token = await row(reader, "token", actor.tokenId);
  const owner = token ? await row(reader, "person", token.owner_id) : null;
  const roles = await tokenRoles(reader, token);
  return {
    actor,
    personId: token?.owner_id ?? null,
    inForce: token?.state === "active" && token.expires_at > at && owner?.state === "active",
    rolesIn: (workspaceId) =>
      inWorkspace(
        roles.map((role) => [token?.workspace_id ?? "", role]),
        workspaceId,
      ),
    workspaces: token ? [token.workspace_id] : [],
    models: token?.models ?? null,
  };
}

/** A role that takes two administrators is a token's only while its owner holds it: making a token grants nothing. */
async function tokenRoles(reader: Reader, token: Row<"token"> | null): Promise<Role[]> {
  const roles = (token?.roles ?? []) as Role[];
  if (!token || !roles.some((role) => doublyGrantedRoles.includes(role))) return roles;
  const held = await rows(reader, "role_grant", {
    person_id: token.owner_id,
    workspace_id: [token.workspace_id, defaultWorkspace],
    state: "active",
  });
  const owners = inWorkspace(
    held.map((grant) => [grant.workspace_id, grant.role as Role]),
    token.workspace_id,
  );
  return roles.filter((role) => !doublyGrantedRoles.includes(role) || owners.includes(role));
}

/** The workspace that always exists. Its administrators administer every workspace. */
export const defaultWorkspace = "wsp_default";

function inWorkspace(grants: [workspaceId: string, role: Role][], workspaceId: string): Role[] {
  const held = grants.filter(
    ([at, role]) => at === workspaceId || (at === defaultWorkspace && role === "administrator"),
  );
  return [...new Set(held.map(([, role]) => role))];
}

/** The actor as the log keeps it, with the roles in force in the workspace of the act. */
export function recorded(known: KnownActor, workspaceId: string | null): RecordedActor {
  const { actor } = known;
  const id = actor.kind === "user" ? actor.personId : actor.kind === "token" ? actor.tokenId : actor.name;
  return {
    kind: actor.kind,
    id,
    person: known.personId,
    roles: workspaceId ? known.rolesIn(workspaceId).toSorted() : [],
  };
}
