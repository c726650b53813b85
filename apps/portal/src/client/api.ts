"use client";

import type { AppRouter } from "@countersign/api";
import type { Say } from "@countersign/words";
import { createTRPCClient, httpLink, TRPCClientError } from "@trpc/client";

/** Requests without an answer that can be relied on, by the digest of what was asked: asked again, they are the same act. */
const unanswered = new Map<string, string>();

async function digest(text: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(hash)));
}

/** Gives each act a key that stays until it is answered: an answer that was lost on the way is given again, and nothing is done twice. */
const once: NonNullable<Parameters<typeof httpLink>[0]["fetch"]> = async (address, options) => {
  const asked = await digest(`${String(address)} ${String(options?.body)}`);
  const key = unanswered.get(asked) ?? crypto.randomUUID();
  unanswered.set(asked, key);
  const given = (options ?? {}) as RequestInit;
  const headers = new Headers(given.headers);
  headers.set("idempotency-key", key);
  const answer = await fetch(address, { ...given, headers });
  if (answer.status < 500) unanswered.delete(asked);
  return answer;
};

/**
 * The API from the browser. One request per act: an act's answer is never mixed with another's. Questions are posted as
 * well: a policy that is tried is longer than an address may be.
 */
export const client = createTRPCClient<AppRouter>({
  links: [httpLink({ url: "/api/trpc", methodOverride: "POST", fetch: once })],
});

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
export function problemOf(error: unknown, say: Say): Problem {
  if (error instanceof TRPCClientError) {
    const data = error.data as ErrorData | undefined;
    if (data?.explained) return { kind: data.refusal?.kind ?? "refused", ...data.explained };
    if (data?.code === "UNAUTHORIZED")
      return {
        kind: "session",
        title: say("Your session has ended"),
        detail: say("Nothing was signed. What you typed is kept in this window."),
        action: say("Sign in again and come back."),
      };
  }
  return {
    kind: "fault",
    title: say("The server did not answer"),
    detail: say("Nothing was changed as far as we know. What you typed is kept."),
    action: say("Try again in a moment."),
  };
}
