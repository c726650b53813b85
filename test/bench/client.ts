import { parentPort, workerData } from "node:worker_threads";
import type { Row } from "@countersign/record";
import { openDeps } from "@countersign/usecases";
import { governedChange, plainChange } from "./changes.ts";

/** A thread with some of the clients: told for how many seconds, it answers how many transactions it committed. */
export interface ClientData {
  databaseUrl: string;
  clients: number;
  kind: "governed" | "plain";
  models: Row<"model">[];
}

const { databaseUrl, clients, kind, models } = workerData as ClientData;
const deps = await openDeps({
  databaseUrl,
  artifacts: "unused",
  portalUrl: "",
  name: "countersign-bench",
  connections: clients,
});
const change = kind === "governed" ? governedChange : plainChange;

async function client(until: number): Promise<number> {
  let done = 0;
  for (; performance.now() < until; done++) {
    const model = models[Math.floor(Math.random() * models.length)];
    if (model) await change(deps, model);
  }
  return done;
}

parentPort?.on("message", (seconds: number) => {
  const until = performance.now() + seconds * 1000;
  void Promise.all(Array.from({ length: clients }, () => client(until))).then((done) =>
    parentPort?.postMessage(done.reduce((sum, count) => sum + count, 0)),
  );
});
