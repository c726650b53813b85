import { endDigest, personOfUnsubscribe } from "@countersign/usecases";
import { readEnv } from "../../env.ts";
import { deps } from "../../server/deps.ts";

const tokenOf = (request: Request): string => new URL(request.url).searchParams.get("t") ?? "";
const see = (path: string): Response => new Response(null, { status: 303, headers: { location: path } });
const askPath = (token: string): string => `/unsubscribe/ask?t=${encodeURIComponent(token)}`;

/** Looking changes nothing: programs open links before people do. */
export const GET = (request: Request): Response => see(askPath(tokenOf(request)));

/**
 * Ends the morning mail of whom the token names: by a mail program's one click (RFC 8058 §3.2, which follows no redirect and sends no
 * cookie), or by the button of the page.
 */
export async function POST(request: Request): Promise<Response> {
  const token = tokenOf(request);
  const personId = personOfUnsubscribe(readEnv().cookieSecret, token);
  const form = await request.formData().catch(() => null);
  const clicked = form?.get("List-Unsubscribe") === "One-Click";
  if (personId) await endDigest(await deps(), personId);
  if (!clicked) return see(askPath(token));
  return new Response(personId ? "You get no more of these.\n" : "This link is not one of ours.\n", {
    status: personId ? 200 : 404,
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}
