import { startProduct } from "./product.ts";

/** One instance with the demo's data for all journeys; one that the environment names already is used and left running. */
export default async function start(): Promise<() => Promise<void>> {
  if (process.env["COUNTERSIGN_E2E_READY"]) return async () => {};
  const running = await startProduct("demo");
  process.env["COUNTERSIGN_E2E_READY"] = JSON.stringify(running.ready);
  return async () => {
    await running.stop();
    running.remove();
  };
}
