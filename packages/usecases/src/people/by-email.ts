import { sql } from "@countersign/db";
import type { Deps } from "../kernel/deps.ts";

/** Id of the person with an address, or null. */
export async function personWithEmail(deps: Deps, email: string): Promise<string | null> {
  const found = await deps.database.db.execute<{ person_id: string }>(
    sql`select person_id from ops.account where email = ${email.toLowerCase()}`,
  );
  return found.rows[0]?.person_id ?? null;
}
