import type { OpenAPIHono } from "@hono/zod-openapi";
import { type Deps, latestCheckpoint } from "@countersign/usecases";
import { type GatewayEnvironment, newRoutes } from "../context.ts";
import { plainProblem } from "../problem.ts";

/** The newest signed tree head, verbatim (C2SP tlog-checkpoint). */
export function logRoutes(deps: Deps): OpenAPIHono<GatewayEnvironment> {
  const routes = newRoutes();
  routes.get("/checkpoint", async (c) => {
    const checkpoint = await latestCheckpoint(deps);
    return checkpoint
      ? c.text(checkpoint.note)
      : plainProblem(c, 404, "No checkpoint yet", "The notary has not signed one yet.", "Try again in a second.");
  });
  return routes;
}
