"use client";

import type { AppRouter } from "@countersign/api";
import type { News } from "@countersign/domain";
import { createTRPCClient, httpSubscriptionLink } from "@trpc/client";

/**
 * Hears what happens after an event; a connection that breaks is opened again from where it broke. True: the server has ended
 * it, with the session. False: it could not go on.
 */
export function stream(after: number, heard: (news: News) => void): Promise<boolean> {
  const client = createTRPCClient<AppRouter>({ links: [httpSubscriptionLink({ url: "/api/trpc" })] });
  return new Promise((resolve) => {
    client.news.subscribe(
      { lastEventId: String(after) },
      {
        onData: ({ data }) => heard(data),
        onComplete: () => resolve(true),
        onError: () => resolve(false),
      },
    );
  });
}
