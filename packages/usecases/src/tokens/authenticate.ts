import { sql } from "@countersign/db";
import type { Actor } from "../kernel/actor.ts";
import type { Deps } from "../kernel/deps.ts";
import { personOfSession, sha256Hex } from "../people/sessions.ts";

/** The actor behind a bearer secret: a token's, or a person's terminal session. Null: unknown, ended or expired. */
export async function authenticate(deps: Deps, bearer: string): Promise<Actor | null> {
  if (bearer.startsWith("ses_")) {
    const personId = await personOfSession(deps, bearer);
    return personId ? { kind: "user", personId } : null;
  }
  if (!bearer.startsWith("cst_")) return null;
  const found = await deps.database.db.execute<{ token_id: string }>(sql`
    select s.token_id from ops.token_secret s join gov.token t on t.id = s.token_id
    where s.secret_sha256 = ${sha256Hex(bearer)} and s.ended_at is null and t.state = 'active'
    and t.expires_at::timestamptz > clock_timestamp()`);
  const token = found.rows[0];
  return token ? { kind: "token", tokenId: token.token_id } : null;
}
