import { eventsAfter, type Reader, type TailRow, trailEnd } from "@countersign/db";

/** How far somebody has followed the trail. */
export interface Followed {
  /** The newest outbox id that was met. */
  last: number;
  /** Ids near it that were met, or stood there before it was followed. */
  known: number[];
}

/** So far behind the newest id an event may still be committed: ids are taken when it is written. */
const lookBack = 500;

/** Where the trail ends now: what stands there already is no news. */
export async function endOfTrail(reader: Reader): Promise<Followed> {
  const { lastEvent } = await trailEnd(reader);
  const near = await eventsAfter(reader, Math.max(0, lastEvent - lookBack), lookBack);
  return { last: lastEvent, known: near.map(({ id }) => id) };
}

/** What was committed since, 4,500 events at most, each once; and how far that goes. */
export async function readOn(reader: Reader, { last, known }: Followed): Promise<{ events: TailRow[]; to: Followed }> {
  const met = new Set(known);
  const near = await eventsAfter(reader, Math.max(0, last - lookBack), 10 * lookBack);
  const events = near.filter(({ id }) => !met.has(id));
  const end = near.at(-1)?.id ?? last;
  return {
    events,
    to: { last: end, known: [...known, ...events.map(({ id }) => id)].filter((id) => id > end - lookBack) },
  };
}
