import { type EventView, type StreamName, whatText } from "@countersign/domain";
import { Clock, Icon, Rosette, sealOf } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { dayParts, longDayText, type Say } from "@countersign/words";
import Link from "next/link";
import { Chain, ChainWord } from "../client/chain.tsx";
import { byDay, fold, momentOf } from "./fold.ts";
import { Line } from "./line.tsx";
import { actorName } from "./words.ts";

const place = (say: Say, event: EventView): string =>
  event.idx === null ? say("waiting") : `#${say.count(event.idx)}`;

interface Beside {
  /** What the streams of the entries are of, where rows say so: by stream. */
  names?: Record<string, StreamName> | undefined;
  /** Where the name of whoever acted leads. */
  actorHref?: ((personId: string) => string) | undefined;
}

/** Entries of the trail, newest first, under the days on which they happened. `level`: of the days' headings. */
export function Entries({
  events,
  level: Day = "h2",
  ...beside
}: { events: EventView[]; level?: "h2" | "h3" } & Beside) {
  const say = useSay();
  const days = byDay(events, (iso) => longDayText(say, iso));
  const zones = days.map(({ events: [first] }) => (first ? dayParts(say, momentOf(first)).offset : ""));
  return days.map(({ day, events: ofDay }, i) => {
    const [first] = ofDay;
    if (!first) return null;
    return (
      <section key={`${first.stream}${first.sver}`} className={i > 0 ? "mt-6" : ""}>
        <Day
          className={`border-b border-rule pb-1 pl-[100px] font-serif leading-snug font-[600] max-md:pl-0 ${Day === "h2" ? "text-[18px]" : "text-[16px]"}`}
        >
          {day}
          {/* Once, and again where summer time begins or ends. */}
          {zones[i] !== zones[i - 1] && (
            <>
              {" "}
              <span className="ml-1 inline-block font-sans text-[13px] font-normal text-muted">
                {say("times in {zone}", { zone: zones[i] ?? "" })}
              </span>
            </>
          )}
        </Day>
        <ol>
          {fold(ofDay).map((run) => (
            <li key={`${run[0]?.stream}${run[0]?.sver}`} className="border-b border-hair">
              <Run run={run} {...beside} />
            </li>
          ))}
        </ol>
      </section>
    );
  });
}

function Run({ run, ...beside }: { run: EventView[] } & Beside) {
  const [first] = run;
  const last = run.at(-1);
  if (!first || !last) return null;
  if (run.length === 1) return <Entry event={first} {...beside} />;
  return (
    <details className="group/run">
      <summary className="marker:content-none [&::-webkit-details-marker]:hidden">
        <Together
          run={run}
          first={first}
          last={last}
          judged={beside.names !== undefined}
          name={beside.names?.[first.stream]?.name}
        />
      </summary>
      <ol className="border-t border-hair bg-sunken/50">
        {run.map((event) => (
          <li key={`${event.stream}${event.sver}`} className="border-b border-hair last:border-b-0">
            <Entry event={event} {...beside} />
          </li>
        ))}
      </ol>
    </details>
  );
}

/** What a machine did many times over, in one line. */
function Together({
  run,
  first,
  last,
  judged,
  name,
}: {
  run: EventView[];
  first: EventView;
  last: EventView;
  judged: boolean;
  name: string | undefined;
}) {
  const say = useSay();
  const who = <strong className="font-[600]">{say("The worker")}</strong>;
  return (
    <Row folio={place(say, first)} newest={first} oldest={last} judged={judged} end={name}>
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

function Entry({ event, names, actorHref }: { event: EventView } & Beside) {
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
    <Row
      folio={<Place event={event} />}
      newest={event}
      oldest={event}
      judged={names !== undefined}
      end={names && <Of event={event} name={names[event.stream]} />}
    >
      {event.seal !== null && (
        <Rosette
          state={event.seal === "hidden" ? "waiting" : sealOf(event.seal)}
          className="mr-1.5 -mt-0.5 size-[18px]"
        />
      )}
      {say.rich(event.sentence.message, { ...event.sentence.values, who })}
      {event.origin === "live" ? "" : ` ${say("(seed)")}`}
    </Row>
  );
}

/** What an entry is about, and its place among the entries about the same. */
function Of({ event: { stream, sver }, name }: { event: EventView; name: StreamName | undefined }) {
  const say = useSay();
  return (
    <>
      {name?.href ? (
        <Link href={name.href} className="underline underline-offset-2">
          {name.name}
        </Link>
      ) : (
        (name?.name ?? short(say, stream))
      )}
      {", "}
      <Link
        href={`/audit?stream=${encodeURIComponent(stream)}`}
        title={stream}
        className="whitespace-nowrap underline underline-offset-2"
      >
        {say("entry {n}", { n: sver })}
      </Link>
    </>
  );
}

/** `review …f551f` for `review:rev_…f551f`: the end of an id tells more than its beginning, which is the time. */
const short = (say: Say, stream: string): string => {
  const [kind = "", id = ""] = stream.split(":");
  return id.length > 12 ? `${say.term(kind)} …${id.slice(-6)}` : say.term(kind);
};

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

interface RowProps {
  folio: React.ReactNode;
  newest: EventView;
  oldest: EventView;
  /** Whether what this browser found about the log shows here: only where the trail is read as the trail. */
  judged: boolean;
  /** What stands at the right, on a telephone under the sentence. */
  end?: React.ReactNode;
  children: React.ReactNode;
}

const padded = "py-[calc(var(--row)*0.75)]";

function Row({ folio, newest, oldest, judged, end, children }: RowProps) {
  const range = { newest: newest.idx, oldest: oldest.idx };
  return (
    <span className="grid grid-cols-[76px_minmax(0,1fr)] has-[[data-chain=after]]:text-ink-2 has-[[data-chain=cut]]:bg-fail-tint">
      <span
        className={`border-r-[3px] border-double border-folio pr-2 text-right font-mono text-[13px] leading-[22px] text-muted ${padded}`}
      >
        {folio}
      </span>
      <span
        className={`relative pl-6 md:grid md:items-baseline md:grid-cols-[68px_minmax(0,1fr)_fit-content(40%)] md:gap-x-3 print:block! ${padded}`}
      >
        {judged ? <Chain {...range} /> : <Line state={newest.idx === null ? "waiting" : "whole"} />}
        <span className="block text-muted print:inline">
          <Clock iso={momentOf(newest)} />
        </span>
        <span className="min-w-0 print:ml-2">{children}</span>
        <span className="min-w-0 text-[13px] text-muted wrap-anywhere max-md:block md:text-right print:ml-2">
          {judged && <ChainWord {...range} />} {end}
        </span>
      </span>
    </span>
  );
}
