import "server-only";
import { createCaller } from "@countersign/api";
import { requestSay } from "@countersign/ui/request-say";
import { trailEndNow } from "@countersign/usecases";
import type { Say } from "@countersign/words";
import { TRPCError } from "@trpc/server";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { deps } from "./deps.ts";
import { requireActor } from "./session.ts";

/** When this request begins, and where the trail ends then: what its page shows is not older. */
export const requestEnd = cache(async () => {
  const opened = await deps();
  return { ...(await trailEndNow(opened)), at: opened.now().toISOString() };
});

/**
 * The API as this request's person, called in the process; nobody signed in goes to the sign-in page. `say`: where the
 * answer is not for the person's own page, such as an export.
 */
export async function api(path: string, say?: Say) {
  const actor = await requireActor(path);
  await requestEnd();
  return createCaller({ deps: await deps(), actor, say: say ?? (await requestSay()) });
}

/**
 * A page of something that is not there, or not for this person, is "not found"; other faults go on. To who holds no role yet
 * nothing is there: they are led to where whom to ask stands.
 */
export async function orNotFound<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof TRPCError && ["NOT_FOUND", "BAD_REQUEST", "FORBIDDEN"].includes(error.code))) throw error;
    const { roles } = await (await api("/me")).me({});
    if (roles.length === 0) redirect("/me");
    notFound();
  }
}
