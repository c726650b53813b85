import type { JobView } from "@countersign/domain";
import { newWorld, type World } from "@countersign/testing";
import { cancelJob, jobFile, jobList, query, startJob } from "@countersign/usecases";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { until, WorkerProcess } from "./working.ts";

let world: World;
let workers: WorkerProcess[] = [];
beforeAll(async () => {
  world = await newWorld();
}, 60_000);
afterEach(async () => {
  for (const worker of workers) await worker.end("SIGKILL");
  workers = [];
  await world.database.admin.pool.query("delete from ops.job");
});
afterAll(() => world.end());

const start = (): WorkerProcess => {
  const worker = new WorkerProcess(world);
  workers.push(worker);
  return worker;
};

async function asks(format: string): Promise<string> {
  const started = await startJob(world.deps, world.as("ruth"), { kind: "trail", format, of: {} });
  if (!started.ok) throw new Error(started.refusal.kind);
  return started.value.id;
}

async function job(id: string): Promise<JobView | undefined> {
  const asked = await query(world.deps, world.as("ruth"), jobList, {});
  return asked.ok ? asked.value.find((one) => one.id === id) : undefined;
}
const stands = (id: string, state: string) => async (): Promise<boolean> => (await job(id))?.state === state;

async function text(id: string): Promise<string> {
  const found = await jobFile(world.deps, world.as("ruth"), id);
  if (!found.ok) throw new Error(found.refusal.kind);
  const parts: Uint8Array[] = [];
  for await (const part of found.value.bytes) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}

/** Holds what every recording needs; answers how to let go. */
async function held(): Promise<() => Promise<void>> {
  const client = new pg.Client(world.database.admin.pool.options.connectionString);
  await client.connect();
  await client.query("begin; lock table audit.event in share mode");
  return () => client.end();
}

const readings = async (): Promise<number> =>
  (
    await world.database.admin.pool.query("select 1 from audit.event where stream = $1", [
      `reader:${world.people.ruth}`,
    ])
  ).rowCount ?? 0;

test("a worker makes what was asked for under its own login, and records that it was taken in the asker's name", async () => {
  const before = await readings();
  const ids = [];
  for (const format of ["csv", "xlsx", "ndjson"]) ids.push(await asks(format));
  const worker = start();
  for (const id of ids) await until(worker, "made", stands(id, "done"));
  const [csv = "", xlsx = "", ndjson = ""] = await Promise.all(ids.map(text));
  // No notary signs here: of all entries none is signed yet.
  expect(csv.split("\r\n")).toEqual([
    expect.stringMatching(/^"index","recorded at \(UTC\)"/),
    '"0 of 0 signed entries; 0 left out"',
    "",
  ]);
  expect(xlsx.slice(0, 2)).toBe("PK");
  expect(JSON.parse(ndjson)).toMatchObject({ format: "countersign-trail", version: 1, leftOut: 0, entries: 0 });
  expect(await readings()).toBe(before + 3);
  expect(worker.said).toBe("");
}, 60_000);

test("a worker killed over a job: the next takes it again, and makes it", async () => {
  const letGo = await held();
  const id = await asks("csv");
  const first = start();
  await until(first, "begun", async () => (await job(id))?.step === "recording");
  await first.end("SIGKILL");
  await world.database.admin.pool.query("update ops.job set beat_at = beat_at - interval '20 seconds'");
  await letGo();
  await until(start(), "made by the next", stands(id, "done"));
  expect(await text(id)).toContain("signed entries");
}, 60_000);

test("a worker that is stopped gives its job back, and ends at once", async () => {
  const letGo = await held();
  const id = await asks("csv");
  const worker = start();
  await until(worker, "begun", async () => (await job(id))?.step === "recording");
  const stopped = worker.end();
  await until(worker, "given back", stands(id, "queued"));
  await letGo();
  await stopped;
  await until(start(), "made by the next", stands(id, "done"));
}, 60_000);

test("a worker lets go of a cancelled job within two seconds, and makes the next", async () => {
  const letGo = await held();
  const [one, two, three] = [await asks("csv"), await asks("csv"), await asks("csv")];
  const worker = start();
  await until(worker, "two lanes are full", async () => (await job(two))?.step === "recording");
  expect((await job(three))?.state).toBe("queued");
  await cancelJob(world.deps, world.as("ruth"), { id: one });
  const pressed = performance.now();
  await until(worker, "the next is begun", stands(three, "running"));
  expect(performance.now() - pressed).toBeLessThan(2_000);
  await letGo();
  for (const id of [two, three]) await until(worker, "made", stands(id, "done"));
  expect((await job(one))?.state).toBe("cancelled");
}, 60_000);
