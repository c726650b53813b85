import "server-only";
import { createCaller } from "@countersign/api";
import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";
import { deps } from "./deps.ts";
import { requireActor } from "./session.ts";

/** The API as this request's person, called in the process; nobody signed in goes to the sign-in page. */
export async function api(path: string) {
  const actor = await requireActor(path);
  return createCaller({ deps: await deps(), actor });
}

/** A page of something that is not there, or not for this person, is "not found"; other faults go on. */
export async function orNotFound<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof TRPCError && ["NOT_FOUND", "BAD_REQUEST", "FORBIDDEN"].includes(error.code)) notFound();
    throw error;
  }
}
