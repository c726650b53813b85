"use client";

import type { AppRouter } from "@countersign/api";
import type { News } from "@countersign/domain";
import { createTRPCClient, httpSubscriptionLink } from "@trpc/client";

/** Hears what happens after an event until the server says that the session has ended; a connection that breaks is opened again from where it broke. */
export function stream(after: number, heard: (news: News) => void): Promise<void> {
  const client = createTRPCClient<AppRouter>({ links: [httpSubscriptionLink({ url: "/api/trpc" })] });
  return new Promise((resolve) => {
    client.news.subscribe(
      { lastEventId: String(after) },
      {
        onData: ({ data }) => heard(data),
        onComplete: resolve,
        onError: () => resolve(),
      },
    );
  });
}
