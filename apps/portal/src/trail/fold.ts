import type { EventView } from "@countersign/domain";

/** So many alike in a row are told in one line. */
const fewest = 3;

const alike = (a: EventView, b: EventView): boolean =>
  a.actorKind === "job" && b.actorKind === "job" && a.act === b.act && a.stream === b.stream;

/** Entries as a reader wants them: what a machine did many times over is one group, what people did stands alone. */
export function fold(events: EventView[]): EventView[][] {
  const runs: EventView[][] = [];
  for (const event of events) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && alike(last, event)) run.push(event);
    else runs.push([event]);
  }
  return runs.flatMap((run) => (run.length >= fewest ? [run] : run.map((event) => [event])));
}

/** When an entry happened, as it is shown: of one that was told afterwards, when it says it did. */
export const momentOf = ({ origin, at, claimedAt }: EventView): string => (origin === "live" ? at : claimedAt);

/** Entries one after another that fell on the same day, by what `dayOf` calls it: the log's order stays, so a day may come twice. */
export function byDay(events: EventView[], dayOf: (iso: string) => string): { day: string; events: EventView[] }[] {
  const days: { day: string; events: EventView[] }[] = [];
  for (const event of events) {
    const day = dayOf(momentOf(event));
    const last = days.at(-1);
    if (last?.day === day) last.events.push(event);
    else days.push({ day, events: [event] });
  }
  return days;
}
