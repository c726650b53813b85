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
