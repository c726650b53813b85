import "server-only";
import { signIn, signOut, whileReachable } from "@countersign/usecases";
import type { NextAuthOptions } from "next-auth";
import credentials from "next-auth/providers/credentials";
import { readEnv } from "../env.ts";
import { deps } from "./deps.ts";

/** Sign-in by password. The JWT carries nothing but the secret of our session row. */
export function authOptions(source: string): NextAuthOptions {
  return {
    secret: readEnv().cookieSecret,
    session: { strategy: "jwt", maxAge: 10 * 3600 },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      credentials({
        credentials: { email: {}, password: {} },
        async authorize(given) {
          const opened = await deps();
          const credentials = { email: given?.email ?? "", password: given?.password ?? "" };
          const signed = await whileReachable(opened, () =>
            signIn(opened, { ...credentials, source, kind: "browser" }),
          );
          // The reason reaches the form as `error`: wrong, locked or too_many.
          if (!signed.ok) throw new Error(signed.reason);
          return { id: signed.personId, session: signed.session };
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sub: user.id, session: (user as { session?: string }).session } : token),
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.["session"] === "string") await signOut(await deps(), token["session"]);
      },
    },
  };
}
