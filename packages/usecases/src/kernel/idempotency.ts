import { sql } from "@countersign/db";
import { holdAlone, type WriteTx } from "@countersign/db/write";
import { recorded, type KnownActor } from "./actor.ts";
import { Refused } from "./command.ts";

/** Keys are what a client makes up: short, printable. */
export const isKey = (key: string): boolean => /^[\x21-\x7e]{1,200}$/.test(key);

/** The remembered answer to the key of an actor in force, or null. Refuses the same key with other input. */
export async function recallAnswer(
  tx: WriteTx,
  known: KnownActor,
  key: string | undefined,
  inputSha256: string,
): Promise<{ value: unknown } | null> {
  if (key === undefined) return null;
  const by = recorded(known, null).id;
  // Of two at one instant the second waits here, and is answered as the first was.
  await holdAlone(tx, `key:${by} ${key}`);
  const found = await tx.db.execute<{ input_sha256: string; result: unknown }>(
    sql`select input_sha256, result from ops.idempotency where actor = ${by} and key = ${key}`,
  );
  const answer = found.rows[0];
  if (!answer) return null;
  if (answer.input_sha256 !== inputSha256) throw new Refused({ kind: "idempotency_mismatch", key });
  return { value: answer.result };
}

/** Remembers an answer in the command's own transaction. Secrets are shown once: they are not kept. */
export async function rememberAnswer(
  tx: WriteTx,
  known: KnownActor,
  key: string | undefined,
  command: string,
  inputSha256: string,
  result: unknown,
  shownOnce: readonly string[] = [],
): Promise<void> {
  if (key === undefined) return;
  const kept =
    typeof result === "object" && result !== null
      ? Object.fromEntries(
          Object.entries(result).map(([name, value]: [string, unknown]) => [
            name,
            shownOnce.includes(name) ? null : value,
          ]),
        )
      : null;
  await tx.db.execute(
    sql`insert into ops.idempotency (actor, key, command, input_sha256, result)
        values (${recorded(known, null).id}, ${key}, ${command}, ${inputSha256}, ${JSON.stringify(kept)}::jsonb)`,
  );
}
