import { appRouter } from "@countersign/api";
import { requestSay } from "@countersign/ui/request-say";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { deps } from "../../../../server/deps.ts";
import { currentStanding } from "../../../../server/session.ts";

const handler = (request: Request): Promise<Response> =>
  fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    allowMethodOverride: true,
    createContext: async () => ({
      deps: await deps(),
      ...(await currentStanding()),
      say: await requestSay(),
      idempotencyKey: request.headers.get("idempotency-key") ?? undefined,
    }),
    onError({ error, path }) {
      if (error.code === "INTERNAL_SERVER_ERROR" || error.code === "SERVICE_UNAVAILABLE")
        process.stderr.write(`${path}: ${error.cause?.stack ?? error.message}\n`);
    },
  });

export { handler as GET, handler as POST };
