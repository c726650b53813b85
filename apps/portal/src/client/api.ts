"use client";

import type { AppRouter } from "@countersign/api";
import { createTRPCClient, httpLink, TRPCClientError } from "@trpc/client";

/**
 * The API from the browser. One request per act: an act's answer is never mixed with another's. Questions are posted as
 * well: a policy that is tried is longer than an address may be.
 */
export const client = createTRPCClient<AppRouter>({ links: [httpLink({ url: "/api/trpc", methodOverride: "POST" })] });

export interface Problem {
  kind: string;
  title: string;
  detail: string;
  action: string;
}

interface ErrorData {
  code?: string;
  refusal?: { kind: string } | null;
  explained?: { title: string; detail: string; action: string } | null;
}

/** What went wrong, in words; what was typed stays where it is. */
export function problemOf(error: unknown): Problem {
  if (error instanceof TRPCClientError) {
    const data = error.data as ErrorData | undefined;
    if (data?.explained) return { kind: data.refusal?.kind ?? "refused", ...data.explained };
    if (data?.code === "UNAUTHORIZED")
      return {
        kind: "session",
        title: "Your session has ended",
        detail: "Nothing was signed. What you typed is kept in this window.",
        action: "Sign in again and come back.",
      };
  }
  return {
    kind: "fault",
    title: "The server did not answer",
    detail: "Nothing was changed as far as we know. What you typed is kept.",
    action: "Try again in a moment.",
  };
}
