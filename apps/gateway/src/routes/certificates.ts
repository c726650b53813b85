import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { CertificateFault } from "@countersign/reports";
import { type CertificateParts, type Deps, exportCertificate } from "@countersign/usecases";
import { type GatewayEnvironment, newRoutes } from "../context.ts";
import { plainProblem, problem } from "../problem.ts";

const problemJson = (description: string) => ({
  description,
  content: {
    "application/problem+json": {
      schema: z.looseObject({ title: z.string(), detail: z.string(), action: z.string() }),
    },
  },
});
const certificateRoute = createRoute({
  method: "post",
  path: "/certificates/{model}/{version}",
  summary: "Export the approval certificate (PDF/A-3)",
  request: {
    params: z.object({ model: z.string().max(100), version: z.string().max(101) }),
    query: z.object({
      workspace: z.string().max(100).default("default"),
      environment: z.string().max(100).default("production"),
    }),
  },
  responses: {
    200: {
      description: "The certificate, with the decision document and the evidence bundle attached",
      content: { "application/pdf": { schema: z.any() } },
    },
    404: problemJson("No such version, or not yours to see"),
    409: problemJson("No approval for the environment is in force"),
    503: problemJson("It could not be printed now"),
  },
});

export function certificateRoutes(
  deps: Deps,
  print: (parts: CertificateParts) => Promise<Uint8Array>,
): OpenAPIHono<GatewayEnvironment> {
  const routes = newRoutes();
  routes.openapi(certificateRoute, async (c) => {
    try {
      const made = await exportCertificate(
        deps,
        c.get("actor"),
        { ...c.req.valid("param"), ...c.req.valid("query") },
        print,
      );
      if (!made.ok) return problem(c, made.refusal) as never;
      return c.body(made.value.bytes as Uint8Array<ArrayBuffer>, 200, {
        "content-type": "application/pdf",
        "content-disposition": `attachment; filename="${made.value.name}"`,
      }) as never;
    } catch (error) {
      if (!(error instanceof CertificateFault)) throw error;
      return plainProblem(
        c,
        503,
        "The certificate could not be printed",
        error.message,
        "Try again; the evidence bundle, which holds the same decision, can be had meanwhile.",
      ) as never;
    }
  });
  return routes;
}
