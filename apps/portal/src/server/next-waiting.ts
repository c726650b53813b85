import "server-only";
import type { ReviewView } from "@countersign/domain";
import { requestSay } from "@countersign/ui/request-say";
import { titleOf } from "../inbox/words.ts";
import { api } from "./caller.ts";

export interface Next {
  href: string;
  title: string;
  todo: string | null;
}

/** A review may stand in an inbox more than once: as many entries are asked for as are likely to hold another. */
const asked = 6;

/** The first that waits for this person elsewhere, once they have signed here; null before that, and where nothing waits. */
export async function nextWaiting({ id, you }: ReviewView): Promise<Next | null> {
  if (you.signature?.state !== "valid") return null;
  const { items } = await (await api(`/reviews/${id}`)).inbox({ tab: "turn", first: asked });
  const next = items.find(({ kind, reviewId }) => kind !== "waiting" && reviewId !== id);
  return next ? { href: `/reviews/${next.reviewId}`, title: titleOf(await requestSay(), next), todo: next.todo } : null;
}
