import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { runMigrations } from "graphile-worker";
import pg from "pg";

/** Login roles of the processes; the owner of all objects cannot log in. */
export const loginRoles = [
  "countersign_migrator",
  "countersign_app",
  "countersign_worker",
  "countersign_notary",
] as const;
export type LoginRole = (typeof loginRoles)[number];

export interface MigrateOptions {
  /** Connection string of a role that may create roles and owns the database (a superuser of the embedded server). */
  adminUrl: string;
  passwords: Record<LoginRole, string>;
  /** Folder of the SQL files. Default: beside the package. */
  directory?: string;
}

export const migrationsDirectory = fileURLToPath(new URL("../migrations/", import.meta.url));

/**
 * Brings the database to this program's schema: makes the roles, the job queue's own tables (owned by
 * the worker's login) and applies each SQL file once, in name order, in its own transaction.
 * Throws when an applied file has been edited since or when the database is ahead of the program.
 */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const client = new pg.Client({ connectionString: options.adminUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(4127, 1)");
    const migrations = await readMigrations(options.directory ?? migrationsDirectory);
    await requireKnown(client, migrations);
    await makeRoles(client, options.passwords);
    await runMigrations({
      connectionString: roleUrl(options.adminUrl, "countersign_worker", options.passwords.countersign_worker),
    });
    await client.query(`revoke create on database ${await quotedDatabase(client)} from countersign_worker`);
    await client.query("create schema if not exists countersign authorization countersign_owner");
    await client.query("grant usage on schema countersign to public");
    await client.query(`create table if not exists countersign.migration
      (name text primary key, sha256 text not null, applied_at timestamptz not null default clock_timestamp())`);
    await client.query("grant select on countersign.migration to public");
    return await applyAll(client, migrations);
  } finally {
    await client.end();
  }
}

/** The same server and database under another login. */
export function roleUrl(url: string, role: LoginRole, password: string): string {
  const next = new URL(url);
  next.username = role;
  next.password = password;
  return next.toString();
}

interface Migration {
  name: string;
  sha256: string;
  sql: string;
}

export async function readMigrations(directory: string): Promise<Migration[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith(".sql")).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(`${directory}/${name}`, "utf8");
      return { name, sql: text, sha256: createHash("sha256").update(text).digest("hex") };
    }),
  );
}

const oldestServer = 150_000;

/** Refuses, before anything is changed, a server that is too old and a database that is ahead of this program or was brought here by edited files. */
async function requireKnown(client: pg.Client, migrations: Migration[]): Promise<void> {
  const server = await client.query<{ server_version_num: string; server_version: string }>(
    "select current_setting('server_version_num') as server_version_num, current_setting('server_version') as server_version",
  );
  if (Number(server.rows[0]?.server_version_num) < oldestServer)
    throw new Error(`This is PostgreSQL ${server.rows[0]?.server_version}; Countersign needs 15 or newer.`);
  const known = new Map(migrations.map((migration) => [migration.name, migration.sha256]));
  for (const { name, sha256 } of await applied(client)) {
    if (!known.has(name))
      throw new Error(`The database has the migration ${name}, which this program does not know. Run a newer version.`);
    if (known.get(name) !== sha256)
      throw new Error(`The migration ${name} was edited after it had been applied. Restore it and add a new one.`);
  }
}

async function applied(client: pg.Client): Promise<{ name: string; sha256: string }[]> {
  const table = await client.query<{ there: boolean }>(
    "select to_regclass('countersign.migration') is not null as there",
  );
  if (!table.rows[0]?.there) return [];
  return (await client.query<{ name: string; sha256: string }>("select name, sha256 from countersign.migration")).rows;
}

async function applyAll(client: pg.Client, migrations: Migration[]): Promise<string[]> {
  const done = new Set((await applied(client)).map((row) => row.name));
  const names: string[] = [];
  for (const migration of migrations.filter(({ name }) => !done.has(name))) {
    await client.query("begin");
    try {
      // Objects belong to a role that cannot log in; the job queue's tables stay the worker's.
      await client.query("set local role countersign_owner");
      await client.query(migration.sql);
      await client.query("reset role");
      await client.query("insert into countersign.migration (name, sha256) values ($1, $2)", [
        migration.name,
        migration.sha256,
      ]);
      await client.query("commit");
    } catch (error) {
      await client.query("rollback");
      throw new Error(`The migration ${migration.name} failed: ${(error as Error).message}`, { cause: error });
    }
    names.push(migration.name);
  }
  return names;
}

async function makeRoles(client: pg.Client, passwords: Record<LoginRole, string>): Promise<void> {
  const ensure = async (role: string, options: string) => {
    const found = await client.query("select 1 from pg_roles where rolname = $1", [role]);
    await client.query(`${found.rowCount ? "alter" : "create"} role ${role} ${options}`);
  };
  await ensure("countersign_owner", "nologin");
  for (const role of loginRoles) await ensure(role, `login password ${client.escapeLiteral(passwords[role])}`);
  const database = await quotedDatabase(client);
  await client.query("grant countersign_owner to countersign_migrator");
  // Nobody needs temporary objects; types made there are looked up before the server's own (CREATE FUNCTION, "Security").
  await client.query(`revoke temporary on database ${database} from public`);
  await client.query(`grant create on database ${database} to countersign_owner, countersign_worker`);
  // The queue's wrapper runs as the worker's login, so the owner must be able to hand it over.
  await client.query("grant countersign_worker to countersign_owner");
  await client.query("grant countersign_owner to current_user");
}

async function quotedDatabase(client: pg.Client): Promise<string> {
  const result = await client.query<{ name: string }>("select current_database() as name");
  return client.escapeIdentifier(result.rows[0]?.name ?? "");
}
