import { tableNames, tables } from "@countersign/record";
import { type TestDatabase, testDatabase } from "@countersign/testing";
import { getTableConfig } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { logTables, operationalTables } from "../src/operational.ts";
import { schema } from "../src/schema.ts";
import { grants, publicFunctions } from "./grants.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase("empty");
});
afterAll(() => database.end());

async function lines(text: string): Promise<string[]> {
  const found = await database.admin.pool.query<{ line: string }>(text);
  return found.rows.map(({ line }) => line);
}

const ours = "('gov', 'audit', 'ops', 'countersign', 'public')";

test("every table is registered: governed, operational, or the log's own", async () => {
  const stored = await lines(
    `select format('%I.%I', schemaname, tablename) as line from pg_tables where schemaname not in ('pg_catalog', 'information_schema', 'graphile_worker') order by 1`,
  );
  expect(stored).toEqual(
    [...tableNames.map((name) => `gov.${name}`), ...Object.keys(operationalTables), ...logTables].toSorted(),
  );
});

test("a governed table has the columns of the record's list, in order and kind", async () => {
  const kinds: Record<string, string> = { t: "text", n: "bigint", b: "boolean", a: "text[]", j: "jsonb" };
  const stored = await lines(`
    select format('%s.%s %s%s', c.relname, a.attname, case when t.typtype = 'd' then format_type(t.typbasetype, null) else format_type(a.atttypid, null) end, case when a.attnotnull then '' else '?' end) as line
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
    where c.relnamespace = 'gov'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped order by c.relname, a.attnum`);
  const listed = tableNames
    .toSorted()
    .flatMap((table) =>
      Object.entries<string>(tables[table].columns).map(
        ([column, kind]) => `${table}.${column} ${kinds[kind.charAt(0)]}${kind.endsWith("?") ? "?" : ""}`,
      ),
    );
  expect(stored).toEqual(listed);
});

test("the program's tables are the database's tables", async () => {
  const stored = await lines(`
    select format('gov.%s.%s %s %s', c.relname, a.attname, case when t.typtype = 'd' then format_type(t.typbasetype, null) else format_type(a.atttypid, null) end, a.attnotnull) as line
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
    where c.relnamespace = 'gov'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`);
  const declared = Object.values(schema).flatMap((table) => {
    const config = getTableConfig(table);
    return config.columns.map(
      (column) => `${config.schema}.${config.name}.${column.name} ${column.getSQLType()} ${column.notNull ? "t" : "f"}`,
    );
  });
  expect(declared.toSorted()).toEqual(stored.toSorted());
});

test("every governed table has completeness, guard and both refusals of deletion, and no trigger can be switched off by a session", async () => {
  const stored = await lines(`
    select format('%s %s %s %s', c.relname, t.tgname, t.tgenabled, case when t.tgdeferrable and t.tginitdeferred then 'deferred' else '' end) as line
    from pg_trigger t join pg_class c on c.oid = t.tgrelid where c.relnamespace = 'gov'::regnamespace and not t.tgisinternal`);
  expect(stored.toSorted()).toEqual(
    tableNames
      .flatMap((table) => [
        `${table} guard A `,
        `${table} no_delete A `,
        `${table} no_truncate A `,
        `${table} require_event A deferred`,
      ])
      .toSorted(),
  );
  const others =
    await lines(`select format('%s %s', t.tgrelid::regclass, t.tgenabled) as line from pg_trigger t where not t.tgisinternal and t.tgenabled <> 'A'
    and t.tgrelid in (select oid from pg_class where relnamespace in ('gov'::regnamespace, 'audit'::regnamespace))`);
  expect(others).toEqual([]);
});

test("completeness looks at the stream that the record names", async () => {
  const stored = await lines(`
    select format('%s %s', c.relname, encode(t.tgargs, 'escape')) as line from pg_trigger t join pg_class c on c.oid = t.tgrelid where t.tgname = 'require_event' order by 1`);
  expect(stored).toEqual(
    tableNames.map((table) => `${table} ${tables[table].stream.map((part) => `${part}\\000`).join("")}`).toSorted(),
  );
});

test("nobody has a privilege that is not in the hand-written table", async () => {
  const held = await lines(`
    select format('%s %s %s %s', kind, object, coalesce(r.rolname, 'public'), string_agg(privilege_type, ',' order by privilege_type)) as line from (
      select 'table' as kind, format('%I.%I', n.nspname, c.relname) as object, x.grantee, x.privilege_type, c.relowner as owner
        from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) x where n.nspname in ${ours} and c.relkind in ('r', 'v', 'm', 'p', 'S')
      union all select 'schema', nspname, x.grantee, x.privilege_type, nspowner from pg_namespace, aclexplode(nspacl) x where nspname in ('gov', 'audit', 'ops', 'countersign')
      union all select 'function', replace(p.oid::regprocedure::text, ' ', ''), x.grantee, x.privilege_type, p.proowner
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x
        where n.nspname in ${ours} and n.nspname <> '${publicFunctions}'
    ) as held left join pg_roles r on r.oid = grantee where grantee <> owner group by kind, object, r.rolname`);
  expect(held.toSorted()).toEqual(grants.toSorted());
});

test("the functions that everybody may call run with the caller's own privileges", async () => {
  expect(
    await lines(
      `select proname as line from pg_proc where pronamespace = '${publicFunctions}'::regnamespace and prosecdef`,
    ),
  ).toEqual([]);
});

test("every function pins its search path, with the temporary schema last", async () => {
  const open = await lines(`
    select p.oid::regprocedure::text as line from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ${ours} and not coalesce(proconfig @> array['search_path=pg_catalog, pg_temp'], false)`);
  expect(open).toEqual([]);
});

test("the owner of everything cannot log in, and no role of ours stands above the database", async () => {
  expect(
    await lines(
      `select format('%s %s %s', rolname, rolcanlogin, rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls) as line from pg_roles where rolname like 'countersign%' order by 1`,
    ),
  ).toEqual([
    "countersign_app t f",
    "countersign_migrator t f",
    "countersign_notary t f",
    "countersign_owner f f",
    "countersign_worker t f",
  ]);
  expect(
    await lines(
      `select format('%s in %s', m.member::regrole, m.roleid::regrole) as line from pg_auth_members m where m.roleid::regrole::text like 'countersign%' and m.member::regrole::text like 'countersign%' order by 1`,
    ),
  ).toEqual(["countersign_migrator in countersign_owner", "countersign_owner in countersign_worker"]);
  expect(
    await lines(`select distinct tableowner as line from pg_tables where schemaname in ('gov', 'audit', 'ops')`),
  ).toEqual(["countersign_owner"]);
});
