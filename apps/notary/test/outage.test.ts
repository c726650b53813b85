import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { startPostgres } from "@countersign/db/embedded";
import { afterAll, beforeAll, expect, test } from "vitest";
import { origin, startServer, TestLog } from "./log.ts";

let host: Awaited<ReturnType<typeof startServer>>;
let scratch: string;

beforeAll(async () => {
  host = await startServer();
  scratch = await mkdtemp(join(tmpdir(), "countersign-notary-"));
}, 60_000);
afterAll(async () => {
  await host.end();
  await rm(scratch, { recursive: true, force: true });
}, 30_000);

function spawnNotary(log: TestLog): ChildProcess {
  const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
  return spawn(process.execPath, [main], {
    stdio: "ignore",
    env: {
      PATH: "/usr/bin:/bin",
      COUNTERSIGN_DATABASE_URL: log.notaryUrl,
      COUNTERSIGN_NOTARY_DIR: log.folder,
      COUNTERSIGN_LOG_ORIGIN: origin,
    },
  });
}

test("killed at random moments it loses nothing and takes nothing twice", async () => {
  const log = await TestLog.make(host.server, scratch);
  let notary = spawnNotary(log);
  for (let round = 0; round < 8; round++) {
    await sleep(200 + Math.random() * 500);
    await log.append(1500);
    await sleep(Math.random() * 250);
    notary.kill("SIGKILL");
    await once(notary, "exit");
    notary = spawnNotary(log);
  }
  // One more event, which only the notary that was started last can take: it is up when this is signed.
  await log.append(1);
  await log.signed(12_001);
  const found = await log.admin.pool.query<{ entries: string; events: string; last: string }>(
    "select count(*) as entries, count(distinct event_id) as events, max(idx) as last from audit.leaf",
  );
  expect(found.rows[0]).toEqual({ entries: "12001", events: "12001", last: "12000" });
  notary.kill("SIGTERM");
  expect(await once(notary, "exit")).toEqual([0, null]);
  await log.end();
}, 60_000);

test("a database that is gone is waited for", async () => {
  const log = await TestLog.make(host.server, scratch);
  const notary = await log.notary();
  await log.append(5);
  await log.signed(5);
  await host.server.stop();
  await sleep(3_000);
  expect(notary.status).toMatchObject({ state: "disconnected", signed: 5 });
  host.server = await startPostgres({ dataDir: host.dataDir, port: host.server.port });
  await log.append(5);
  await log.signed(10);
  expect(notary.status.state).toBe("leading");
  await notary.end();
  await log.end();
}, 60_000);
