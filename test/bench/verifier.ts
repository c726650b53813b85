import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { row } from "@countersign/db";
import { decodeLeaf, layout, readZip, replay } from "@countersign/record";
import type { World } from "@countersign/testing";
import { exportEvidence } from "@countersign/usecases";
import { verify } from "@countersign/verifier";
import { openIdentity } from "../../apps/notary/src/key.ts";
import { run } from "../../apps/notary/src/run.ts";
import { newStatus } from "../../apps/notary/src/status.ts";
import { governedChange } from "./changes.ts";
import type { Bench } from "./instance.ts";
import { origin } from "./notary.ts";
import { repeated } from "./statistics.ts";

export interface VerifierFigures {
  /** Events in the bundle, whose bytes are read; entries of the tree, whose root is recomputed. */
  events: number;
  entries: number;
  bytes: number;
  /** Events of the bundle per second, all steps, one thread. */
  verified: number;
  /** Decoding and replay alone. */
  replayed: number;
}

/** Verifies the bundle of an approved version whose model has seen `events` further acts, in the log that the other measurements filled. */
export async function measureVerifier(bench: Bench, world: World, acts: number): Promise<VerifierFigures> {
  const review = await world.approved();
  for (let n = 0; n < acts; n++) {
    const model = await row(world.deps.database, "model", world.modelId);
    if (model) await governedChange(world.deps, model);
  }
  const bundle = await exported(bench, world, review.number);
  const trust = [(await readFile(join(bench.folder, "notary", "vkey"), "utf8")).trim()];
  const report = verify(bundle, { trust });
  if (!report.accepted) throw new Error(`not accepted: ${JSON.stringify(report.discrepancies.slice(0, 3))}`);
  const leaves = leavesOf(bundle);
  const perSecond = repeated(() => void verify(bundle, { trust }));
  const replays = repeated(
    () =>
      void replay(
        leaves.flatMap((bytes) => {
          const read = decodeLeaf(bytes);
          return read.ok ? [read.leaf] : [];
        }),
      ),
  );
  return {
    events: leaves.length,
    entries: report.facts?.asOf?.size ?? 0,
    bytes: bundle.length,
    verified: perSecond * leaves.length,
    replayed: replays * leaves.length,
  };
}

async function exported(bench: Bench, world: World, version: number): Promise<Uint8Array> {
  const stop = new AbortController();
  const identity = await openIdentity(join(bench.folder, "notary"), origin);
  const size = async () =>
    Number(
      (await world.database.admin.pool.query<{ n: string }>("select count(*) as n from audit.pending")).rows[0]?.n,
    );
  const notary = run({
    databaseUrl: world.database.url("countersign_notary"),
    identity,
    status: newStatus(),
    stop: stop.signal,
    ready() {},
    warn() {},
  });
  while ((await size()) > 0) await new Promise((done) => setTimeout(done, 200));
  const made = await exportEvidence(world.deps, world.as("ruth"), {
    workspace: "default",
    model: "credit-pd",
    version: String(version),
  });
  stop.abort();
  await notary;
  if (!made.ok) throw new Error(`export: ${JSON.stringify(made.refusal)}`);
  return made.value.bytes;
}

function leavesOf(bundle: Uint8Array): Uint8Array[] {
  const read = readZip(bundle);
  if (!read.ok) throw new Error(read.problem);
  const prefix = layout.leaf(0).slice(0, layout.leaf(0).lastIndexOf("/") + 1);
  return [...read.members].filter(([path]) => path.startsWith(prefix)).map(([, bytes]) => bytes);
}
