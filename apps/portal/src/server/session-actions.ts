"use server";

import { endSessions, sha256Hex } from "@countersign/usecases";
import { revalidatePath } from "next/cache";
import { deps } from "./deps.ts";
import { currentSession, requireActor } from "./session.ts";

/** Ends one of the person's own sessions. */
export async function endSession(form: FormData): Promise<void> {
  const { personId } = await requireActor("/me");
  await endSessions(await deps(), personId, { id: String(form.get("id") ?? "") });
  revalidatePath("/me");
}

/** Ends every session of the person but this one. */
export async function endOtherSessions(): Promise<void> {
  const { personId } = await requireActor("/me");
  await endSessions(await deps(), personId, { allBut: sha256Hex((await currentSession()) ?? "") });
  revalidatePath("/me");
}
