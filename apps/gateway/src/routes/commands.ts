import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { type CommandName, commandNames, permissions } from "@countersign/domain";
import {
  commands,
  type Deps,
  eventList,
  execute,
  inbox,
  peopleList,
  policyDraft,
  query,
  reviewView,
} from "@countersign/usecases";
import { answer, type GatewayEnvironment, idempotencyKey, jsonBody, newRoutes } from "../context.ts";
import { plainProblem } from "../problem.ts";

const params = z.object({ name: z.string().max(60) });
const any = z.looseObject({});
const runRoute = createRoute({
  method: "post",
  path: "/commands/{name}",
  summary: "Run a command by name; the one door judges it as it judges the browser",
  request: { params, body: { content: { "application/json": { schema: any } } } },
  responses: { 200: { description: "What it answers", content: { "application/json": { schema: any } } } },
});
const askRoute = createRoute({
  method: "post",
  path: "/queries/{name}",
  summary: "Ask a query by name",
  request: { params, body: { content: { "application/json": { schema: any } } } },
  responses: { 200: { description: "The answer", content: { "application/json": { schema: z.any() } } } },
});

const queries = {
  "inbox.list": inbox,
  "review.view": reviewView,
  "event.list": eventList,
  "people.list": peopleList,
  "policy.draft": policyDraft,
} as const;

export function commandRoutes(deps: Deps): OpenAPIHono<GatewayEnvironment> {
  const routes = newRoutes();
  routes.get("/commands", (c) =>
    c.json(
      commandNames.flatMap((name) => {
        const command = commands.get(name);
        if (!command || permissions[name].actors.every((kind) => kind === "job" || kind === "operator")) return [];
        return [
          {
            name,
            roles: permissions[name].roles,
            actors: permissions[name].actors,
            input: z.toJSONSchema(command.input as never, { io: "input", unrepresentable: "any" }),
          },
        ];
      }),
    ),
  );
  routes.openapi(runRoute, async (c) => {
    const command = commands.get(c.req.valid("param").name as CommandName);
    if (!command)
      return plainProblem(
        c,
        404,
        "No such command",
        `There is no command ${c.req.valid("param").name}.`,
        "GET /v1/commands lists them.",
      ) as never;
    const body = await jsonBody(c);
    if (body === undefined)
      return plainProblem(c, 400, "Not JSON", "The body could not be read as JSON.", "Send application/json.") as never;
    return answer(
      c,
      await execute(deps, c.get("actor"), command, body, { idempotencyKey: idempotencyKey(c) }),
    ) as never;
  });
  routes.openapi(askRoute, async (c) => {
    const name = c.req.valid("param").name;
    const asked = Object.hasOwn(queries, name) ? queries[name as keyof typeof queries] : undefined;
    if (!asked)
      return plainProblem(
        c,
        404,
        "No such query",
        `There is no query ${name}.`,
        `There are ${Object.keys(queries).join(", ")}.`,
      ) as never;
    return answer(c, await query(deps, c.get("actor"), asked as never, (await jsonBody(c)) ?? {})) as never;
  });
  return routes;
}
