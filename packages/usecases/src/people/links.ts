import { randomBytes } from "node:crypto";
import { sql } from "@countersign/db";
import { english, msg, type Say } from "@countersign/words";
import type { Deps } from "../kernel/deps.ts";
import { passwordNotice, putNotices } from "../notices/notice.ts";
import { hashPassword } from "./password.ts";
import { revokeSessions, sha256Hex } from "./sessions.ts";

type Execute = Pick<Deps["database"]["db"], "execute">;

/** Makes a one-time link secret. `set_up`: the first administrator's; `password`: sets a person's password. */
export async function makeLink(
  db: Execute,
  purpose: "set_up" | "password",
  personId: string | null,
  hours: number,
): Promise<string> {
  const secret = randomBytes(32).toString("base64url");
  await db.execute(sql`insert into ops.link (secret_sha256, purpose, person_id, expires_at)
    values (${sha256Hex(secret)}, ${purpose}, ${personId}, clock_timestamp() + make_interval(hours => ${hours}))`);
  return secret;
}

/** Uses a link up: true once, false for one that is unknown, used or expired. */
export async function takeLink(
  db: Execute,
  purpose: "set_up" | "password",
  secret: string,
): Promise<{ personId: string | null } | null> {
  const taken = await db.execute<{ person_id: string | null }>(sql`update ops.link set used_at = clock_timestamp()
    where secret_sha256 = ${sha256Hex(secret)} and purpose = ${purpose} and used_at is null and expires_at > clock_timestamp()
    returning person_id`);
  const link = taken.rows[0];
  return link ? { personId: link.person_id } : null;
}

export const passwordRule = { min: 12, max: 256, sentence: msg("A password has 12 to 256 characters.") };

/** Sets the password of the person a link was made for; ends all their sessions. Where it does not, the sentence is a message. */
export async function setPasswordByLink(
  deps: Deps,
  secret: string,
  password: string,
  say: Say = english,
): Promise<{ ok: boolean; sentence?: string }> {
  if (password.length < passwordRule.min || password.length > passwordRule.max)
    return { ok: false, sentence: say(passwordRule.sentence) };
  const passwordHash = await hashPassword(password);
  return deps.database.db.transaction(async (db) => {
    const link = await takeLink(db, "password", secret);
    if (!link?.personId)
      return {
        ok: false,
        sentence: say("This link has been used or has expired. Ask an administrator for a new one."),
      };
    const before = await db.execute<{ had: boolean }>(sql`
      select password_hash is not null as had from ops.account where person_id = ${link.personId} for update`);
    await db.execute(sql`update ops.account set password_hash = ${passwordHash}, failed = 0, locked_until = null,
      password_set_at = clock_timestamp() where person_id = ${link.personId}`);
    // Whoever had one learns that it was replaced, should somebody else have used the link.
    if (before.rows[0]?.had)
      await putNotices(deps, db, [passwordNotice(link.personId, secret, deps.now().toISOString())]);
    await revokeSessions(db, link.personId);
    return { ok: true };
  });
}
