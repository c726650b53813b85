import { OpenAPIHono } from "@hono/zod-openapi";
import { type CertificateParts, type Deps, isConnectionLost } from "@countersign/usecases";
import { submissionJsonSchema } from "@countersign/usecases/descriptor";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";
import { secureHeaders } from "hono/secure-headers";
import type { GatewayEnvironment } from "./context.ts";
import { requireActor } from "./context.ts";
import { readWhatIsLeft } from "./drain.ts";
import { boundedWait, outage } from "./outage.ts";
import { plainProblem } from "./problem.ts";
import { artifactRoutes } from "./routes/artifacts.ts";
import { certificateRoutes } from "./routes/certificates.ts";
import { commandRoutes } from "./routes/commands.ts";
import { gateRoutes } from "./routes/gate.ts";
import { healthRoutes } from "./routes/health.ts";
import { logRoutes } from "./routes/log.ts";
import { sessionRoutes } from "./routes/sessions.ts";
import { versionRoutes } from "./routes/versions.ts";

const jsonMax = 4 * 1024 * 1024;

/** The machine API: `/v1` for CLI and CI, `/health`, `/ready`. Every route that governs goes through the one door. */
export function gateway(
  deps: Deps,
  printCertificate: (parts: CertificateParts) => Promise<Uint8Array>,
): OpenAPIHono<GatewayEnvironment> {
  const app = new OpenAPIHono<GatewayEnvironment>();
  app.use(secureHeaders());
  app.use(readWhatIsLeft());
  app.use("/v1/*", boundedWait(deps));
  app.use("/v1/*", async (c, next) => {
    // Artifacts stream to disk under their own limit; everything else is small JSON.
    if (c.req.method === "PUT" && c.req.path.startsWith("/v1/artifacts/")) return next();
    return bodyLimit({
      maxSize: jsonMax,
      onError: (ctx) =>
        plainProblem(
          ctx,
          413,
          "Too large",
          `The body is larger than ${jsonMax} bytes.`,
          "Send less, or upload it as an artifact.",
        ),
    })(c, next);
  });
  app.route("/", healthRoutes(deps));
  app.doc31("/v1/openapi.json", {
    openapi: "3.1.0",
    info: { title: "Countersign", version: "1", description: "Register, submit, ask, verify." },
  });
  app.get("/v1/schemas/countersign.json", (c) => c.json(submissionJsonSchema() as object));
  app.route("/v1", sessionRoutes(deps));
  app.use("/v1/*", requireActor(deps));
  app.route("/v1", artifactRoutes(deps));
  app.route("/v1", versionRoutes(deps));
  app.route("/v1", certificateRoutes(deps, printCertificate));
  app.route("/v1", gateRoutes(deps));
  app.route("/v1", logRoutes(deps));
  app.route("/v1", commandRoutes(deps));
  app.notFound((c) =>
    plainProblem(c, 404, "No such address", `${c.req.method} ${c.req.path} is nothing here.`, "See /v1/openapi.json."),
  );
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status < 500)
      return plainProblem(
        c,
        400,
        "The request cannot be read",
        `${error.message}.`,
        "Send what /v1/openapi.json describes.",
      );
    process.stderr.write(`${c.req.method} ${c.req.path}: ${error.stack ?? error.message}\n`);
    return isConnectionLost(error)
      ? outage(c)
      : plainProblem(
          c,
          500,
          "Something broke",
          "Nothing was changed.",
          "Try again; if it stays, tell an administrator the time of this request.",
        );
  });
  return app;
}
