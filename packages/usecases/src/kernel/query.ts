import type { Role } from "@countersign/domain";
import { readSnapshot, type Reader } from "@countersign/db";
import { english, type Say } from "@countersign/words";
import type { z } from "zod";
import { type Actor, type KnownActor, knowActor } from "./actor.ts";
import { type Command, Refused, type Result, type Scope } from "./command.ts";
import type { Deps } from "./deps.ts";
import { execute } from "./execute.ts";
import { parseInput } from "./parse-input.ts";

export interface Ask {
  deps: Deps;
  reader: Reader;
  known: KnownActor;
  at: string;
  /** How texts are said to whoever asks. */
  say: Say;
}

interface Seen {
  workspaceId: string | null;
  /** Key of the model concerned: a token limited to models sees no other. */
  modelKey?: string;
}

/** A read of governed data. `see`: the workspace whose roles decide; null for what spans the actor's workspaces. */
export interface Query<I, S extends Seen, O> {
  name: string;
  input: z.ZodType<I>;
  /** Roles that may ask; `any`: whoever holds a role in the workspace; `none`: also who holds none yet. */
  roles: "none" | "any" | readonly Role[];
  see(ask: Ask, input: I): Promise<S | null>;
  /** The command that records the asking, with the same input; without its event there is no answer. */
  recordedBy?(): Command<I, Scope, unknown>;
  run(ask: Ask, seen: S, input: I): Promise<O>;
}

export const defineQuery = <I, S extends Seen, O>(definition: Query<I, S, O>): Query<I, S, O> => definition;

/** Answers a query from one snapshot of the database, or refuses. Writes nothing. */
export async function query<I, S extends Seen, O>(
  deps: Deps,
  actor: Actor,
  definition: Query<I, S, O>,
  rawInput: unknown,
  say: Say = english,
): Promise<Result<O>> {
  const parsed = parseInput(definition.input, rawInput);
  if (!parsed.ok) return parsed;
  const recorder = definition.recordedBy?.();
  const recorded = recorder ? await execute(deps, actor, recorder, rawInput) : null;
  if (recorded && !recorded.ok) return recorded;
  try {
    const value = await readSnapshot(deps.database, async (reader) => {
      const at = deps.now().toISOString();
      const known = await knowActor(reader, actor, at);
      if (!known.inForce) throw new Refused({ kind: "not_in_force" });
      const ask: Ask = { deps, reader, known, at, say };
      const seen = await definition.see(ask, parsed.input);
      const other = known.models && seen?.modelKey !== undefined && !known.models.includes(seen.modelKey);
      if (!seen || other || !maySee(known, seen.workspaceId, definition.roles))
        throw new Refused({ kind: "not_found", what: definition.name });
      return definition.run(ask, seen, parsed.input);
    });
    return { ok: true, value };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

function maySee(known: KnownActor, workspaceId: string | null, roles: "none" | "any" | readonly Role[]): boolean {
  if (known.actor.kind === "job" || known.actor.kind === "operator") return true;
  const held = workspaceId ? known.rolesIn(workspaceId) : known.workspaces.flatMap((id) => known.rolesIn(id));
  if (roles === "none") return true;
  return roles === "any" ? held.length > 0 : held.some((role) => roles.includes(role));
}
