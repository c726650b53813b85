import { setTimeout as sleep } from "node:timers/promises";
import { type Deps, giveUpJobs, sweepJobs, takeJob } from "@countersign/usecases";
import { every } from "../every.ts";
import { runJob } from "./run.ts";

/** So many jobs of people are made at once: a long one keeps no short one waiting. */
const lanes = 2;
const lookMs = 250;
const tidyMs = 5_000;

/**
 * Makes what people have asked for. Beside the queue: what somebody waits for in front of a page waits for no check. Returns
 * how to stop: what is not finished is given back.
 */
export function jobs(deps: Deps, said: (fault: unknown) => void): () => Promise<void> {
  const stopping = new AbortController();
  const lane = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const job = await takeJob(deps).catch(said);
      if (job) await runJob(deps, job, stopping.signal, said).catch(said);
      else await sleep(lookMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const going = Array.from({ length: lanes }, lane);
  const untidy = every(tidyMs, () => giveUpJobs(deps).then(() => sweepJobs(deps)), said);
  return async () => {
    stopping.abort();
    await Promise.all([...going, untidy()]);
  };
}
