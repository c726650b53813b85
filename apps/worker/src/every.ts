import { setTimeout as sleep } from "node:timers/promises";

/** Does something again and again, so long apart, whatever comes of it. Returns how to stop: resolved when the last is done. */
export function every(
  milliseconds: number,
  work: () => Promise<unknown>,
  said: (fault: unknown) => void,
): () => Promise<void> {
  const stop = new AbortController();
  const going = (async () => {
    while (!stop.signal.aborted) {
      await work().catch(said);
      await sleep(milliseconds, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  })();
  return async () => {
    stop.abort();
    await going;
  };
}
