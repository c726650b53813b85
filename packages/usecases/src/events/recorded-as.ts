import { type Reader, trail } from "@countersign/db";

/** Where each decision of a review stands in the log: index by the decision's id. One not yet integrated is absent. */
export async function decisionIndexes(reader: Reader, reviewId: string): Promise<Map<string, number>> {
  const signed = await trail(reader, { streams: [`review:${reviewId}`], act: "decision.signed", limit: 1000 });
  const found = new Map<string, number>();
  // From the oldest on: the event that made a decision, not a later one that put another in its place.
  for (const entry of signed.toReversed()) {
    for (const { t, row } of entry.idx === null ? [] : entry.core.rows) {
      const id = String(row["id"]);
      if (t === "decision" && entry.idx !== null && !found.has(id)) found.set(id, entry.idx);
    }
  }
  return found;
}
