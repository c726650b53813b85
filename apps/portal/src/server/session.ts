import "server-only";
import { available } from "@countersign/api";
import { type Actor, personOfSession } from "@countersign/usecases";
import { decode } from "next-auth/jwt";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { readEnv } from "../env.ts";
import { deps } from "./deps.ts";

const cookieNames = ["__Secure-next-auth.session-token", "next-auth.session-token"] as const;

/** The secret of this browser's session, as its cookie names it; it may have ended. */
export async function currentSession(): Promise<string | null> {
  const jar = await cookies();
  const token = cookieNames.map((name) => jar.get(name)?.value).find((value) => value !== undefined);
  const claims = token ? await decode({ token, secret: readEnv().cookieSecret }).catch(() => null) : null;
  return typeof claims?.["session"] === "string" ? claims["session"] : null;
}

/** The person behind this request. Our session row is read each time: a revoked session is out at once. */
export async function currentActor(): Promise<Extract<Actor, { kind: "user" }> | null> {
  const session = await currentSession();
  if (!session) return null;
  const opened = await deps();
  const personId = await available(opened, () => personOfSession(opened, session));
  return personId ? { kind: "user", personId } : null;
}

/** The same for an answer that goes on: whether the session still stands can be asked again. */
export async function currentStanding() {
  const [session, actor] = [await currentSession(), await currentActor()];
  const stillSignedIn = async (): Promise<boolean> =>
    session !== null && actor !== null && (await personOfSession(await deps(), session)) === actor.personId;
  return { actor, stillSignedIn };
}

/** The signed-in person, or the way to sign in and back. */
export async function requireActor(path: string): Promise<Extract<Actor, { kind: "user" }>> {
  return (await currentActor()) ?? redirect(`/sign-in?next=${encodeURIComponent(path)}`);
}
