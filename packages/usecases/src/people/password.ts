import { hash, verify } from "@node-rs/argon2";
import { sql } from "@countersign/db";
import type { Deps } from "../kernel/deps.ts";

/** Argon2id with the parameters of RFC 9106 §4, second choice (64 MiB, 3 passes), for machines that share memory. */
const options = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, options);

export type PasswordCheck = { ok: true; personId: string } | { ok: false; reason: "wrong" | "locked"; until?: string };

/** A hash that no password matches: an unknown address costs as much time as a known one. */
let decoy: Promise<string> | undefined;

const lockAfter = 5;
const lockMinutes = 15;

/** Checks a password for a person or an address; five failures lock the account for 15 minutes. */
export async function checkPassword(
  deps: Deps,
  who: { personId: string } | { email: string },
  password: string,
): Promise<PasswordCheck> {
  const { db } = deps.database;
  const key = "personId" in who ? sql`person_id = ${who.personId}` : sql`email = ${who.email.toLowerCase()}`;
  const found = await db.execute<{
    person_id: string;
    password_hash: string | null;
    locked_until: Date | null;
    locked: boolean;
  }>(
    sql`select person_id, password_hash, locked_until, coalesce(locked_until > clock_timestamp(), false) as locked from ops.account where ${key}`,
  );
  const account = found.rows[0];
  decoy ??= hashPassword("no account has this password");
  const matches = await verify(account?.password_hash ?? (await decoy), password.slice(0, 1024)).catch(() => false);
  if (!account) return { ok: false, reason: "wrong" };
  if (account.locked) return { ok: false, reason: "locked", until: new Date(account.locked_until ?? 0).toISOString() };
  if (matches && account.password_hash) {
    await db.execute(
      sql`update ops.account set failed = 0, locked_until = null where person_id = ${account.person_id} and failed > 0`,
    );
    return { ok: true, personId: account.person_id };
  }
  // The count starts anew with each lock, so that one slip afterwards does not lock again.
  await db.execute(sql`update ops.account set
    locked_until = case when failed + 1 >= ${lockAfter} then clock_timestamp() + make_interval(mins => ${lockMinutes}) else locked_until end,
    failed = case when failed + 1 >= ${lockAfter} then 0 else failed + 1 end
    where person_id = ${account.person_id}`);
  return { ok: false, reason: "wrong" };
}
