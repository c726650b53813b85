import { createHash } from "node:crypto";
import { type CommandName, permissions, type Refusal } from "@countersign/domain";
import { jcs } from "@countersign/canonical";
import { writeTransaction } from "@countersign/db/write";
import { msg } from "@countersign/words";
import { type Actor, holdPower, type KnownActor, knowActor, recorded } from "./actor.ts";
import { type Command, Refused, type Result, type Scope } from "./command.ts";
import type { Deps } from "./deps.ts";
import { isKey, recallAnswer, rememberAnswer } from "./idempotency.ts";
import { Journal } from "./journal.ts";
import { parseInput } from "./parse-input.ts";
import { reauthenticate } from "./reauthenticate.ts";
import { recordRefusal } from "./record-refusal.ts";
import { databaseRefusal, isSerializationFailure } from "./database-refusal.ts";

export interface ExecuteOptions {
  /** Repeats of one request: the same key with the same input answers the same, with other input is refused. */
  idempotencyKey?: string | undefined;
  /** Effective time; only a seed may differ from the clock. */
  claimedAt?: string | undefined;
}

const attempts = 4;

/**
 * The one door. Parses the input, then in one transaction: loads what the permission needs, decides,
 * changes, refuses to commit without an event, appends the events, commits. A refusal rolls
 * everything back and is itself recorded. Faults are exceptions; refusals are values.
 */
export async function execute<I, S extends Scope, O>(
  deps: Deps,
  actor: Actor,
  definition: Command<I, S, O>,
  rawInput: unknown,
  options: ExecuteOptions = {},
): Promise<Result<O>> {
  const at = options.claimedAt ?? deps.now().toISOString();
  const parsed = given(definition, rawInput, options);
  if (!parsed.ok) return refused(deps, actor, definition, parsed.refusal, undefined, at);
  if (options.claimedAt !== undefined && deps.origin !== "seed")
    return refused(deps, actor, definition, { kind: "seed_closed" }, undefined, deps.now().toISOString());
  const { input } = parsed;
  let authenticatedAt: string | null = null;
  if (definition.reauthenticate && actor.kind === "user") {
    const proof = await reauthenticate(deps, actor.personId, (input as { password?: string }).password);
    if (!proof.ok) return refused(deps, actor, definition, proof.refusal, undefined, at);
    authenticatedAt = at;
  }
  const inputSha256 = createHash("sha256")
    .update(jcs([definition.name, withoutPassword(rawInput)]))
    .digest("hex");
  let target: string | undefined;
  for (let attempt = 1; ; attempt++) {
    try {
      const value = await writeTransaction(deps.database, async (tx) => {
        await holdPower(tx, actor);
        const known = await knowActor(tx, actor, at);
        judgeActor(known, definition.name);
        const recalled = await recallAnswer(tx, known, options.idempotencyKey, inputSha256);
        if (recalled) return recalled.value as O;
        const journal = new Journal(deps, tx, known, at, authenticatedAt);
        const scope = await definition.load(journal, input);
        target = scope?.target;
        if (!scope) throw new Refused({ kind: "not_found", what: definition.name });
        judge(known, definition.name, scope);
        journal.workspaceId = scope.workspaceId;
        const result = await definition.run(journal, scope, input);
        await journal.flush(recorded(known, scope.workspaceId));
        await rememberAnswer(
          tx,
          known,
          options.idempotencyKey,
          definition.name,
          inputSha256,
          result,
          definition.shownOnce,
        );
        return result;
      });
      return { ok: true, value };
    } catch (error) {
      if (isSerializationFailure(error) && attempt < attempts) continue;
      const refusal = error instanceof Refused ? error.refusal : databaseRefusal(error);
      if (!refusal) throw error;
      return refused(deps, actor, definition, refusal, target, at);
    }
  }
}

function given<I>(
  definition: Pick<Command<I, Scope, unknown>, "input">,
  rawInput: unknown,
  { idempotencyKey }: ExecuteOptions,
): ReturnType<typeof parseInput<I>> {
  if (idempotencyKey === undefined || isKey(idempotencyKey)) return parseInput(definition.input, rawInput);
  const text = msg("has 1 to 200 printable ASCII characters without spaces");
  return { ok: false, refusal: { kind: "invalid_input", problems: [{ path: "Idempotency-Key", text }] } };
}

/** Whoever is not in force, or of a kind that may never give the command, is refused before anything is looked up or locked. */
function judgeActor(known: KnownActor, name: CommandName): void {
  const permission = permissions[name];
  const { kind } = known.actor;
  if (!known.inForce) throw new Refused({ kind: "not_in_force" });
  if (!(permission.actors as readonly string[]).includes(kind)) {
    throw new Refused({ kind: "not_permitted", command: name, roles: [...permission.roles], actor: kind });
  }
}

/** The permission table, and nothing else, says who may. An actor without any role in the workspace learns nothing of it. */
function judge(known: KnownActor, name: CommandName, scope: Scope): void {
  const permission = permissions[name];
  const { kind } = known.actor;
  if (kind === "job" || kind === "operator") return;
  const held = scope.workspaceId
    ? known.rolesIn(scope.workspaceId)
    : known.workspaces.flatMap((workspace) => known.rolesIn(workspace));
  if (held.length === 0) throw new Refused({ kind: "not_found", what: name });
  // A token for some models may do nothing that concerns another, or that concerns no model at all.
  if (known.models && !known.models.includes(scope.modelKey ?? "")) {
    throw new Refused({ kind: "not_permitted", command: name, roles: [...permission.roles], actor: kind });
  }
  if (!held.some((role) => (permission.roles as readonly string[]).includes(role))) {
    throw new Refused({ kind: "not_permitted", command: name, roles: [...permission.roles], actor: kind });
  }
}

async function refused<O>(
  deps: Deps,
  actor: Actor,
  definition: { name: string },
  refusal: Refusal,
  target: string | undefined,
  at: string,
): Promise<Result<O>> {
  await recordRefusal(deps, actor, definition.name, refusal, target, at);
  return { ok: false, refusal };
}

function withoutPassword(input: unknown): unknown {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return input;
  return Object.fromEntries(Object.entries(input).filter(([key, value]) => key !== "password" && value !== undefined));
}
