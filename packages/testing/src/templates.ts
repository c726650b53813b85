import { connect } from "@countersign/db";
import { type LoginRole, loginRoles, migrate, roleUrl } from "@countersign/db/migrate";
import { buildWorld } from "./world/build.ts";
import type { WorldState } from "./world/state.ts";

/** What the tests of a run share: the server, and what the template of a living instance holds. */
export interface TestServer {
  /** Connection string of the superuser. */
  url: string;
  artifacts: string;
  world: WorldState;
}

declare module "vitest" {
  interface ProvidedContext {
    server: TestServer;
  }
}

export const emptyTemplate = "template_empty";
export const worldTemplate = "template_world";
export const testPassword = "only-for-tests";
const passwords = Object.fromEntries(loginRoles.map((role) => [role, testPassword])) as Record<LoginRole, string>;

export const databaseUrl = (serverUrl: string, name: string): string => {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.toString();
};

/** A migrated database, and one with Northgate's people, a policy and a model in it, both to copy from. */
export async function makeTemplates(serverUrl: string, artifacts: string): Promise<TestServer> {
  await onServer(serverUrl, `create database ${emptyTemplate}`);
  await migrate({ adminUrl: databaseUrl(serverUrl, emptyTemplate), passwords });
  await onServer(serverUrl, `create database ${worldTemplate} template ${emptyTemplate}`);
  const world = await buildWorld(
    roleUrl(databaseUrl(serverUrl, worldTemplate), "countersign_app", testPassword),
    artifacts,
  );
  return { url: serverUrl, artifacts, world };
}

export async function onServer(serverUrl: string, statement: string): Promise<void> {
  const root = connect(serverUrl, { max: 1 });
  await root.pool.query(statement);
  await root.end();
}
