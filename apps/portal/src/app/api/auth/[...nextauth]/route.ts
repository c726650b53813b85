import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "../../../../server/auth-options.ts";

async function handler(request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  const source = request.headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "local";
  return NextAuth(
    request as never,
    { params: await context.params } as never,
    authOptions(source),
  ) as Promise<Response>;
}

export { handler as GET, handler as POST };
