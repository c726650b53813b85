import { setTimeout as sleep } from "node:timers/promises";
import { NotaryDatabase } from "@countersign/db/notary";
import { emptyRoot } from "@countersign/tlog";
import { batchSize, integrate } from "./integrate.ts";
import type { Identity } from "./key.ts";
import { NotaryRefusal } from "./refusal.ts";
import { sign } from "./sign.ts";
import type { Status } from "./status.ts";

export interface RunOptions {
  databaseUrl: string;
  identity: Identity;
  status: Status;
  stop: AbortSignal;
  /** Called once, when the tree is signed or another notary leads. */
  ready(): void;
  warn(line: string): void;
}

const idle = { shortest: 100, longest: 250 };
const retry = { shortest: 200, longest: 2_000 };

/** Works until stopped. A lost database is waited for; only a NotaryRefusal ends it. */
export async function run(options: RunOptions): Promise<void> {
  let wait = retry.shortest;
  while (!options.stop.aborted) {
    try {
      await session(options, () => {
        wait = retry.shortest;
      });
    } catch (error) {
      if (error instanceof NotaryRefusal) throw error;
      if (options.stop.aborted) return;
      const problem = error instanceof Error ? error.message : String(error);
      if (options.status.problem !== problem) options.warn(`the database cannot be used, trying again: ${problem}`);
      Object.assign(options.status, { state: "disconnected", problem });
      await pause(wait, options.stop);
      wait = Math.min(wait * 2, retry.longest);
    }
  }
}

/** One connection's life: wait for the lead, then integrate and sign until it breaks or we are stopped. */
async function session(options: RunOptions, worked: () => void): Promise<void> {
  const { identity, status, stop, warn } = options;
  const lost = new AbortController();
  const db = await NotaryDatabase.open(options.databaseUrl, () => lost.abort());
  const over = AbortSignal.any([stop, lost.signal]);
  try {
    const problem = await db.schemaProblem();
    if (problem) throw new NotaryRefusal("SCHEMA", problem);
    while (!(await db.lead())) {
      Object.assign(status, { state: "waiting", problem: null });
      options.ready();
      await pause(500, over);
      if (over.aborted) return ended(stop);
    }
    await identity.mark.reload();
    await db.plant({ origin: identity.signer.name, size: 0, root: emptyRoot() });
    let wait = idle.shortest;
    while (!over.aborted) {
      const before = await db.head();
      const count = before.waiting ? await integrate(db, identity.signer.name, warn) : 0;
      const signed = await sign(db, count > 0 ? await db.head() : before, identity);
      Object.assign(status, { state: "leading", signed, problem: null });
      options.ready();
      worked();
      wait = count > 0 ? idle.shortest : Math.min(wait * 1.5, idle.longest);
      if (count < batchSize) await pause(wait, over);
    }
    return ended(stop);
  } finally {
    await db.close().catch(() => {});
  }
}

function ended(stop: AbortSignal): void {
  if (!stop.aborted) throw new Error("the connection was closed");
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => {});
}
