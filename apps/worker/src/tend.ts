import type { Deps } from "@countersign/usecases";
import pg from "pg";
import { every } from "./every.ts";
import { endGivenUpRounds } from "./given-up.ts";
import { freeJobsOfTheDead, type Liveness } from "./liveness.ts";

/** Looks after the queue every two seconds: what dead workers held is given back, what was given up is ended. Returns how to stop. */
export function tend(
  deps: Deps,
  databaseUrl: string,
  alive: Liveness,
  said: (fault: unknown) => void,
): () => Promise<void> {
  const queue = new pg.Pool({
    connectionString: databaseUrl,
    max: 1,
    application_name: "countersign-worker-queue",
    connectionTimeoutMillis: 5_000,
  });
  queue.on("error", () => undefined);
  const stop = every(
    2_000,
    () => freeJobsOfTheDead(queue, alive.names).then(() => endGivenUpRounds(deps, queue)),
    said,
  );
  return async () => {
    await stop();
    await queue.end();
  };
}
