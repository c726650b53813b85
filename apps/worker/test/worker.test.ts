import { readdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { rows } from "@countersign/db";
import { newWorld, type World } from "@countersign/testing";
import { afterEach, beforeAll, afterAll, expect, test } from "vitest";
import { endlessLoop, memoryBomb } from "../../../packages/checks/test/models.ts";
import { checksOf, events, jobs, sealed, submitted, until, WorkerProcess } from "./working.ts";

let world: World;
let workers: WorkerProcess[] = [];
beforeAll(async () => {
  world = await newWorld();
}, 60_000);
afterEach(async () => {
  for (const worker of workers) await worker.end("SIGKILL");
  workers = [];
});
afterAll(() => world.end());

const start = (env: Record<string, string> = {}): WorkerProcess => {
  const worker = new WorkerProcess(world, env);
  workers.push(worker);
  return worker;
};
const laidOut = ({ child }: WorkerProcess): string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith("countersign-round-") && name.includes(`~${child.pid}~`));
const tensor = { input: "x", output: "probabilities", class: 1, columns: ["income_monthly", "loan_amount"] };

test("a submitted version is checked on its real files, each result recorded once, and the round sealed", async () => {
  const review = await submitted(world);
  await until(start(), "sealed", sealed(world, review));
  const checks = await checksOf(world, review);
  expect(Object.fromEntries(checks.map((c) => [c.check_key, c.verdict]))).toEqual({
    "artifact.integrity": "pass",
    "perf.gini": "pass",
    "perf.roc_auc": "pass",
  });
  expect([await events(world, "check.ended", review), await events(world, "review.sealed", review)]).toEqual([3, 1]);
}, 120_000);

test("a worker killed before its first result is taken up again by the next, and each result stands once", async () => {
  const review = await submitted(world);
  const first = start();
  await until(first, "taken", async () => (await jobs(world)).some((job) => job.locked_by !== null));
  await first.end("SIGKILL");
  expect((await checksOf(world, review)).map((c) => c.state)).toEqual(["queued", "queued", "queued"]);
  expect((await jobs(world)).map((job) => job.locked_by !== null)).toEqual([true]);
  await until(start(), "sealed after the kill", sealed(world, review));
  expect([
    await events(world, "check.ended", review),
    await events(world, "review.sealed", review),
    (await jobs(world)).length,
  ]).toEqual([3, 1, 0]);
}, 150_000);

test("a worker killed between two results: the next runs what is open and leaves what is recorded", async () => {
  const review = await submitted(world);
  const first = start();
  await until(first, "one result", async () => (await checksOf(world, review)).some((c) => c.state === "ended"));
  await first.end("SIGKILL");
  const kept = (await checksOf(world, review)).filter((c) => c.state === "ended");
  expect(kept.length).toBeGreaterThan(0);
  expect(laidOut(first)).toHaveLength(1);
  await until(start(), "sealed after the kill", sealed(world, review));
  const checks = await checksOf(world, review);
  for (const { id, result_sha256, ended_at } of kept)
    expect(checks.find((c) => c.id === id)).toMatchObject({ result_sha256, ended_at });
  expect([checks.length, await events(world, "check.ended", review)]).toEqual([3, 3]);
  // The files that the killed one had laid out are gone too.
  expect(laidOut(first)).toEqual([]);
}, 150_000);

test("a living worker's job is not taken away by another, however long it holds it", async () => {
  const [one] = [start({ COUNTERSIGN_CHECK_SECONDS: "9" }), start({ COUNTERSIGN_CHECK_SECONDS: "9" })];
  const review = await submitted(world, endlessLoop(), tensor);
  const begun = new Set<number>();
  const taken = performance.now();
  await until(one, "sealed", async () => {
    for (const job of await jobs(world)) begun.add(job.attempts);
    return sealed(world, review)();
  });
  // Long enough for a dead worker's job to have been given back; begun once all the same.
  expect(performance.now() - taken).toBeGreaterThan(8_000);
  expect([
    Math.max(...begun),
    await events(world, "check.ended", review),
    await events(world, "review.sealed", review),
  ]).toEqual([1, 3, 1]);
}, 150_000);

test.each([
  ["never ends", endlessLoop(), /longer than 3 seconds/],
  ["asks for 160 GB", memoryBomb(), /more memory than|out of memory/],
  ["is no model", new TextEncoder().encode("not a model"), /cannot be loaded/],
] as const)(
  "a model that %s ends in errors, which block and are never a pass",
  async (_, model, reason) => {
    const review = await submitted(world, model, tensor);
    await until(start({ COUNTERSIGN_CHECK_SECONDS: "3" }), "sealed", sealed(world, review));
    const judged = (await checksOf(world, review)).filter((c) => c.check_key.startsWith("perf."));
    expect(judged.map((c) => [c.status, c.verdict, c.outcome])).toEqual([
      ["error", "error", "blocks"],
      ["error", "error", "blocks"],
    ]);
    const view = await world.view(review);
    expect(JSON.stringify(view)).toMatch(reason);
  },
  120_000,
);

test("a check whose process crashes is an error, never a pass, and the round goes on", async () => {
  const review = await submitted(world, endlessLoop(), tensor);
  const worker = start({ COUNTERSIGN_CHECK_SECONDS: "5" });
  await until(
    worker,
    "measuring",
    async () => (await checksOf(world, review)).some((c) => c.state === "ended") && worker.children().length > 0,
  );
  for (const child of worker.children()) process.kill(child, "SIGSEGV");
  await until(worker, "sealed", sealed(world, review));
  const checks = await checksOf(world, review);
  expect(checks.map((c) => c.verdict).toSorted((a, b) => (a ?? "").localeCompare(b ?? ""))).toEqual([
    "error",
    "error",
    "pass",
  ]);
  expect(JSON.stringify(await world.view(review))).toContain("ended unexpectedly (SIGSEGV)");
}, 120_000);

test("a file that the store has lost is named, and the rest of the version is still checked", async () => {
  const lost = new TextEncoder().encode(`lost ${Math.random()}`);
  const review = await submitted(world, lost, tensor);
  const [model] = (await rows(world.deps.database, "version_file", { version_id: review.versionId })).filter(
    (f) => f.role === "model",
  );
  await rm(world.deps.store.path(model?.sha256 ?? ""), { force: true });
  await until(start(), "sealed", sealed(world, review));
  expect((await checksOf(world, review)).find((c) => c.check_key === "artifact.integrity")).toMatchObject({
    verdict: "fail",
    outcome: "blocks",
  });
}, 120_000);

test("a round whose job has used up its attempts is ended with errors, not left gathering", async () => {
  const review = await submitted(world);
  await world.database.admin.pool.query("update graphile_worker._private_jobs set attempts = max_attempts");
  await until(start(), "sealed", sealed(world, review));
  expect((await checksOf(world, review)).map((c) => [c.verdict, c.outcome])).toEqual([
    ["error", "blocks"],
    ["error", "blocks"],
    ["error", "blocks"],
  ]);
  expect(JSON.stringify(await world.view(review))).toContain("did not come to their end");
  expect(await jobs(world)).toEqual([]);
}, 120_000);
