import { sql } from "@countersign/db";
import type { Followed } from "../events/read-on.ts";
import type { Execute } from "./notice.ts";

/** How far notices have come. */
interface Cursor {
  followed: Followed;
  /** Until when dates were looked at. */
  sweptUntil: Date;
  /** Until when morning mails were planned. */
  plannedUntil: Date;
}

/** The cursor as it stands, held by nobody: to see whether there is anything to do. */
export const readCursor = (db: Execute): Promise<Cursor | null> => selectCursor(db, false);

/** Takes the cursor until commit. Null: there is none yet; `held`: somebody else is at it. */
export async function holdCursor(db: Execute): Promise<Cursor | "held" | null> {
  return (await selectCursor(db, true)) ?? ((await readCursor(db)) ? "held" : null);
}

async function selectCursor(db: Execute, hold: boolean): Promise<Cursor | null> {
  const found = await db.execute<{ last: string; known: string[]; swept: string; planned: string }>(sql`
    select last_event as last, known, extract(epoch from swept_until) * 1000 as swept, extract(epoch from planned_until) * 1000 as planned
    from ops.notice_cursor ${hold ? sql`for update skip locked` : sql``}`);
  const [row] = found.rows;
  return row
    ? {
        followed: { last: Number(row.last), known: row.known.map(Number) },
        sweptUntil: new Date(Number(row.swept)),
        plannedUntil: new Date(Number(row.planned)),
      }
    : null;
}

/** Begins: nothing that is there already is told, and no date that has passed. */
export async function startCursor(db: Execute, { last, known }: Followed, now: Date): Promise<void> {
  const at = now.toISOString();
  await db.execute(sql`
    insert into ops.notice_cursor (last_event, known, swept_until, planned_until)
    values (${last}, ${sql.param(known)}::bigint[], ${at}, ${at}) on conflict do nothing`);
}
