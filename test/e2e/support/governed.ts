import pg from "pg";
import type { Ready } from "./product.ts";

const withClient = async <T>(ready: Ready, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client(ready.adminDatabaseUrl);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** Rows of a query under the administrator's role: what the journeys know about what happened. */
export const select = <T>(ready: Ready, text: string, values: unknown[] = []): Promise<T[]> =>
  withClient(ready, async (client) => (await client.query(text, values)).rows as T[]);

/** Every governed table with the number and digest of its rows. Two equal answers: nothing governed has changed. */
export function governed(ready: Ready): Promise<Record<string, string>> {
  return withClient(ready, async (client) => {
    const tables = await client.query<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = 'gov' order by 1",
    );
    const parts = tables.rows.map(
      ({ name }) =>
        `select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest from gov.${name} t`,
    );
    const found = await client.query<{ name: string; digest: string }>(parts.join(" union all "));
    return Object.fromEntries(found.rows.map(({ name, digest }) => [name, digest]));
  });
}

/** How many refused attempts the record holds. */
export async function refusals(ready: Ready): Promise<number> {
  const [found] = await select<{ n: string }>(
    ready,
    "select count(*) as n from audit.event where stream like 'refusal:%'",
  );
  return Number(found?.n ?? 0);
}
