import { type Deps, followTrail, type Mail, sendNotices, sweepDates } from "@countersign/usecases";
import type { Task } from "graphile-worker";
import { every } from "./every.ts";

/**
 * Follows the trail for what people are to be told, and sends what is due. Both tick beside the queue and apart from each other:
 * no check waits for a mail server, and nothing that happens waits for a check. Returns how to stop.
 */
export function notices(deps: Deps, mail: Mail | null, said: (fault: unknown) => void): () => Promise<void> {
  const stops = [every(2_000, () => followTrail(deps), said), every(5_000, () => sendNotices(deps, mail), said)];
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}

/** Tells of the dates that have come, each hour. */
export const sweepNotices =
  (deps: Deps): Task =>
  async () => {
    await sweepDates(deps);
  };
