import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { type Deps, signIn, signOut } from "@countersign/usecases";
import type { Context } from "hono";
import { type GatewayEnvironment, newRoutes } from "../context.ts";
import { plainProblem } from "../problem.ts";

const open = createRoute({
  method: "post",
  path: "/sessions",
  summary: "Open a terminal session of one hour for a person",
  request: {
    body: {
      content: {
        "application/json": { schema: z.object({ email: z.string().max(320), password: z.string().max(1024) }) },
      },
      required: true,
    },
  },
  responses: {
    200: {
      description: "The session, a bearer",
      content: {
        "application/json": { schema: z.object({ session: z.string(), personId: z.string(), expiresAt: z.string() }) },
      },
    },
    401: { description: "Wrong, or locked" },
  },
});

export function sessionRoutes(deps: Deps): OpenAPIHono<GatewayEnvironment> {
  const routes = newRoutes();
  routes.openapi(open, async (c) => {
    const { email, password } = c.req.valid("json");
    const signed = await signIn(deps, { email, password, source: sourceOf(c), kind: "terminal" });
    if (signed.ok)
      return c.json({ session: signed.session, personId: signed.personId, expiresAt: signed.expiresAt }, 200);
    if (signed.reason === "too_many")
      return plainProblem(
        c,
        429,
        "Too many attempts",
        "Too many sign-ins failed from this address.",
        "Wait five minutes.",
      ) as never;
    const locked = signed.reason === "locked";
    return plainProblem(
      c,
      401,
      locked ? "Locked" : "Not signed in",
      locked ? `After five failures this account is locked until ${signed.until}.` : "Address or password is wrong.",
      locked ? "Wait, or ask an administrator for a new password." : "Try again.",
    ) as never;
  });
  routes.delete("/sessions/current", async (c) => {
    const bearer = /^Bearer (ses_[A-Za-z0-9_-]+)$/.exec(c.req.header("authorization") ?? "")?.[1];
    if (bearer) await signOut(deps, bearer);
    return c.json({ ended: true });
  });
  return routes;
}

/** The peer's address as the server saw it; a forwarded header is not believed. */
function sourceOf(c: Context): string {
  const incoming = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming;
  return incoming?.socket?.remoteAddress ?? "unknown";
}
