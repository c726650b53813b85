import { createHash, randomBytes } from "node:crypto";
import { row, sql } from "@countersign/db";
import type { Deps } from "../kernel/deps.ts";
import { checkPassword } from "./password.ts";

export const sha256Hex = (text: string): string => createHash("sha256").update(text).digest("hex");

export type SignIn =
  | { ok: true; session: string; personId: string; expiresAt: string }
  | { ok: false; reason: "wrong" | "locked" | "too_many"; until?: string };

const hours = { browser: 10, terminal: 1 } as const;
/** Attempts per source address in five minutes, whatever the account. */
const attemptsPerSource = 30;

/**
 * Opens a session for a person who knows the password. `source`: address the attempt came from, for the rate limit.
 * The returned secret is the session; the database keeps its SHA-256 only.
 */
export async function signIn(
  deps: Deps,
  input: { email: string; password: string; source: string; kind: "browser" | "terminal" },
): Promise<SignIn> {
  const { db } = deps.database;
  const recent = await db.execute<{ n: string }>(
    sql`select count(*) as n from ops.sign_in_attempt where source = ${input.source} and at > clock_timestamp() - interval '5 minutes'`,
  );
  if (Number(recent.rows[0]?.n ?? 0) >= attemptsPerSource) return { ok: false, reason: "too_many" };
  const checked = await checkPassword(deps, { email: input.email }, input.password);
  if (!checked.ok) {
    await db.execute(sql`insert into ops.sign_in_attempt (source) values (${input.source.slice(0, 100)})`);
    return checked;
  }
  const person = await row(deps.database, "person", checked.personId);
  if (person?.state !== "active") return { ok: false, reason: "wrong" };
  const session = `ses_${randomBytes(32).toString("base64url")}`;
  const expiresAt = new Date(deps.now().getTime() + hours[input.kind] * 3_600_000).toISOString();
  await db.execute(sql`insert into ops.session (id_sha256, person_id, kind, expires_at)
    values (${sha256Hex(session)}, ${checked.personId}, ${input.kind}, ${expiresAt})`);
  return { ok: true, session, personId: checked.personId, expiresAt };
}

/** The person of a session that is neither expired nor revoked and whose person is active; read at every request. */
export async function personOfSession(deps: Deps, session: string): Promise<string | null> {
  const found = await deps.database.db.execute<{ person_id: string }>(sql`
    select s.person_id from ops.session s join gov.person p on p.id = s.person_id
    where s.id_sha256 = ${sha256Hex(session)} and s.revoked_at is null and s.expires_at > clock_timestamp() and p.state = 'active'`);
  return found.rows[0]?.person_id ?? null;
}

export async function signOut(deps: Deps, session: string): Promise<void> {
  await deps.database.db.execute(
    sql`update ops.session set revoked_at = clock_timestamp() where id_sha256 = ${sha256Hex(session)}`,
  );
}

/** A session that is in force. `id` is the hash of its secret: it names the session and opens nothing. */
export interface OpenSession {
  id: string;
  kind: "browser" | "terminal";
  createdAt: string;
  expiresAt: string;
}

/** The sessions of a person that are in force, newest first. */
export async function sessionsOf(deps: Deps, personId: string): Promise<OpenSession[]> {
  const iso = (column: "created_at" | "expires_at") =>
    sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
  const found = await deps.database.db.execute<{
    id: string;
    kind: OpenSession["kind"];
    made: string;
    ends: string;
  }>(sql`
    select id_sha256 as id, kind, ${iso("created_at")} as made, ${iso("expires_at")} as ends from ops.session
    where person_id = ${personId} and revoked_at is null and expires_at > clock_timestamp() order by created_at desc`);
  return found.rows.map(({ id, kind, made, ends }) => ({ id, kind, createdAt: made, expiresAt: ends }));
}

/** Ends one of a person's own sessions, or all but one. */
export async function endSessions(
  deps: Deps,
  personId: string,
  which: { id: string } | { allBut: string },
): Promise<void> {
  const chosen = "id" in which ? sql`id_sha256 = ${which.id}` : sql`id_sha256 <> ${which.allBut}`;
  await deps.database.db.execute(
    sql`update ops.session set revoked_at = clock_timestamp() where person_id = ${personId} and revoked_at is null and ${chosen}`,
  );
}

/** Ends every session of a person at once. */
export async function revokeSessions(db: Pick<Deps["database"]["db"], "execute">, personId: string): Promise<void> {
  await db.execute(
    sql`update ops.session set revoked_at = clock_timestamp() where person_id = ${personId} and revoked_at is null`,
  );
}
