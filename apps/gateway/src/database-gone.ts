import { setTimeout as sleep } from "node:timers/promises";
import { type Deps, reachable } from "@countersign/usecases";
import type { Context, MiddlewareHandler } from "hono";
import { plainProblem } from "./problem.ts";

/** A connection that broke may have broken after the commit: nothing is claimed of what was asked. */
export const databaseGone = (c: Context): Response =>
  plainProblem(
    c,
    503,
    "The database cannot be reached",
    "What was asked is not confirmed; it may not have been done.",
    "Try again in a moment. Under the same Idempotency-Key nothing is done twice.",
  );

/** SQLSTATE classes 08 (connection), 53 (resources), 57P (shutdown), the system's own words, and those of the driver, under whatever wraps them. */
export function isDatabaseGone(error: unknown): boolean {
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

/** A slow answer is waited for; one from a server that does not answer anybody is not. What it still does is a whole transaction or none. */
export const boundedWait =
  (deps: Deps, everyMs = 5_000): MiddlewareHandler =>
  async (c, next) => {
    const over = new AbortController();
    const gone = (async () => {
      for (;;) {
        await sleep(everyMs, undefined, { signal: over.signal, ref: false });
        if (!(await reachable(deps))) return true;
      }
    })();
    try {
      if (await Promise.race([next().then(() => false), gone])) return databaseGone(c);
    } finally {
      over.abort();
      gone.catch(() => {});
    }
  };
