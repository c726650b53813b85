import { setTimeout as sleep } from "node:timers/promises";
import { answers } from "@countersign/db";
import { msg } from "@countersign/words";
import type { Deps } from "./deps.ts";

/** A connection that broke may have broken after the commit: nothing is claimed of what was asked. */
export const outageWords = {
  title: msg("The database cannot be reached"),
  detail: msg("What was asked is not confirmed; it may not have been done."),
  action: msg("Try again in a moment."),
} as const;

/** The database did not answer while something was asked of it. */
export class Outage extends Error {
  override readonly name = "Outage";
  constructor(cause?: unknown) {
    super(outageWords.title, { cause });
  }
}

/** Whether the database answers, within two seconds and over a connection of its own. */
export const reachable = (deps: Deps): Promise<boolean> => answers(deps.database, 2_000);

/**
 * Carries out work on the database; throws Outage where the connection was lost, or where nobody is answered any more. A slow
 * answer is waited for. What a server that is away still does of it is a whole transaction or none.
 */
export async function whileReachable<T>(deps: Deps, work: () => Promise<T>, everyMs = 5_000): Promise<T> {
  const over = new AbortController();
  const gone = (async (): Promise<never> => {
    for (;;) {
      await sleep(everyMs, undefined, { signal: over.signal, ref: false });
      if (!(await reachable(deps))) throw new Outage();
    }
  })();
  try {
    return await Promise.race([work(), gone]);
  } catch (error) {
    throw isConnectionLost(error) ? new Outage(error) : error;
  } finally {
    over.abort();
    gone.catch(() => {});
  }
}

/** SQLSTATE classes 08 (connection), 53 (resources), 57P (shutdown), the system's own words, and those of the driver, under whatever wraps them. */
export function isConnectionLost(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    const code = "code" in at && typeof at.code === "string" ? at.code : "";
    if (/^(?:08...|53...|57P..|ECONN[A-Z]+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/.test(code))
      return true;
    if (
      /^(?:Connection terminated|timeout exceeded when trying to connect|timeout expired|Client has encountered a connection error|Client was closed)/i.test(
        at.message,
      )
    )
      return true;
  }
  return false;
}
