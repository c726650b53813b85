import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import {
  type Deps,
  draftVersion,
  execute,
  exportEvidence,
  modelList,
  query,
  registerModel,
  submitVersion,
  versionStatus,
} from "@countersign/usecases";
import { answer, type GatewayEnvironment, idempotencyKey, jsonBody, newRoutes } from "../context.ts";
import { plainProblem, problem } from "../problem.ts";

const json = (schema: z.ZodType, description: string) => ({ description, content: { "application/json": { schema } } });
const params = z.object({ model: z.string().max(100), version: z.string().max(101) });
const workspace = z.object({ workspace: z.string().max(100).optional() });
const any = z.looseObject({});

const statusRoute = createRoute({
  method: "get",
  path: "/versions/{model}/{version}",
  summary: "Where a version stands",
  request: { params, query: workspace },
  responses: { 200: json(any, "State, checks, what is missing, whose turn") },
});
const draftRoute = createRoute({
  method: "post",
  path: "/versions",
  summary: "Register a version as a draft",
  request: { body: { content: { "application/json": { schema: any } } } },
  responses: { 201: json(any, "The draft with its number") },
});
const submitRoute = createRoute({
  method: "post",
  path: "/versions/{model}/{version}/submit",
  summary: "Freeze a version and ask for its approval",
  request: { params, body: { content: { "application/json": { schema: any } } } },
  responses: { 200: json(any, "The review") },
});
const modelsRoute = createRoute({
  method: "get",
  path: "/models",
  summary: "A page of models with versions and aliases",
  request: {
    query: z.object({
      key: z.string().max(100).optional(),
      q: z.string().max(200).optional(),
      state: z.string().max(40).optional(),
      tier: z.string().max(4).optional(),
      order: z.string().max(10).optional(),
      after: z.string().max(1000).optional(),
      limit: z.string().max(3).optional(),
    }),
  },
  responses: { 200: json(any, "Models; `next` is `after` of the next page, null at the end") },
});
const modelRoute = createRoute({
  method: "post",
  path: "/models",
  summary: "Propose a model",
  request: { body: { content: { "application/json": { schema: any } } } },
  responses: { 201: json(any, "The proposed model") },
});
const evidenceRoute = createRoute({
  method: "post",
  path: "/evidence/{model}/{version}",
  summary: "Export the evidence bundle",
  request: { params, query: workspace },
  responses: {
    200: { description: "A zip that verifies offline", content: { "application/zip": { schema: z.any() } } },
  },
});

export function versionRoutes(deps: Deps): OpenAPIHono<GatewayEnvironment> {
  const routes = newRoutes();
  const notJson = (c: Parameters<typeof plainProblem>[0]) =>
    plainProblem(c, 400, "Not JSON", "The body could not be read as JSON.", "Send application/json.") as never;

  routes.openapi(
    modelsRoute,
    async (c) => answer(c, await query(deps, c.get("actor"), modelList, c.req.valid("query"))) as never,
  );
  routes.openapi(modelRoute, async (c) => {
    const body = await jsonBody(c);
    return body === undefined
      ? notJson(c)
      : (answer(
          c,
          await execute(deps, c.get("actor"), registerModel, body, { idempotencyKey: idempotencyKey(c) }),
          201,
        ) as never);
  });
  routes.openapi(draftRoute, async (c) => {
    const body = await jsonBody(c);
    return body === undefined
      ? notJson(c)
      : (answer(
          c,
          await execute(deps, c.get("actor"), draftVersion, body, { idempotencyKey: idempotencyKey(c) }),
          201,
        ) as never);
  });
  routes.openapi(
    statusRoute,
    async (c) =>
      answer(
        c,
        await query(deps, c.get("actor"), versionStatus, { ...c.req.valid("param"), ...c.req.valid("query") }),
      ) as never,
  );
  routes.openapi(submitRoute, async (c) => {
    const body = (await jsonBody(c)) as { workspace?: string; environment?: string } | null | undefined;
    if (body === undefined) return notJson(c);
    const ref = { ...c.req.valid("param"), ...(body?.workspace ? { workspace: body.workspace } : {}) };
    const found = await query(deps, c.get("actor"), versionStatus, ref);
    if (!found.ok) return problem(c, found.refusal) as never;
    const input = { versionId: found.value.versionId, environment: body?.environment };
    return answer(
      c,
      await execute(deps, c.get("actor"), submitVersion, input, { idempotencyKey: idempotencyKey(c) }),
    ) as never;
  });
  routes.openapi(evidenceRoute, async (c) => {
    const { model, version } = c.req.valid("param");
    const made = await exportEvidence(deps, c.get("actor"), {
      workspace: c.req.valid("query").workspace ?? "default",
      model,
      version,
    });
    if (!made.ok) return problem(c, made.refusal) as never;
    return c.body(made.value.bytes as Uint8Array<ArrayBuffer>, 200, {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="${made.value.name}"`,
    }) as never;
  });
  return routes;
}
