import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "./read.ts";

export interface ModelFilter {
  workspaces: readonly string[];
  /** Keys that a token is limited to; null: all. */
  models: readonly string[] | null;
  key?: string | undefined;
  state?: string | undefined;
  tier?: string | undefined;
  /** Every one stands in key, title or task, or in the name of one of these owners. Lower case. */
  words: readonly { word: string; owners: readonly string[] }[];
}

export interface ModelPlace {
  id: string;
  /** What orders it, and its title in lower case: with the id the place in the list. */
  rank: string;
  title: string;
}

const orders = {
  title: sql`''`,
  tier: sql`coalesce(m.tier, 'T9')`,
  // The most first: what is missing to a million, as digits.
  open: sql`lpad((1000000 - coalesce(reviews.n, 0) - coalesce(findings.n, 0))::text, 7, '0')`,
  // The earliest first, so what is late leads; a model without a date comes last.
  date: sql`coalesce(dates.at, '9999')`,
} as const;
export type ModelOrder = keyof typeof orders | { owners: readonly string[] };

/**
 * Every date that waits for a model: open conditions, and the end of the approvals that count. Those are of the versions
 * that an alias runs under an approval (one that has ended, too, until the version is approved anew); where nothing runs
 * so, whatever is approved.
 */
const dates = sql`(
  select v.model_id, c.due_at as at, 'condition' as what
  from gov.condition c join gov.review v on v.id = c.review_id
  where c.state in ('in_force', 'evidence_given')
  union all
  select l.model_id, a.valid_until, 'approval'
  from gov.alias l join gov.approval a on a.version_id = l.version_id
  where l.approval_id is not null and (a.state = 'valid' or (a.state = 'expired' and a.id = l.approval_id and not exists (
    select from gov.approval b
    where b.version_id = a.version_id and b.environment_id = a.environment_id and b.state = 'valid')))
  union all
  select a.model_id, a.valid_until, 'approval'
  from gov.approval a
  where a.state = 'valid'
    and not exists (select from gov.alias l where l.model_id = a.model_id and l.approval_id is not null))`;

/** Model → the nearest of its dates. Models without any are absent. */
export async function nextDates(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, { at: string; what: "approval" | "condition" }>> {
  const found = await reader.db.execute<{ model_id: string; at: string; what: "approval" | "condition" }>(sql`
    select distinct on (model_id) model_id, at, what from ${dates} dated
    where model_id = any (${sql.param([...ids])}::text[])
    order by model_id, at collate "C", what`);
  return new Map(found.rows.map(({ model_id, at, what }) => [model_id, { at, what }]));
}

/** Ids of models in an order, from after a place on. `owners`: people in the order of their names. */
export async function modelPlaces(
  reader: Reader,
  filter: ModelFilter,
  { order, after, limit }: { order: ModelOrder; after: ModelPlace | null; limit: number },
): Promise<ModelPlace[]> {
  const rank =
    typeof order === "string"
      ? orders[order]
      : sql`lpad(coalesce(array_position(${sql.param([...order.owners])}::text[], m.owner_id), 0)::text, 7, '0')`;
  const beyond = after
    ? sql`where (rank collate "C", title collate "C", id collate "C") > (${after.rank}, ${after.title}, ${after.id})`
    : sql``;
  const found = await reader.db.execute<{ id: string; rank: string; title: string }>(sql`
    select * from (
      select m.id, lower(m.title) as title, ${rank} as rank from gov.model m
      left join (select model_id, count(*) as n from gov.review where ended_at is null group by 1) reviews on reviews.model_id = m.id
      left join (select v.model_id, count(*) as n from gov.finding f join gov.review v on v.id = f.review_id
                 where f.state in ('open', 'answered') group by 1) findings on findings.model_id = m.id
      left join (select model_id, min(at collate "C") as at from ${dates} dated group by 1) dates on dates.model_id = m.id
      where ${matching(filter)}) placed
    ${beyond} order by rank collate "C", title collate "C", id collate "C" limit ${limit}`);
  return found.rows;
}

/** How many models match. */
export async function countModels(reader: Reader, filter: ModelFilter): Promise<number> {
  const found = await reader.db.execute<{ n: string }>(
    sql`select count(*) as n from gov.model m where ${matching(filter)}`,
  );
  return Number(found.rows[0]?.n ?? 0);
}

function matching({ workspaces, models, key, state, tier, words }: ModelFilter): SQL {
  const texts = (values: readonly string[]): SQL => sql`any (${sql.param([...values])}::text[])`;
  return sql.join(
    [
      sql`m.workspace_id = ${texts(workspaces)}`,
      ...(models ? [sql`m.key = ${texts(models)}`] : []),
      ...(key ? [sql`m.key = ${key}`] : []),
      ...(state ? [sql`m.state = ${state}`] : []),
      ...(tier ? [sql`m.tier = ${tier}`] : []),
      ...words.map(
        ({ word, owners }) =>
          sql`(strpos(lower(m.key || ' ' || m.title || ' ' || m.task), ${word}) > 0 or m.owner_id = ${texts(owners)})`,
      ),
    ],
    sql` and `,
  );
}

/** Everybody who owns a model of these workspaces. */
export async function modelOwners(reader: Reader, workspaces: readonly string[]): Promise<string[]> {
  const found = await reader.db.execute<{ owner_id: string }>(
    sql`select distinct owner_id from gov.model where workspace_id = any (${sql.param([...workspaces])}::text[])`,
  );
  return found.rows.map((row) => row.owner_id);
}

/** How many files with the same digests are looked at: data that everybody shares is no more telling in full. */
const mostFiles = 2000;

/** Other models that may be seen and of which a version has one of these files as its data: digest → models, by key. */
export async function modelsWithData(
  reader: Reader,
  { workspaces, models }: Pick<ModelFilter, "workspaces" | "models">,
  { sha256s, except }: { sha256s: readonly string[]; except: string },
): Promise<Map<string, { key: string; title: string }[]>> {
  const found = await reader.db.execute<{ sha256: string; key: string; title: string }>(sql`
    select distinct f.sha256, m.key, m.title
    from (select version_id, sha256 from gov.version_file
          where sha256 = any (${sql.param([...sha256s])}::text[]) and role in ('train', 'test') limit ${mostFiles}) f
    join gov.version v on v.id = f.version_id
    join gov.model m on m.id = v.model_id
    where ${matching({ workspaces, models, words: [] })} and m.id <> ${except}
    order by m.key`);
  return Map.groupBy(found.rows, ({ sha256 }) => sha256);
}

/** Other versions that may be seen and whose model files are the same bytes. */
export async function versionsWithIdentity(
  reader: Reader,
  { workspaces, models }: Pick<ModelFilter, "workspaces" | "models">,
  { identity, except, limit }: { identity: string; except: string; limit: number },
): Promise<{ key: string; number: number; label: string | null }[]> {
  const found = await reader.db.execute<{ key: string; number: string; label: string | null }>(sql`
    select m.key, v.number, v.label from gov.version v join gov.model m on m.id = v.model_id
    where v.identity = ${identity} and v.id <> ${except} and ${matching({ workspaces, models, words: [] })}
    order by m.key, v.number limit ${limit}`);
  return found.rows.map(({ key, number, label }) => ({ key, number: Number(number), label }));
}
