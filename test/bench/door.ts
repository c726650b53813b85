import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Row } from "@countersign/record";
import { newWorld, type World } from "@countersign/testing";
import { addModels, plainAudit } from "./changes.ts";
import type { ClientData } from "./client.ts";
import type { Bench } from "./instance.ts";
import { median } from "./statistics.ts";

export interface DoorFigures {
  clients: number;
  /** Transactions per second, median of the runs. */
  governed: number;
  plain: number;
  /** Median over the runs of governed ÷ plain of the same pair. */
  ratio: number;
  ratios: number[];
}

const models = 2000;
/** One thread of JavaScript cannot serve 64 connections as fast as two processors answer them. */
const threads = 4;

/**
 * Transactions of one governed row with its event (completeness and the comparison of row and event active) against the same row of the
 * same table (its indexes, references and guard stay) and a plain INSERT into an audit table. Runs alternate; each pair begins with the other kind.
 * Leaves the governed world as it is: what it has in the outbox is the notary's next measurement.
 */
export async function measureDoor(
  bench: Bench,
  options: { runs: number; seconds: number; clients: readonly number[] },
): Promise<{ figures: DoorFigures[]; world: World; models: Row<"model">[] }> {
  const governed = await newWorld(bench.templates);
  const plain = await newWorld(bench.templates);
  const targets = {
    governed: await addModels(governed.deps, governed.people.amara, models),
    plain: await addModels(plain.deps, plain.people.amara, models),
  };
  await plain.database.admin.pool.query(plainAudit);
  const figures: DoorFigures[] = [];
  for (const clients of options.clients) {
    const sets = {
      governed: await startClients(governed, "governed", clients, targets.governed),
      plain: await startClients(plain, "plain", clients, targets.plain),
    };
    const rates = { governed: [] as number[], plain: [] as number[] };
    for (const kind of ["governed", "plain"] as const) await sets[kind].run(1);
    for (let run = 0; run < options.runs; run++) {
      for (const kind of run % 2 === 0 ? (["plain", "governed"] as const) : (["governed", "plain"] as const)) {
        await governed.database.admin.pool.query("checkpoint");
        rates[kind].push(await sets[kind].run(options.seconds));
      }
    }
    await Promise.all([sets.governed.end(), sets.plain.end()]);
    const ratios = rates.governed.map((rate, run) => rate / (rates.plain[run] ?? Number.NaN));
    figures.push({
      clients,
      governed: median(rates.governed),
      plain: median(rates.plain),
      ratio: median(ratios),
      ratios,
    });
  }
  await plain.end();
  return { figures, world: governed, models: targets.governed };
}

async function startClients(world: World, kind: ClientData["kind"], clients: number, targets: Row<"model">[]) {
  const data: ClientData = {
    databaseUrl: world.database.url("countersign_app"),
    clients: clients / threads,
    kind,
    models: targets,
  };
  const workers = Array.from(
    { length: threads },
    () => new Worker(new URL("./client.ts", import.meta.url), { workerData: data }),
  );
  await Promise.all(workers.map((worker) => once(worker, "online")));
  return {
    /** Transactions per second of all clients over so many seconds. */
    async run(seconds: number): Promise<number> {
      const began = performance.now();
      const counts = await Promise.all(
        workers.map(async (worker) => {
          const answer = once(worker, "message");
          worker.postMessage(seconds);
          return Number((await answer)[0]);
        }),
      );
      return (counts.reduce((sum, count) => sum + count, 0) * 1000) / (performance.now() - began);
    },
    end: () => Promise.all(workers.map((worker) => worker.terminate())),
  };
}
