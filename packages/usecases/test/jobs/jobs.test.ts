import { sql } from "@countersign/db";
import type { JobView, News } from "@countersign/domain";
import { type Name, newWorld, type World } from "@countersign/testing";
import { afterEach, beforeAll, afterAll, expect, test } from "vitest";
import {
  beatJob,
  cancelJob,
  clearJob,
  endJob,
  follow,
  giveBackJob,
  giveUpJobs,
  jobFile,
  jobList,
  query,
  repeatJob,
  startJob,
  sweepJobs,
  takeJob,
  type TakenJob,
} from "../../src/index.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterEach(() => world.database.admin.pool.query("delete from ops.job"));
afterAll(() => world.end());

const trail = { kind: "trail", format: "csv", of: {} };
const nothingYet = { step: null, done: null, total: null };
const notFound = { ok: false, refusal: { kind: "not_found", what: "job" } };

async function begun(who: Name, wanted: object = trail): Promise<JobView> {
  const started = await startJob(world.deps, world.as(who), wanted);
  if (!started.ok) throw new Error(JSON.stringify(started.refusal));
  return started.value;
}

async function listed(who: Name): Promise<JobView[]> {
  const asked = await query(world.deps, world.as(who), jobList, {});
  if (!asked.ok) throw new Error(asked.refusal.kind);
  return asked.value;
}

async function taken(): Promise<TakenJob> {
  const job = await takeJob(world.workerDeps);
  if (!job) throw new Error("there is none to take");
  return job;
}

const bytes = async function* (text: string): AsyncIterable<Uint8Array> {
  yield Buffer.from(text);
};

/** Ends a taken job with a file that its person sees all of, unless something is changed of that. */
async function made(job: TakenJob, text: string, sight: object = {}): Promise<boolean> {
  const kept = await world.workerDeps.results.put(job.takenBy, bytes(text));
  const file = { id: job.takenBy, name: "audit-trail.csv", type: "text/csv", ...kept };
  const whole = { workspaces: ["wsp_default"], instanceOf: job.personId, ...sight };
  return endJob(world.workerDeps, job, { file, sight: whole });
}

async function kept(id: string): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of world.deps.results.read(id)) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}

async function fetched(who: Name, id: string): Promise<string> {
  const found = await jobFile(world.deps, world.as(who), id);
  return found.ok ? kept(found.value.file.id) : found.refusal.kind;
}

/** Lets so many seconds pass since a worker was heard of. */
const silent = (seconds: number) =>
  world.database.admin.pool.query("update ops.job set beat_at = beat_at - make_interval(secs => $1)", [seconds]);
const stateOf = async (who: Name): Promise<string[]> => (await listed(who)).map(({ state }) => state);

test("what was asked for is made once, told as it goes on, and fetched by whoever asked", async () => {
  const { id } = await begun("ruth");
  expect(await stateOf("ruth")).toEqual(["queued"]);
  const job = await taken();
  expect([job.id, job.personId, job.input]).toEqual([id, world.people.ruth, trail]);
  expect(await takeJob(world.workerDeps)).toBeNull();
  expect(await beatJob(world.workerDeps, job, { step: "writing", done: 12, total: 50 })).toBe(true);
  expect(await listed("ruth")).toMatchObject([{ state: "running", step: "writing", done: 12, total: 50, file: null }]);
  expect(await made(job, "one,two")).toBe(true);
  const [done] = await listed("ruth");
  expect(done).toMatchObject({
    state: "done",
    file: { name: "audit-trail.csv", size: 7 },
    fetched: false,
    problem: null,
  });
  expect(done?.file?.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(await fetched("ruth", id)).toBe("one,two");
  expect((await listed("ruth"))[0]?.fetched).toBe(true);
});

test("of other people's jobs nothing is found: not listed, not fetched, not cancelled, repeated or cleared", async () => {
  const { id } = await begun("ruth");
  await made(await taken(), "hers");
  expect(await listed("sofia")).toEqual([]);
  expect(await fetched("sofia", id)).toBe("not_found");
  for (const change of [cancelJob, repeatJob, clearJob])
    expect(await change(world.deps, world.as("sofia"), { id })).toEqual(notFound);
  expect(await fetched("ruth", id)).toBe("hers");
});

test("a token has no jobs", async () => {
  const { id } = await begun("ruth");
  expect(await startJob(world.deps, world.token, trail)).toMatchObject({ refusal: { kind: "not_in_force" } });
  expect(await cancelJob(world.deps, world.token, { id })).toMatchObject({ refusal: { kind: "not_in_force" } });
  expect(await jobFile(world.deps, world.token, id)).toEqual(notFound);
});

test("what cannot be made is refused when it is asked for", async () => {
  const refusal = async (who: Name, wanted: object): Promise<unknown> => {
    const started = await startJob(world.deps, world.as(who), wanted);
    return started.ok ? "begun" : started.refusal.kind;
  };
  expect(await refusal("ruth", { ...trail, format: "exe" })).toBe("invalid_input");
  expect(await refusal("ruth", { kind: "evidence", reviewId: "rev_none" })).toBe("not_found");
  const { reviewId } = await world.sealed();
  expect(await refusal("nobody", { kind: "evidence", reviewId })).toBe("not_found");
  expect(await refusal("ruth", { kind: "evidence", reviewId })).toBe("begun");
  expect((await taken()).input).toMatchObject({ kind: "evidence", reviewId, workspaceId: "wsp_default" });
});

test("ten jobs of one person go on at once, and no more", async () => {
  const started = [];
  for (let n = 0; n < 11; n++) started.push((await startJob(world.deps, world.as("ruth"), trail)).ok);
  expect(started).toEqual([...Array.from({ length: 10 }, () => true), false]);
  expect(await startJob(world.deps, world.as("ruth"), trail)).toMatchObject({
    refusal: { kind: "limit_exceeded", limit: 10 },
  });
  await begun("sofia");
});

test("whoever has fewest being made comes first, then whoever asked first", async () => {
  for (const who of ["ruth", "ruth", "sofia"] as const) await begun(who);
  const order = [];
  for (let n = 0; n < 3; n++) order.push((await taken()).personId);
  expect(order).toEqual([world.people.ruth, world.people.sofia, world.people.ruth]);
});

test("a cancelled job is no longer its worker's: nothing of it is kept, and it can be asked for again", async () => {
  const { id } = await begun("ruth");
  const job = await taken();
  expect(await cancelJob(world.deps, world.as("ruth"), { id })).toMatchObject({
    ok: true,
    value: { state: "cancelled" },
  });
  expect(await beatJob(world.workerDeps, job, nothingYet)).toBe(false);
  expect(await made(job, "too late")).toBe(false);
  expect(await fetched("ruth", id)).toBe("not_found");
  expect(await cancelJob(world.deps, world.as("ruth"), { id })).toMatchObject({ refusal: { kind: "moved_meanwhile" } });
  expect(await repeatJob(world.deps, world.as("ruth"), { id })).toMatchObject({ ok: true, value: { state: "queued" } });
  const again = await taken();
  expect(again.id).toBe(id);
  await giveBackJob(world.workerDeps, job);
  expect(await stateOf("ruth")).toEqual(["running"]);
  await made(again, "now");
  expect(await fetched("ruth", id)).toBe("now");
});

test("a living worker keeps its job; a dead one's is taken again, and what the dead one still writes is not kept", async () => {
  const { id } = await begun("ruth");
  const first = await taken();
  await silent(10);
  expect(await takeJob(world.workerDeps)).toBeNull();
  await silent(10);
  const second = await taken();
  expect([second.id, second.takenBy === first.takenBy]).toEqual([id, false]);
  expect(await beatJob(world.workerDeps, first, nothingYet)).toBe(false);
  expect(await made(first, "of the dead")).toBe(false);
  await made(second, "of the living");
  expect(await fetched("ruth", id)).toBe("of the living");
});

test("a job whose worker died three times is given up, and says so; one that a worker gave back loses nothing", async () => {
  await begun("ruth");
  await giveBackJob(world.workerDeps, await taken());
  for (let n = 0; n < 3; n++) {
    await taken();
    await giveUpJobs(world.workerDeps);
    expect(await stateOf("ruth")).toEqual(["running"]);
    await silent(20);
  }
  expect(await takeJob(world.workerDeps)).toBeNull();
  await giveUpJobs(world.workerDeps);
  const [job] = await listed("ruth");
  expect([job?.state, job?.problem?.detail]).toEqual([
    "failed",
    "It was begun 3 times, and each time its worker ended before it did.",
  ]);
});

test("a job that failed tells why, in words", async () => {
  const { id } = await begun("ruth");
  await endJob(world.workerDeps, await taken(), { problem: { kind: "not_in_force" } });
  expect((await listed("ruth"))[0]).toMatchObject({
    state: "failed",
    problem: { title: "This account or token is not in force" },
  });
  await repeatJob(world.deps, world.as("ruth"), { id });
  await endJob(world.workerDeps, await taken(), { problem: { kind: "broke" } });
  expect((await listed("ruth"))[0]?.problem?.title).toBe("Something broke while it was made");
  expect(await fetched("ruth", id)).toBe("not_found");
});

test("what has expired or was cleared is neither listed nor fetched, and is removed with its file", async () => {
  const { id } = await begun("ruth");
  const dead = await taken();
  await world.workerDeps.results.put(dead.takenBy, bytes("half of it"));
  await silent(20);
  const job = await taken();
  expect(await clearJob(world.deps, world.as("ruth"), { id })).toMatchObject({ refusal: { kind: "moved_meanwhile" } });
  await made(job, "for a month");
  await sweepJobs(world.workerDeps);
  expect(await fetched("ruth", id)).toBe("for a month");
  const left = await world.database.admin.pool.query(
    "select 1 from ops.job where expires_at between now() + interval '29 days' and now() + interval '31 days'",
  );
  expect(left.rowCount).toBe(1);
  await clearJob(world.deps, world.as("ruth"), { id });
  expect([await listed("ruth"), await fetched("ruth", id)]).toEqual([[], "not_found"]);
  await sweepJobs(world.workerDeps);
  expect((await world.database.admin.pool.query("select 1 from ops.job")).rowCount).toBe(0);
  for (const taking of [dead.takenBy, job.takenBy]) await expect(kept(taking)).rejects.toThrow("ENOENT");
});

test("a file that is cut off leaves nothing", async () => {
  const { takenBy } = (await begun("ruth"), await taken());
  const broken = async function* (): AsyncIterable<Uint8Array> {
    yield Buffer.from("half");
    throw new Error("cut off");
  };
  await expect(world.workerDeps.results.put(takenBy, broken())).rejects.toThrow("cut off");
  await expect(kept(takenBy)).rejects.toThrow("ENOENT");
});

test("how far a job is, is told to whoever asked for it and to nobody else", async () => {
  const over = new AbortController();
  const next = async (told: ReturnType<typeof follow>) =>
    Promise.race([
      told.next().then(({ value }: { value?: News }) => value?.jobs.map(({ state, done }) => [state, done]) ?? null),
      new Promise<null>((resolve) => setTimeout(() => resolve(null), 2_500)),
    ]);
  await begun("ruth");
  const [ruth, sofia] = (["ruth", "sofia"] as const).map((who) => follow(world.deps, world.as(who), null, over.signal));
  if (!ruth || !sofia) throw new Error("nobody follows");
  expect([await next(ruth), await next(sofia)]).toEqual([[["queued", null]], []]);
  const job = await taken();
  await beatJob(world.workerDeps, job, { step: "recording", done: 1, total: 2 });
  expect(await next(ruth)).toEqual([["running", 1]]);
  await made(job, "x");
  expect(await next(ruth)).toEqual([["done", 1]]);
  expect(await next(sofia)).toBeNull();
  over.abort();
});

test("the worker's login keeps no job that it was not asked for", async () => {
  await expect(
    world.workerDeps.database.db.execute(
      sql`insert into ops.job (id, person_id, kind, input) values ('job_x', ${world.people.ruth}, 'trail', '{}')`,
    ),
  ).rejects.toThrow();
});
