import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { artifactBytesMax, type Deps, storedArtifacts, uploadArtifact } from "@countersign/usecases";
import { type GatewayEnvironment, newRoutes } from "../context.ts";
import { plainProblem, problem } from "../problem.ts";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const missing = createRoute({
  method: "post",
  path: "/artifacts/missing",
  summary: "Which of these digests are not stored yet",
  request: {
    body: {
      content: { "application/json": { schema: z.object({ sha256: z.array(sha256).max(2000) }) } },
      required: true,
    },
  },
  responses: {
    200: {
      description: "Those to upload",
      content: { "application/json": { schema: z.object({ missing: z.array(z.string()) }) } },
    },
  },
});

const put = createRoute({
  method: "put",
  path: "/artifacts/{sha256}",
  summary: "Upload bytes; they are kept only if they have this SHA-256",
  request: {
    params: z.object({ sha256 }),
    body: {
      content: { "application/octet-stream": { schema: z.any().openapi({ type: "string", format: "binary" }) } },
    },
  },
  responses: {
    200: {
      description: "Stored, or it was already",
      content: {
        "application/json": { schema: z.object({ sha256: z.string(), size: z.number(), existed: z.boolean() }) },
      },
    },
    422: { description: "Other bytes than promised" },
  },
});

export function artifactRoutes(deps: Deps): OpenAPIHono<GatewayEnvironment> {
  const routes = newRoutes();
  routes.openapi(missing, async (c) => {
    const { sha256: asked } = c.req.valid("json");
    const stored = new Set(await storedArtifacts(deps, asked));
    return c.json({ missing: asked.filter((digest) => !stored.has(digest)) }, 200);
  });
  routes.openapi(put, async (c) => {
    const digest = c.req.valid("param").sha256;
    const tooLarge = () =>
      plainProblem(
        c,
        413,
        "Too large",
        `The file is larger than the ${artifactBytesMax / 1024 ** 3} GiB that this server takes.`,
        "Split it, or leave out what the model does not need.",
      ) as never;
    const body = c.req.raw.body;
    const uploaded = await uploadArtifact(
      deps,
      c.get("actor"),
      digest,
      body ?? emptyBody(),
      Number(c.req.header("content-length") ?? 0),
    );
    if (uploaded.ok) return c.json({ sha256: digest, size: uploaded.size, existed: uploaded.existed }, 200);
    if (uploaded.reason === "digest") {
      return problem(c, {
        kind: "digest_mismatch",
        what: "the upload",
        declared: digest,
        received: uploaded.actual ?? "",
      }) as never;
    }
    if (uploaded.reason === "too_large") return tooLarge();
    return problem(c, {
      kind: "not_permitted",
      command: "version.attach",
      roles: ["developer", "model_owner"],
      actor: c.get("actor").kind,
    }) as never;
  });
  return routes;
}

async function* emptyBody(): AsyncGenerator<Uint8Array> {}
