import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { connect, type Database } from "@countersign/db";
import { startPostgres, type EmbeddedServer } from "@countersign/db/embedded";
import { migrate } from "@countersign/db/migrate";
import { encodeCore } from "@countersign/record";
import { passableFolder } from "@countersign/testing/folder";
import { openIdentity } from "../src/key.ts";
import { run } from "../src/run.ts";
import { newStatus, type Status } from "../src/status.ts";

export const origin = "test.log.localhost";
const password = "only-for-this-test";
const passwords = {
  countersign_migrator: password,
  countersign_app: password,
  countersign_worker: password,
  countersign_notary: password,
};

/** A real server for one test file; a test that stops it puts the next one in its place. */
export async function startServer(): Promise<{ server: EmbeddedServer; dataDir: string; end(): Promise<void> }> {
  const folder = passableFolder("countersign-notary-test-");
  const dataDir = join(folder, "postgres");
  const host = {
    server: await startPostgres({ dataDir }),
    dataDir,
    async end(): Promise<void> {
      await host.server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return host;
}

let count = 0;

/** A database of its own, with a folder for the notary. */
export class TestLog {
  readonly admin: Database;
  readonly app: Database;
  readonly notaryUrl: string;
  readonly folder: string;
  #sver = 0;

  private constructor(admin: Database, app: Database, notaryUrl: string, folder: string) {
    this.admin = admin;
    this.app = app;
    this.notaryUrl = notaryUrl;
    this.folder = folder;
  }

  static async make(server: EmbeddedServer, scratch: string): Promise<TestLog> {
    const name = `log${++count}`;
    const root = connect(server.url());
    await root.pool.query(`create database ${name}`);
    await root.end();
    await migrate({ adminUrl: server.url(name), passwords });
    const as = (role: string): string => `postgres://${role}:${password}@127.0.0.1:${server.port}/${name}`;
    return new TestLog(
      connect(server.url(name)),
      connect(as("countersign_app")),
      as("countersign_notary"),
      join(scratch, name),
    );
  }

  /** Appends events to one stream, in one transaction. */
  async append(events: number): Promise<void> {
    const cores = Array.from({ length: events }, () => this.core());
    await this.app.pool.query("select audit.append($1)", [cores]);
  }

  /** The next event of a person's stream, or the first of another's. */
  core(person = "usr_1"): Buffer {
    const sver = person === "usr_1" ? ++this.#sver : 1;
    return Buffer.from(
      encodeCore({
        v: 1,
        act: "credential.reset",
        id: `evt_${person}_${sver}`,
        stream: `person:${person}`,
        sver,
        actor: { kind: "user", id: "usr_2", person: "usr_2", roles: ["administrator"] },
        ws: null,
        claimed_at: "2026-11-24T08:00:00.000Z",
        origin: "live",
        cause: "req_1",
        data: { person_id: person, asked_by: "usr_2", confirmed_by: "usr_3" },
        rows: [],
        pii: [],
      }),
    );
  }

  /** As somebody who owns the server: even triggers that are always on can be taken off. */
  async tamper(statement: string): Promise<void> {
    const each = (what: string): string =>
      ["leaf", "checkpoint", "tile", "tree"].map((t) => `alter table audit.${t} ${what} trigger user`).join("; ");
    await this.admin.pool.query(`begin; ${each("disable")}; ${statement}; ${each("enable")}; commit`);
  }

  async newest(): Promise<{ size: number; note: string } | null> {
    const found = await this.admin.pool.query<{ size: string; note: string }>(
      "select size, note from audit.checkpoint order by size desc limit 1",
    );
    const row = found.rows[0];
    return row ? { size: Number(row.size), note: row.note } : null;
  }

  /** Waits until a checkpoint covers `size` entries; fails after 20 s. */
  async signed(size: number): Promise<string> {
    for (let i = 0; i < 400; i++) {
      const newest = await this.newest().catch(() => null);
      if (newest && newest.size >= size) return newest.note;
      await sleep(50);
    }
    throw new Error(`not signed up to ${size}`);
  }

  /** A notary in this process. `done` rejects when it refuses. */
  async notary(folder = this.folder): Promise<TestNotary> {
    const identity = await openIdentity(folder, origin);
    const status = newStatus();
    const stop = new AbortController();
    const warnings: string[] = [];
    let ready = (): void => {};
    const isReady = new Promise<void>((resolve) => (ready = resolve));
    const done = run({
      databaseUrl: this.notaryUrl,
      identity,
      status,
      stop: stop.signal,
      ready,
      warn: (line) => warnings.push(line),
    });
    done.catch(() => {});
    return { status, warnings, ready: isReady, done, key: identity.signer, end: () => (stop.abort(), done) };
  }

  async end(): Promise<void> {
    await this.app.end();
    await this.admin.end();
  }
}

export interface TestNotary {
  status: Status;
  warnings: string[];
  ready: Promise<void>;
  done: Promise<void>;
  key: Awaited<ReturnType<typeof openIdentity>>["signer"];
  end(): Promise<void>;
}
