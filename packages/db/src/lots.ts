import { sql } from "drizzle-orm";
import type { Reader } from "./read.ts";

interface Drawing {
  workspaces: readonly string[];
  /** Keys that a token is limited to; null: all. */
  models: readonly string[] | null;
  seed: string;
  count: number;
  /** Days of the signature in UTC, both included. */
  from?: string | undefined;
  until?: string | undefined;
}

/** Of the valid decisions of reviews that have ended, those whose SHA-256 of `SEED:ID` is lowest, and how many there are. */
export async function decisionLots(
  reader: Reader,
  { workspaces, models, seed, count, from, until }: Drawing,
): Promise<{ population: number; lots: { id: string; lot: string }[] }> {
  const limited = models ? sql`and m.key = any (${sql.param([...models])}::text[])` : sql``;
  const since = from ? sql`and d.signed_at >= ${from}` : sql``;
  const to = until ? sql`and left(d.signed_at, 10) <= ${until}` : sql``;
  const found = await reader.db.execute<{ id: string; lot: string; population: string }>(sql`
    select d.id, encode(sha256(convert_to(${seed} || ':' || d.id, 'UTF8')), 'hex') as lot, count(*) over () as population
    from gov.decision d join gov.review v on v.id = d.review_id join gov.model m on m.id = v.model_id
    where d.state = 'valid' and v.ended_at is not null and v.workspace_id = any (${sql.param([...workspaces])}::text[])
      ${limited} ${since} ${to}
    order by 2 limit ${count}`);
  return {
    population: Number(found.rows[0]?.population ?? 0),
    lots: found.rows.map(({ id, lot }) => ({ id, lot })),
  };
}
