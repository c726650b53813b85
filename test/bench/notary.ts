import { join } from "node:path";
import { NotaryDatabase } from "@countersign/db/notary";
import { emptyRoot } from "@countersign/tlog";
import type { World } from "@countersign/testing";
import { integrate } from "../../apps/notary/src/integrate.ts";
import { openIdentity } from "../../apps/notary/src/key.ts";
import { sign } from "../../apps/notary/src/sign.ts";
import type { Bench } from "./instance.ts";

export interface NotaryFigures {
  events: number;
  /** Events per second taken from the outbox into the tree, committed. */
  integrated: number;
  /** Events per second read back, recomputed from bytes and signed. */
  signed: number;
}

export const origin = "test.log";

/** The notary's own two steps on a full outbox, alone on the server. */
export async function measureNotary(bench: Bench, world: World): Promise<NotaryFigures> {
  const identity = await openIdentity(join(bench.folder, "notary"), origin);
  const db = await NotaryDatabase.open(world.database.url("countersign_notary"), () => {});
  await db.plant({ origin, size: 0, root: emptyRoot() });
  const began = performance.now();
  let events = 0;
  for (let count = -1; count !== 0; events += count)
    count = await integrate(db, origin, (line) => {
      throw new Error(line);
    });
  const integrated = performance.now();
  const size = await sign(db, await db.head(), identity);
  const signed = performance.now();
  await db.close();
  if (size !== events) throw new Error(`${events} events, ${size} signed`);
  return {
    events,
    integrated: (events * 1000) / (integrated - began),
    signed: (events * 1000) / (signed - integrated),
  };
}
