import { appRouter } from "@countersign/api";
import type { Preferences } from "@countersign/domain";
import { requestSay } from "@countersign/ui/request-say";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { deps } from "../../../../server/deps.ts";
import { preferenceCookies } from "../../../../server/preference-cookies.ts";
import { currentStanding } from "../../../../server/session.ts";
import { stopping } from "../../../../server/stopping.ts";

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
    responseMeta({ paths, data }) {
      const headers = new Headers();
      // Chosen anew, they hold from the next page on.
      const [answer] = data;
      const chosen = answer && "result" in answer ? (answer.result as { data?: Preferences }).data : undefined;
      if (paths?.[0] === "preferences" && chosen)
        for (const cookie of preferenceCookies(chosen)) headers.append("set-cookie", cookie);
      return { headers };
    },
    onError({ error, path }) {
      if (error.code === "INTERNAL_SERVER_ERROR" || error.code === "SERVICE_UNAVAILABLE")
        process.stderr.write(`${path}: ${error.cause?.stack ?? error.message}\n`);
    },
  });

/** Acts and questions are posted; what is asked for with GET is a stream. It ends when it is left, or when this process ends. */
async function stream(request: Request): Promise<Response> {
  const signal = AbortSignal.any([request.signal, stopping]);
  const response = await handler(new Request(request.url, { headers: request.headers, signal }));
  // Kept for another request, its connection would hold the server for seconds after the stream's end.
  response.headers.set("connection", "close");
  return response;
}

export { stream as GET, handler as POST };
