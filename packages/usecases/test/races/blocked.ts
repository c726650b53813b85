import { setTimeout as sleep } from "node:timers/promises";
import type { World } from "@countersign/testing";

/** Waits until so many of our connections wait for a lock of another. */
export async function waiting(world: World, count: number): Promise<void> {
  for (const until = Date.now() + 20_000; Date.now() < until; await sleep(10)) {
    const found = await world.database.admin.pool.query<{ n: string }>(
      "select count(*) as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    if (Number(found.rows[0]?.n) >= count) return;
  }
  throw new Error(`there are not ${count} waiting`);
}

/** Holds back every commit that records something, until released: what has been written stands there uncommitted. */
export async function holdBack(world: World): Promise<() => Promise<void>> {
  const client = await world.database.admin.pool.connect();
  await client.query("begin; lock table audit.pending in share mode");
  return async () => {
    await client.query("rollback");
    client.release();
  };
}
