import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newWorld, type World } from "@countersign/testing";
import { exportEvidence } from "@countersign/usecases";
import { verify } from "@countersign/verifier";
import { formatVkey } from "@countersign/tlog";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openIdentity } from "../src/key.ts";
import { run } from "../src/run.ts";
import { newStatus } from "../src/status.ts";

let world: World;
let folder: string;
let vkey: string;
const stop = new AbortController();
let notary: Promise<void>;

beforeAll(async () => {
  world = await newWorld();
  folder = await mkdtemp(join(tmpdir(), "countersign-bundle-"));
  const identity = await openIdentity(folder, "test.log");
  vkey = formatVkey(identity.signer);
  notary = run({ databaseUrl: world.database.url("countersign_notary"), identity, status: newStatus(), stop: stop.signal, ready: () => {}, warn: (line) => console.error(line) });
  notary.catch(() => {});
});
afterAll(async () => {
  stop.abort();
  await notary;
  await world.end();
  await rm(folder, { recursive: true, force: true });
});

const settled = () => new Promise((resolve) => setTimeout(resolve, 1500));

test("a bundle that the product makes is accepted", async () => {
  const review = await world.sealed({ "perf.gini": 0.3 });
  await world.propose(review);
  await world.recommend(review);
  await world.approve(review, "priya");
  await world.approve(review, "daniel");
  await settled();
  const exported = await exportEvidence(world.deps, world.as("ruth"), { workspace: "default", model: review.model, version: String(review.number) });
  if (!exported.ok) throw new Error(JSON.stringify(exported.refusal));
  const report = verify(exported.value.bytes, { trust: [vkey], now: new Date().toISOString() });
  expect(report.accepted).toBe(true);
});
