import type { EventView } from "@countersign/domain";
import { Icon, Moment } from "@countersign/ui";
import Link from "next/link";
import { fold } from "./fold.ts";

const place = (event: EventView): string => (event.idx === null ? "waiting" : `#${event.idx.toLocaleString("en")}`);

interface Beside {
  /** What stands beside an entry. */
  aside?: ((event: EventView) => React.ReactNode) | undefined;
  /** Where the name of whoever acted leads. */
  actorHref?: ((personId: string) => string) | undefined;
}

/** Entries of the trail, newest first. */
export function Entries({ events, ...beside }: { events: EventView[] } & Beside) {
  return (
    <ol>
      {fold(events).map((run) => {
        const [first] = run;
        const last = run.at(-1);
        if (!first || !last) return null;
        return (
          <li key={`${first.stream}${first.sver}`} className="border-b border-hair">
            {run.length === 1 ? (
              <Entry event={first} {...beside} />
            ) : (
              <details className="group/run">
                <summary className="marker:content-none [&::-webkit-details-marker]:hidden">
                  <Row folio={place(first)} at={first}>
                    <Icon
                      name="right"
                      className="mr-1 size-3.5 text-muted transition-transform group-open/run:rotate-90"
                    />
                    <strong className="font-[600]">The worker</strong>{" "}
                    {first.act === "check.ended"
                      ? `recorded ${run.length} checks`
                      : `did this ${run.length} times: ${first.text}`}
                    <span className="ml-2 text-[13px] text-muted">
                      {place(last)} to {place(first)}
                    </span>
                  </Row>
                </summary>
                <ol className="border-t border-hair bg-sunken/50">
                  {run.map((event) => (
                    <li key={`${event.stream}${event.sver}`} className="border-b border-hair last:border-b-0">
                      <Entry event={event} {...beside} />
                    </li>
                  ))}
                </ol>
              </details>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function Entry({ event, aside, actorHref }: { event: EventView } & Beside) {
  const name = event.actor?.name ?? (event.actorKind === "job" ? "The worker" : "The system");
  return (
    <Row folio={<Place event={event} />} at={event}>
      <strong className="font-[600]">
        {event.actor && actorHref ? (
          <Link href={actorHref(event.actor.id)} className="hover:underline" title={`Only what ${name} did`}>
            {name}
          </Link>
        ) : (
          name
        )}
      </strong>
      {event.actorKind === "token" ? " (token)" : ""} {event.text}
      {aside?.(event)}
    </Row>
  );
}

/** To read an entry is an event of its own: nothing is read ahead. */
function Place({ event }: { event: EventView }) {
  return event.idx === null ? (
    place(event)
  ) : (
    <Link href={`/audit/${event.idx}`} prefetch={false} className="underline underline-offset-2">
      {place(event)}
    </Link>
  );
}

function Row({ folio, at, children }: { folio: React.ReactNode; at: EventView; children: React.ReactNode }) {
  return (
    <span className="grid py-1.5 md:grid-cols-[84px_260px_minmax(0,1fr)]">
      <span className="font-mono text-[13px] text-muted md:border-r-[3px] md:border-double md:border-folio">
        {folio}
      </span>
      <span className="text-[13px] text-muted md:px-3">
        <Moment iso={at.origin === "live" ? at.at : at.claimedAt} />
        {at.origin === "live" ? "" : " (seed)"}
      </span>
      <span className="min-w-0">{children}</span>
    </span>
  );
}
