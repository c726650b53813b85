import { preferencesOf } from "@countersign/usecases";
import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "../../../../server/auth-options.ts";
import { deps } from "../../../../server/deps.ts";
import { preferenceCookies } from "../../../../server/preference-cookies.ts";

async function handler(request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  const source = request.headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "local";
  const signedIn: string[] = [];
  const response = (await NextAuth(
    request as never,
    { params: await context.params } as never,
    authOptions(source, (personId) => signedIn.push(personId)),
  )) as Response;
  for (const personId of signedIn)
    for (const cookie of preferenceCookies(await preferencesOf((await deps()).database, personId)))
      response.headers.append("set-cookie", cookie);
  return response;
}

export { handler as GET, handler as POST };
