const every = 300;

/** Tries again until it succeeds, as CI and people do after a lost connection; the last fault after two minutes. */
export async function until<T>(what: string, attempt: () => Promise<T>): Promise<T> {
  let last: unknown;
  for (const end = Date.now() + 120_000; Date.now() < end; await new Promise((done) => setTimeout(done, every))) {
    try {
      return await attempt();
    } catch (fault) {
      last = fault;
    }
  }
  throw new Error(`${what}: ${last instanceof Error ? last.message : String(last)}`);
}

/** Waits until something holds. */
export const untilTrue = (what: string, holds: () => Promise<boolean>): Promise<void> =>
  until(what, async () => {
    if (!(await holds())) throw new Error("not yet");
  });
