import { appendFile, cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loginRoles, migrate, migrationsDirectory, type MigrateOptions, readMigrations } from "@countersign/db/migrate";
import { testDatabase, type TestDatabase } from "@countersign/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { requireCurrentSchema, schemaVersion } from "../src/require-schema.ts";

let database: TestDatabase;
let directory: string;
let options: MigrateOptions;
beforeAll(async () => {
  database = await testDatabase("empty");
  directory = join(await mkdtemp(join(tmpdir(), "migrations-")), "sql");
  await cp(migrationsDirectory, directory, { recursive: true });
  const password = new URL(database.url("countersign_app")).password;
  options = {
    adminUrl: database.adminUrl,
    passwords: Object.fromEntries(loginRoles.map((role) => [role, password])) as MigrateOptions["passwords"],
    directory,
  };
});
afterAll(async () => {
  await database.end();
  await rm(join(directory, ".."), { recursive: true });
});

test("a second run applies nothing", async () => {
  expect(await migrate(options)).toEqual([]);
});

test("the program knows the newest migration as its schema", async () => {
  expect((await readMigrations(migrationsDirectory)).at(-1)?.name).toBe(schemaVersion);
  await requireCurrentSchema(database.admin);
});

// Who edits an old file must also change its digest here, and so says that no database anywhere has it yet.
test("no migration that has been listed is edited, and none is missing from the list", async () => {
  const listed = await readFile(new URL("./migrations.sha256", import.meta.url), "utf8");
  expect((await readMigrations(migrationsDirectory)).map(({ name, sha256 }) => `${sha256}  ${name}\n`).join("")).toBe(
    listed,
  );
});

test("an applied migration that was edited since is refused, and so is a database ahead of the program", async () => {
  await appendFile(join(directory, "0003-governed-tables.sql"), "-- one line more\n");
  await expect(migrate(options)).rejects.toThrow(
    "The migration 0003-governed-tables.sql was edited after it had been applied. Restore it and add a new one.",
  );
  await cp(join(migrationsDirectory, "0003-governed-tables.sql"), join(directory, "0003-governed-tables.sql"));
  await rm(join(directory, schemaVersion));
  await expect(migrate(options)).rejects.toThrow("which this program does not know. Run a newer version.");
});

test("a process refuses a schema that it does not know", async () => {
  const { pool } = database.admin;
  await pool.query("insert into countersign.migration (name, sha256) values ('9999-from-the-future.sql', '')");
  await expect(requireCurrentSchema(database.admin)).rejects.toThrow("9999-from-the-future.sql");
  await pool.query("delete from countersign.migration");
  await expect(requireCurrentSchema(database.admin)).rejects.toThrow("Run `countersign migrate` first");
});
