import { startProduct } from "./product.ts";

/** One instance with the demo's data for all journeys. */
export default async function start(): Promise<() => Promise<void>> {
  const running = await startProduct("demo");
  process.env["COUNTERSIGN_E2E_READY"] = JSON.stringify(running.ready);
  return async () => {
    await running.stop();
    running.remove();
  };
}
