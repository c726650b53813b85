import { type Deps, outageWords, whileReachable, Outage } from "@countersign/usecases";
import type { Context, MiddlewareHandler } from "hono";
import { plainProblem } from "./problem.ts";

export const outage = (c: Context): Response =>
  plainProblem(
    c,
    503,
    outageWords.title,
    outageWords.detail,
    `${outageWords.action} Under the same Idempotency-Key nothing is done twice.`,
  );

/** Nobody is left waiting for a database that answers nobody. */
export const boundedWait =
  (deps: Deps): MiddlewareHandler =>
  async (c, next) => {
    try {
      await whileReachable(deps, next);
    } catch (error) {
      if (!(error instanceof Outage)) throw error;
      process.stderr.write(`${c.req.method} ${c.req.path}: ${error.message}\n`);
      return outage(c);
    }
  };
