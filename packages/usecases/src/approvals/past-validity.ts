import { sql } from "@countersign/db";
import type { Deps } from "../kernel/deps.ts";

/** Ids of valid approvals whose validity has run out. */
export async function approvalsPastValidity(deps: Deps): Promise<string[]> {
  const found = await deps.database.db.execute<{ id: string }>(
    sql`select id from gov.approval where state = 'valid' and valid_until <= ${deps.now().toISOString()} order by id limit 1000`,
  );
  return found.rows.map((row) => row.id);
}
