import { OpenAPIHono } from "@hono/zod-openapi";
import { type Actor, authenticate, type Deps, type Result } from "@countersign/usecases";
import type { Context, MiddlewareHandler } from "hono";
import { plainProblem, problem } from "./problem.ts";

export interface GatewayEnvironment {
  Variables: { actor: Actor };
}

/** A group of routes; a request that does not fit its route's description is answered as any refused input is. */
export const newRoutes = (): OpenAPIHono<GatewayEnvironment> =>
  new OpenAPIHono<GatewayEnvironment>({
    defaultHook: (parsed, c) => {
      if (parsed.success) return;
      const problems = parsed.error.issues
        .slice(0, 20)
        .map((issue) => ({ path: issue.path.join("."), text: issue.message }));
      return problem(c, { kind: "invalid_input", problems });
    },
  });

/** Requires `Authorization: Bearer`: a token's secret or a person's terminal session. */
export const requireActor =
  (deps: Deps): MiddlewareHandler<GatewayEnvironment> =>
  async (c, next) => {
    const bearer = /^Bearer ([A-Za-z0-9_-]{1,200})$/.exec(c.req.header("authorization") ?? "")?.[1];
    const actor = bearer ? await authenticate(deps, bearer) : null;
    if (!actor) {
      return plainProblem(
        c,
        401,
        "Not signed in",
        bearer ? "This token or session is unknown, has ended or has expired." : "The request carries no token.",
        "Set COUNTERSIGN_TOKEN to a token that an administrator made, or run `countersign login`.",
      );
    }
    c.set("actor", actor);
    return next();
  };

/** A result as JSON, or its refusal as a problem. */
export function answer<T>(c: Context, result: Result<T>, status: 200 | 201 = 200): Response {
  return result.ok ? c.json(result.value as object, status) : problem(c, result.refusal);
}

/** The request's idempotency key, where there is one. */
export const idempotencyKey = (c: Context): string | undefined => c.req.header("idempotency-key")?.slice(0, 200);

/** A JSON body of at most 4 MiB, or undefined where it is none. */
export async function jsonBody(c: Context): Promise<unknown> {
  const text = await c.req.text();
  try {
    return text === "" ? {} : JSON.parse(text);
  } catch {
    return undefined;
  }
}
