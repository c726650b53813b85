import "server-only";
import { Outage, signIn, signOut, whileReachable } from "@countersign/usecases";
import type { NextAuthOptions } from "next-auth";
import credentials from "next-auth/providers/credentials";
import { readEnv } from "../env.ts";
import { deps } from "./deps.ts";

/** Sign-in by password. The JWT carries nothing but the secret of our session row. `signedIn` hears who has come. */
export function authOptions(source: string, signedIn: (personId: string) => void): NextAuthOptions {
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
          const asked = () => signIn(opened, { ...credentials, source, kind: "browser" });
          const signed = await whileReachable(opened, asked).catch((error: unknown) => {
            if (!(error instanceof Outage)) throw error;
            process.stderr.write(`sign-in: ${error.message}
`);
            return { ok: false as const, reason: "away" as const };
          });
          // The reason reaches the form as `error`: wrong, locked, too_many or away.
          if (!signed.ok) throw new Error(signed.reason);
          signedIn(signed.personId);
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
