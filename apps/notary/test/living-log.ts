import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newWorld, type Review, type World } from "@countersign/testing";
import { formatVkey, type NoteSigner } from "@countersign/tlog";
import { exportEvidence } from "@countersign/usecases";
import { openIdentity } from "../src/key.ts";
import { run } from "../src/run.ts";
import { newStatus } from "../src/status.ts";

/** A living instance with the real notary over its log. */
export interface LivingLog {
  world: World;
  /** The log's true key. */
  signer: NoteSigner;
  vkey: string;
  folder: string;
  /** The evidence bundle of a version, once everything so far is signed. */
  exported(review: Review): Promise<Uint8Array>;
  /** The notary stops; the product goes on. */
  stopSigning(): Promise<void>;
  end(): Promise<void>;
}

export async function livingLog(): Promise<LivingLog> {
  const world = await newWorld();
  const folder = await mkdtemp(join(tmpdir(), "countersign-bundle-"));
  const identity = await openIdentity(folder, "test.log");
  const stop = new AbortController();
  const notary = run({
    databaseUrl: world.database.url("countersign_notary"),
    identity,
    status: newStatus(),
    stop: stop.signal,
    ready: () => {},
    warn: (line) => console.error(line),
  });
  notary.catch(() => {});
  const exported = async (review: Review): Promise<Uint8Array> => {
    await signed(world);
    const result = await exportEvidence(world.deps, world.as("ruth"), {
      workspace: "default",
      model: review.model,
      version: String(review.number),
    });
    if (!result.ok) throw new Error(JSON.stringify(result.refusal));
    return result.value.bytes;
  };
  const stopSigning = async (): Promise<void> => {
    stop.abort();
    await notary;
  };
  const end = async (): Promise<void> => {
    await stopSigning();
    await world.end();
    await rm(folder, { recursive: true, force: true });
  };
  return { world, signer: identity.signer, vkey: formatVkey(identity.signer), folder, exported, stopSigning, end };
}

/** Waits until the newest checkpoint covers every committed event; fails after 20 s. */
async function signed(world: World): Promise<void> {
  for (let waited = 0; waited < 400; waited++) {
    const { rows } = await world.database.admin.pool.query<{ waiting: string; size: string; signed: string | null }>(
      "select (select count(*) from audit.pending) as waiting, (select size from audit.tree) as size, (select max(size) from audit.checkpoint) as signed",
    );
    if (rows[0]?.waiting === "0" && rows[0].size === rows[0].signed) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the notary did not sign");
}
