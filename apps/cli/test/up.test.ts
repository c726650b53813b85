import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { requireOwnDatabase } from "../src/up/own-database.ts";
import { localSecrets } from "../src/up/secrets.ts";
import { alive, childrenOf, startUp, until } from "./instance.ts";

const folder = mkdtempSync("/var/tmp/countersign up ");
// As root PostgreSQL runs as another user, who must be able to pass through.
chmodSync(folder, 0o755);
const data = join(folder, "data with spaces");
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const database = async (connectionString: string, statement: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(statement);
  await client.end();
  return rows;
};
const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    (response) => response.ok,
    () => false,
  );

test("one start, in a folder with spaces: what dies comes back, a signal ends everything, the data stays", async () => {
  const first = await startUp(data);
  const { ready } = first;
  expect(statSync(join(data, "made", "ready.json")).mode & 0o077).toBe(0);
  expect([ready.operatorToken, ready.people]).toEqual([null, []]);
  expect(ready.setUpUrl).toContain(`${ready.portal}/setup?token=`);
  expect(first.said()).toContain("the notary's key is not protected");

  await expect(startUp(data, ["--ready-file", join(folder, "other.json")])).rejects.toThrow(
    `in use by another \`countersign up\` (process ${first.child.pid})`,
  );

  const passwords = async () =>
    await database(
      ready.adminDatabaseUrl,
      "select rolname, rolpassword from pg_authid where rolname like 'countersign%' order by 1",
    );
  const roles = await passwords();
  const stranger = join(folder, "another folder");
  await expect(startUp(stranger, ["--database-url", ready.adminDatabaseUrl])).rejects.toThrow(
    `exit 1: This database is already used by another data folder than ${stranger}`,
  );
  await database(ready.adminDatabaseUrl, "create database beside");
  const beside = new URL(ready.adminDatabaseUrl);
  beside.pathname = "/beside";
  await expect(startUp(stranger, ["--database-url", beside.href])).rejects.toThrow(
    "The roles of this database server were made by another data folder",
  );
  expect(
    await database(
      beside.href,
      "select nspname from pg_namespace where nspname in ('audit', 'gov', 'countersign', 'graphile_worker')",
    ),
  ).toEqual([]);
  expect(await passwords()).toEqual(roles);
  // Its own folder is told by the key of its log; where the notary runs elsewhere, by the logins.
  const { passwords: known } = await localSecrets(data);
  const { passwords: others } = await localSecrets(stranger);
  await requireOwnDatabase(ready.adminDatabaseUrl, { data, passwords: others, withNotary: true });
  await requireOwnDatabase(ready.adminDatabaseUrl, { data: stranger, passwords: known, withNotary: false });
  await expect(
    requireOwnDatabase(ready.adminDatabaseUrl, { data: stranger, passwords: known, withNotary: true }),
  ).rejects.toThrow("already used by another data folder");

  const up = first.child.pid ?? 0;
  const before = childrenOf(up);
  expect(Object.keys(before).toSorted()).toEqual(["gateway", "notary", "portal", "postgres", "worker"]);
  for (const [name, pid] of Object.entries(before)) {
    process.kill(pid, "SIGKILL");
    await until(() => first.said().includes(`${name} ended (SIGKILL); starting it again`));
    await until(
      async () =>
        (childrenOf(up)[name] ?? pid) !== pid &&
        (await answers(`${ready.gateway}/ready`)) &&
        (await answers(`${ready.portal}/health`)),
    );
  }

  const running = Object.values(childrenOf(up));
  expect(await first.end("SIGTERM")).toBe(0);
  expect(running.filter(alive)).toEqual([]);
  expect(existsSync(join(data, "made", "ready.json"))).toBe(false);

  const second = await startUp(data);
  expect(second.ready.log).toEqual(ready.log);
  expect(second.ready.databaseUrl.split("@")[0]).toBe(ready.databaseUrl.split("@")[0]);
  const left = Object.values(childrenOf(second.child.pid ?? 0));
  expect(left).toHaveLength(5);
  // Killed so hard that it can end nothing: its processes see it and end themselves, PostgreSQL too.
  expect(await second.end("SIGKILL")).toBe("SIGKILL");
  await until(() => !left.some(alive));

  const third = await startUp(data, ["--processes", "notary,gateway"]);
  expect(await third.end("SIGINT")).toBe(0);
}, 180_000);

test("ended while it starts, it leaves nothing behind", async () => {
  const other = join(folder, "cut off");
  const starting = startUp(other).catch((error: Error) => error.message);
  await until(() => existsSync(join(other, "up.pid")));
  await until(() => existsSync(join(other, "postgres.superuser")));
  const { pid } = JSON.parse(readFileSync(join(other, "up.pid"), "utf8")) as { pid: number };
  process.kill(pid, "SIGTERM");
  expect(await starting).toBe("exit 0: ");
  expect(existsSync(join(other, "postgres", "postmaster.pid"))).toBe(false);
  expect(existsSync(join(other, "up.pid"))).toBe(false);
}, 60_000);
