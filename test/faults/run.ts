import { parseArgs } from "node:util";
import { startProduct } from "../e2e/support/product.ts";
import { say } from "../lib/run-step.ts";
import { gatewayBetween, notaryBetween, workerAndPortalBetween } from "./between.ts";
import { randomMoments } from "./moments.ts";
import { databaseFrozen, databaseKilled } from "./outage.ts";
import type { Scene } from "./scene.ts";
import { truth } from "./truth.ts";
import { uploadCut } from "./upload.ts";

// Faults happen to a running product: afterwards nothing that was acknowledged is lost, and nothing is there twice.
const { values } = parseArgs({ options: { moments: { type: "string", default: "6" } } });
const running = await startProduct("demo");
const scene: Scene = { ready: running.ready, acknowledged: [], wrong: [] };

/** One fault; says how long it took and what was wrong. */
async function fault(name: string, happen: () => Promise<string | void>): Promise<void> {
  const [began, before] = [Date.now(), scene.wrong.length];
  const said = await happen().catch((error: unknown) => {
    scene.wrong.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  });
  const wrong = scene.wrong.slice(before);
  say(`${wrong.length === 0 ? "ok  " : "FAIL"} ${said ?? name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  for (const line of wrong.slice(0, 20)) say(`     ${line}`);
}

try {
  await fault("the gateway is killed between begin and commit", () => gatewayBetween(scene));
  await fault("the worker, then the portal, is killed between begin and commit", () => workerAndPortalBetween(scene));
  await fault("the notary is killed between begin and commit", () => notaryBetween(scene));
  await fault("an upload is cut at half by killing the gateway", () => uploadCut(scene));
  await fault("PostgreSQL is killed in the middle of 20 acts", () => databaseKilled(scene));
  await fault("PostgreSQL answers nobody for 10 s", () => databaseFrozen(scene));
  const moments = Number(values.moments);
  if (moments > 0) await fault("random moments", () => randomMoments(scene, moments));
  await fault("the record", async () => {
    const { leaves, wrong } = await truth(scene.ready);
    scene.wrong.push(...wrong);
    const keyOf = ({ act, stream }: { act: string; stream: string }): string => `${act} in ${stream}`;
    for (const key of new Set(scene.acknowledged.map(keyOf))) {
      const asked = scene.acknowledged.filter((entry) => keyOf(entry) === key).length;
      const kept = leaves.filter(({ core }) => keyOf(core) === key).length;
      if (asked !== kept) scene.wrong.push(`${key}: acknowledged ${asked} times, in the log ${kept} times`);
    }
    return `${scene.acknowledged.length} acknowledged acts, ${leaves.length} events in the signed tree, each acknowledged act there once`;
  });
} finally {
  await running.stop();
  running.remove();
}
process.exit(scene.wrong.length === 0 ? 0 : 1);
