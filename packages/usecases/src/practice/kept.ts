import { sql } from "@countersign/db";
import type { DecisionAct, PracticeFound } from "@countersign/domain";
import type { Deps } from "../kernel/deps.ts";
import type { Work } from "./work.ts";

type Execute = Pick<Deps["database"]["db"], "execute">;

/** What is kept of a person's practising. */
export interface Kept {
  state: "offered" | "skipped" | "done";
  /** When the last one was finished. */
  at: string | null;
  work: Work;
}

type Stored = { person_id: string; state: Kept["state"]; at: string | null; work: Work };
const columns = sql`person_id, state, work, to_char(practice.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`;
const nothing: Kept = { state: "offered", at: null, work: {} };

export async function keptOf(db: Execute, personId: string): Promise<Kept> {
  const found = await db.execute<Stored>(sql`select ${columns} from ops.practice where person_id = ${personId}`);
  return found.rows[0] ?? nothing;
}

/** The same, held until the transaction ends: of two acts at one instant the second sees what the first has done. */
export async function holdKept(db: Execute, personId: string): Promise<Kept> {
  await db.execute(
    sql`insert into ops.practice (person_id, state) values (${personId}, 'offered') on conflict (person_id) do nothing`,
  );
  const found = await db.execute<Stored>(
    sql`select ${columns} from ops.practice where person_id = ${personId} for update`,
  );
  return found.rows[0] ?? nothing;
}

export async function keepWork(db: Execute, personId: string, work: Work): Promise<void> {
  await db.execute(sql`update ops.practice set work = ${JSON.stringify(work)}::jsonb where person_id = ${personId}`);
}

export async function keepDone(
  db: Execute,
  personId: string,
  { act, found, at }: { act: DecisionAct; found: PracticeFound; at: string },
): Promise<void> {
  await db.execute(sql`
    update ops.practice set state = 'done', decision = ${act}, found = ${found}, at = ${at} where person_id = ${personId}`);
}

/** When each of these people last finished a practice. */
export async function practisedAt(db: Execute): Promise<Map<string, string>> {
  const found = await db.execute<Stored>(sql`select ${columns} from ops.practice where at is not null`);
  return new Map(found.rows.flatMap(({ person_id, at }) => (at ? [[person_id, at] as const] : [])));
}
