import type { Ready } from "./product.ts";
import { type Answer, http, personOf } from "./terminal.ts";

const cookiesOf = (response: Response): string[] =>
  response.headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "");

/** The portal's session cookie of a person, signed in over HTTP as the form does. */
export async function portalCookie(ready: Ready, who: string | { email: string; password: string }): Promise<string> {
  const { email, password } = typeof who === "string" ? personOf(ready, who) : who;
  const asked = await fetch(`${ready.portal}/api/auth/csrf`);
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const response = await fetch(`${ready.portal}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: cookiesOf(asked).join("; "), "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken, email, password, json: "true" }),
  });
  return cookiesOf(response).find((cookie) => cookie.includes("session-token")) ?? "";
}

/** A mutation of the portal's own API with any cookie and any headers. */
export async function trpc(
  ready: Ready,
  cookie: string,
  procedure: string,
  input: object,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const answer = await http(`${ready.portal}/api/trpc/${procedure}`, {
    method: "POST",
    headers: { cookie, "content-type": "application/json", ...headers },
    body: JSON.stringify(input),
  });
  const error = answer.body["error"] as { message?: string; data?: { code?: string } } | undefined;
  return { ...answer, words: error ? `${error.data?.code ?? ""}: ${error.message ?? ""}` : "" };
}
