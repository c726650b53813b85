import { randomBytes } from "node:crypto";
import { connect, type Database } from "@countersign/db";
import { type LoginRole, roleUrl } from "@countersign/db/migrate";
import { inject } from "vitest";
import { databaseUrl, emptyTemplate, onServer, testPassword, type TestServer, worldTemplate } from "./templates.ts";

export interface TestDatabase {
  name: string;
  adminUrl: string;
  url(role: LoginRole): string;
  /** A pool under a role; closed with the database. */
  as(role: LoginRole): Database;
  admin: Database;
  /** Closes every pool and drops the database. */
  end(): Promise<void>;
}

/** A database of its own. `world`: with people, a policy and a model in it; `empty`: migrated only. */
export async function testDatabase(
  from: "empty" | "world" = "world",
  server: TestServer = inject("server"),
): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  await onServer(server.url, `create database ${name} template ${from === "world" ? worldTemplate : emptyTemplate}`);
  const adminUrl = databaseUrl(server.url, name);
  const url = (role: LoginRole): string => roleUrl(adminUrl, role, testPassword);
  const pools = new Map<string, Database>();
  const opened = (key: string, at: string): Database => {
    const pool = pools.get(key) ?? connect(at);
    pools.set(key, pool);
    return pool;
  };
  return {
    name,
    adminUrl,
    url,
    as: (role) => opened(role, url(role)),
    get admin() {
      return opened("admin", adminUrl);
    },
    async end() {
      for (const pool of pools.values()) await pool.end();
      await onServer(server.url, `drop database ${name} with (force)`);
    },
  };
}
