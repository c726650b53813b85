import { OpenAPIHono } from "@hono/zod-openapi";
import { type Deps, reachable } from "@countersign/usecases";

/** `/health`: the process answers. `/ready`: so does its database. */
export function healthRoutes(deps: Deps): OpenAPIHono {
  const routes = new OpenAPIHono();
  routes.get("/health", (c) => c.text("ok\n"));
  routes.get("/ready", async (c) =>
    (await reachable(deps)) ? c.text("ready\n") : c.text("the database cannot be reached\n", 503),
  );
  return routes;
}
