import { type CommandName, isPermitted, permissions, practisingRoles, type Role } from "@countersign/domain";
import type { z } from "zod";
import { type Actor, type KnownActor, knowActor } from "../kernel/actor.ts";
import { Refused, type Result, type Run } from "../kernel/command.ts";
import type { Deps } from "../kernel/deps.ts";
import { parseInput } from "../kernel/parse-input.ts";
import { reauthenticate } from "../kernel/reauthenticate.ts";
import { holdKept, type Kept } from "./kept.ts";
import { type Scene, sceneOf } from "./scene.ts";

/** What an act of practice may do. It sees the facts of its own sample, and writes to nothing but its person's own row. */
interface Practising extends Pick<Run, "at" | "refuse"> {
  db: Pick<Deps["database"]["db"], "execute">;
  person: string;
  role: Role;
  kept: Kept;
  scene: Scene;
}

interface Practice<I, O> {
  /** What it practises: whoever could never give that command cannot practise it. */
  command: CommandName;
  input: z.ZodType<I>;
  reauthenticate?: boolean;
  run(practising: Practising, input: I): Promise<O>;
}

/** The role in which somebody practises: the first of theirs that judges. */
export const roleToPractise = ({ workspaces, rolesIn }: Pick<KnownActor, "workspaces" | "rolesIn">): Role | null => {
  const held = workspaces.flatMap((workspace) => rolesIn(workspace));
  return practisingRoles.find((role) => held.includes(role)) ?? null;
};

/**
 * Declares an act of practice: it is judged as its command would be, proves its person by the same password with the same
 * lock-out, and is no command itself. A refusal is answered and, like the act, recorded nowhere.
 */
export const practise =
  <I, O>(practice: Practice<I, O>) =>
  async (deps: Deps, actor: Actor, rawInput: unknown): Promise<Result<O>> => {
    if (actor.kind !== "user") return { ok: false, refusal: { kind: "not_in_force" } };
    const parsed = parseInput(practice.input, rawInput);
    if (!parsed.ok) return parsed;
    if (practice.reauthenticate) {
      const proof = await reauthenticate(deps, actor.personId, (parsed.input as { password?: string }).password);
      if (!proof.ok) return proof;
    }
    try {
      const value = await deps.database.db.transaction(async (db) => {
        const at = deps.now().toISOString();
        const role = await roleNow(db, actor, practice.command, at);
        const kept = await holdKept(db, actor.personId);
        const scene = sceneOf(actor.personId, role, at, kept.work);
        return practice.run({ db, at, person: actor.personId, role, kept, scene, refuse }, parsed.input);
      });
      return { ok: true, value };
    } catch (error) {
      if (error instanceof Refused) return { ok: false, refusal: error.refusal };
      throw error;
    }
  };

function refuse(refusal: Refused["refusal"]): never {
  throw new Refused(refusal);
}

async function roleNow(db: Deps["database"]["db"], actor: Actor, command: CommandName, at: string): Promise<Role> {
  const known = await knowActor({ db }, actor, at);
  const role = roleToPractise(known);
  if (!known.inForce) throw new Refused({ kind: "not_in_force" });
  const may = role !== null && isPermitted(command, actor.kind, [role]);
  if (!may) {
    const roles = practisingRoles.filter((one) => (permissions[command].roles as readonly Role[]).includes(one));
    throw new Refused({ kind: "not_permitted", command, roles, actor: actor.kind });
  }
  return role;
}
