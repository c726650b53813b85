import { type EventView, whatText } from "@countersign/domain";
import { Icon, Moment } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import type { Say } from "@countersign/words";
import Link from "next/link";
import { fold } from "./fold.ts";
import { actorName } from "./words.ts";

const place = (say: Say, event: EventView): string =>
  event.idx === null ? say("waiting") : `#${say.count(event.idx)}`;

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
                  <Together run={run} first={first} last={last} />
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

/** What a machine did many times over, in one line. */
function Together({ run, first, last }: { run: EventView[]; first: EventView; last: EventView }) {
  const say = useSay();
  const who = <strong className="font-[600]">{say("The worker")}</strong>;
  return (
    <Row folio={place(say, first)} at={first}>
      <Icon name="right" className="mr-1 size-3.5 text-muted transition-transform group-open/run:rotate-90" />
      {first.act === "check.ended"
        ? say.rich("{who} recorded {n} checks", { who, n: run.length })
        : say.rich("{who} did this {n} times: {what}", { who, n: run.length, what: whatText(say, first) })}
      <span className="ml-2 text-[13px] text-muted">
        {say("{from} to {to}", { from: place(say, last), to: place(say, first) })}
      </span>
    </Row>
  );
}

function Entry({ event, aside, actorHref }: { event: EventView } & Beside) {
  const say = useSay();
  const name = actorName(say, event);
  const who = (
    <>
      <strong className="font-[600]">
        {event.actor && actorHref ? (
          <Link
            href={actorHref(event.actor.id)}
            className="hover:underline"
            title={say("Only what {name} did", { name })}
          >
            {name}
          </Link>
        ) : (
          name
        )}
      </strong>
      {event.actorKind === "token" ? ` ${say("(token)")}` : ""}
    </>
  );
  return (
    <Row folio={<Place event={event} />} at={event}>
      {say.rich(event.sentence.message, { ...event.sentence.values, who })}
      {aside?.(event)}
    </Row>
  );
}

/** To read an entry is an event of its own: nothing is read ahead. */
function Place({ event }: { event: EventView }) {
  const say = useSay();
  return event.idx === null ? (
    place(say, event)
  ) : (
    <Link href={`/audit/${event.idx}`} prefetch={false} className="underline underline-offset-2">
      {place(say, event)}
    </Link>
  );
}

function Row({ folio, at, children }: { folio: React.ReactNode; at: EventView; children: React.ReactNode }) {
  const say = useSay();
  return (
    <span className="grid py-[calc(var(--row)*0.75)] md:grid-cols-[84px_260px_minmax(0,1fr)]">
      <span className="font-mono text-[13px] text-muted md:border-r-[3px] md:border-double md:border-folio">
        {folio}
      </span>
      <span className="text-[13px] text-muted md:px-3">
        <Moment iso={at.origin === "live" ? at.at : at.claimedAt} />
        {at.origin === "live" ? "" : ` ${say("(seed)")}`}
      </span>
      <span className="min-w-0">{children}</span>
    </span>
  );
}
