import { sql } from "@countersign/db";
import { type EventCore, tableNames } from "@countersign/record";
import type { World } from "@countersign/testing";

/** From now on: the events recorded since, in order. */
export async function newEvents(world: World): Promise<() => Promise<EventCore[]>> {
  const { db } = world.deps.database;
  const before = await db.execute<{ id: string }>(sql`select coalesce(max(id), 0) as id from audit.event`);
  const after = before.rows[0]?.id ?? "0";
  return async () => {
    const found = await db.execute<{ core: Buffer }>(sql`select core from audit.event where id > ${after} order by id`);
    return found.rows.map((row) => JSON.parse(row.core.toString("utf8")) as EventCore);
  };
}

/** Number of rows and a digest of every governed table: equal before and after an attempt that changed nothing. */
export async function everything(world: World): Promise<Record<string, string>> {
  const parts = tableNames.map(
    (table) =>
      sql`select ${table} as t, count(*) || ' ' || coalesce(md5(string_agg(x::text, '' order by x.id)), '') as d from gov.${sql.identifier(table)} x`,
  );
  const found = await world.deps.database.db.execute<{ t: string; d: string }>(sql.join(parts, sql` union all `));
  return Object.fromEntries(found.rows.map((row) => [row.t, row.d]));
}
