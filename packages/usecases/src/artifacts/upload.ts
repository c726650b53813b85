import { sql } from "@countersign/db";
import type { Refusal } from "@countersign/domain";
import { msg } from "@countersign/words";
import type { Actor } from "../kernel/actor.ts";
import { knowActor } from "../kernel/actor.ts";
import type { Deps } from "../kernel/deps.ts";
import { recordRefusal } from "../kernel/record-refusal.ts";

export const artifactBytesMax = 8 * 1024 ** 3;

const tooLarge: Awaited<ReturnType<Deps["store"]["put"]>> = { ok: false, problem: "too_large" };

export type Upload =
  | { ok: true; size: number; existed: boolean }
  | { ok: false; reason: "not_permitted" | "digest" | "too_large"; actual?: string };

/**
 * Takes the bytes of an artifact from an actor who may draft versions somewhere. Operational: the draft that names it is the act.
 * `announced`: how many bytes are said to come; more than may be is refused before the first is read.
 */
export async function uploadArtifact(
  deps: Deps,
  actor: Actor,
  sha256: string,
  bytes: AsyncIterable<Uint8Array>,
  announced = 0,
): Promise<Upload> {
  const known = await knowActor(deps.database, actor, deps.now().toISOString());
  const may =
    known.inForce &&
    known.workspaces.some((workspace) =>
      known.rolesIn(workspace).some((role) => role === "developer" || role === "model_owner"),
    );
  if (!may)
    return refused(
      deps,
      actor,
      known.inForce
        ? { kind: "not_permitted", command: "version.attach", roles: ["developer", "model_owner"], actor: actor.kind }
        : { kind: "not_in_force" },
      sha256,
      { ok: false, reason: "not_permitted" },
    );
  const stored = announced > artifactBytesMax ? tooLarge : await deps.store.put(sha256, bytes, artifactBytesMax);
  if (!stored.ok) {
    const refusal: Refusal =
      stored.problem === "digest"
        ? { kind: "digest_mismatch", what: msg("the upload"), declared: sha256, received: stored.actual ?? "" }
        : { kind: "limit_exceeded", what: msg("one file"), limit: artifactBytesMax, unit: msg("bytes") };
    return refused(deps, actor, refusal, sha256, {
      ok: false,
      reason: stored.problem,
      ...(stored.actual ? { actual: stored.actual } : {}),
    });
  }
  await deps.database.db.execute(
    sql`insert into ops.artifact (sha256, size) values (${sha256}, ${stored.size}) on conflict do nothing`,
  );
  return { ok: true, size: stored.size, existed: stored.existed };
}

/** An upload is no act, but a refused one is an attempt. */
async function refused(deps: Deps, actor: Actor, refusal: Refusal, target: string, answer: Upload): Promise<Upload> {
  await recordRefusal(deps, actor, "version.attach", refusal, target, deps.now().toISOString());
  return answer;
}

/** Which of the digests are stored already, so that a client sends only the others. */
export async function storedArtifacts(deps: Deps, digests: string[]): Promise<string[]> {
  if (digests.length === 0) return [];
  const found = await deps.database.db.execute<{ sha256: string }>(
    sql`select sha256 from ops.artifact where sha256 in ${digests}`,
  );
  return found.rows.map((entry) => entry.sha256);
}
