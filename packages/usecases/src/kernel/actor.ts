import type { Role } from "@countersign/domain";
import { type Reader, row, rows } from "@countersign/db";
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
    rolesIn: (workspaceId) => inWorkspace(grants.map((grant) => [grant.workspace_id, grant.role as Role]), workspaceId),
    workspaces: [...new Set(grants.map((grant) => grant.workspace_id))],
    models: null,
  };
}

async function knowToken(reader: Reader, actor: Extract<Actor, { kind: "token" }>, at: string): Promise<KnownActor> {
  const token = await row(reader, "token", actor.tokenId);
  const owner = token ? await row(reader, "person", token.owner_id) : null;
  const roles = (token?.roles ?? []) as Role[];
  return {
    actor,
    personId: token?.owner_id ?? null,
    inForce: token?.state === "active" && token.expires_at > at && owner?.state === "active",
    rolesIn: (workspaceId) => inWorkspace(roles.map((role) => [token?.workspace_id ?? "", role]), workspaceId),
    workspaces: token ? [token.workspace_id] : [],
    models: token?.models ?? null,
  };
}

/** The workspace that always exists. Its administrators administer every workspace. */
export const defaultWorkspace = "wsp_default";

function inWorkspace(grants: [workspaceId: string, role: Role][], workspaceId: string): Role[] {
  const held = grants.filter(([at, role]) => at === workspaceId || (at === defaultWorkspace && role === "administrator"));
  return [...new Set(held.map(([, role]) => role))];
}

/** The actor as the log keeps it, with the roles in force in the workspace of the act. */
export function recorded(known: KnownActor, workspaceId: string | null): RecordedActor {
  const { actor } = known;
  const id = actor.kind === "user" ? actor.personId : actor.kind === "token" ? actor.tokenId : actor.name;
  return { kind: actor.kind, id, person: known.personId, roles: workspaceId ? known.rolesIn(workspaceId).toSorted() : [] };
}
