import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { askGate, type Deps, query } from "@countersign/usecases";
import { answer, type GatewayEnvironment, newRoutes } from "../context.ts";

const route = createRoute({
  method: "get",
  path: "/gate",
  summary: "May this run there, now?",
  request: {
    query: z.object({
      environment: z.string().max(100),
      workspace: z.string().max(100).optional(),
      model: z.string().max(100).optional(),
      version: z.string().max(101).optional(),
      digest: z.string().max(64).optional(),
    }),
  },
  responses: {
    200: {
      description: "allow, deny or cannot_decide, with who approved, when, until, and the reasons",
      content: {
        "application/json": { schema: z.looseObject({ answer: z.enum(["allow", "deny", "cannot_decide"]) }) },
      },
    },
  },
});

export function gateRoutes(deps: Deps): OpenAPIHono<GatewayEnvironment> {
  const routes = newRoutes();
  routes.openapi(
    route,
    async (c) => answer(c, await query(deps, c.get("actor"), askGate, c.req.valid("query"))) as never,
  );
  return routes;
}
