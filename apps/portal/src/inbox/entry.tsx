import type { InboxItem } from "@countersign/domain";
import { Day, DueFolio, Icon, Moment, PartState, ReviewState, TierMark } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { EntryLink, EntryMenu } from "../client/inbox-selection.tsx";
import { askedFor, isOthers, partState, readOf, sinceWords, titleOf, whichOf } from "./words.ts";

/** One entry: when it is due, left of the double rule; what it is, what to do, why it is here, and how much there is to read. */
export function Entry({ id, item, now }: { id: string; item: InboxItem; now: number }) {
  const say = useSay();
  return (
    <li className="relative grid grid-cols-[76px_minmax(0,1fr)_28px] border-b border-hair hover:bg-sunken/45 has-[a[aria-current]]:bg-accent-tint has-[a[aria-current]]:shadow-[inset_3px_0_0_var(--accent)] has-[a:focus-visible]:outline-2 has-[a:focus-visible]:-outline-offset-2 has-[a:focus-visible]:outline-accent md:grid-cols-[92px_minmax(0,1fr)_32px]">
      <div className="border-r-[3px] border-double border-folio py-row pr-2.5 text-right text-[13px]">
        {item.kind === "decided" ? (
          <Day iso={item.endedAt ?? item.requestedAt} now={now} />
        ) : (
          <DueFolio iso={item.dueAt} now={now} quiet={isOthers(item)} />
        )}
      </div>
      <div className="min-w-0 py-row pl-3 md:pl-4">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <EntryLink id={id} href={`/reviews/${item.reviewId}`} model={item.model.title} which={whichOf(say, item)} />
          {item.part ? (
            <PartState state={item.part.state}>{partState(say, item.part.state)}</PartState>
          ) : (
            <ReviewState state={item.state} />
          )}
          <span className="text-[13px]">
            <TierMark tier={item.model.tier} />
          </span>
          {item.todo && (
            <span className="ml-auto inline-flex items-baseline gap-1.5 font-[650] max-md:ml-0 max-md:basis-full @min-[800px]:whitespace-nowrap">
              <Icon name="arrow" className="size-4 shrink-0 self-start translate-y-0.75 text-accent" /> {item.todo}
            </span>
          )}
          {item.waitsFor && <Waits {...item.waitsFor} now={now} />}
        </div>
        {(item.waitsFor === null || item.kind === "mine") && <Why item={item} />}
      </div>
      {item.kind !== "decided" && (
        <EntryMenu id={id} title={titleOf(say, item)} first={item.assignable ? "asked" : "snooze"} />
      )}
    </li>
  );
}

function Waits({ who, since, now }: { who: string; since: string; now: number }) {
  const say = useSay();
  const words = `${who}, ${sinceWords(say, since, now)}`;
  return (
    <span className="ml-auto inline-flex min-w-0 items-center gap-1.5 text-ink-2 max-md:ml-0 max-md:basis-full @min-[800px]:max-w-1/2 @min-[800px]:shrink-0">
      <Icon name="arrow" className="size-4 shrink-0 text-muted" />
      <span className="@min-[800px]:truncate" title={words}>
        {words}
      </span>
    </span>
  );
}

/** Why it is here and how long it takes to read; where a line has room, one line, on which what it is for stands whole or not at all. */
function Why({ item }: { item: InboxItem }) {
  const say = useSay();
  const { reason, onlyYou, snoozedUntil, kind, toRead } = item;
  const why = onlyYou ? `${reason} ${say("Only you are missing.")}` : reason;
  const context = kind === "mine" ? "" : askedFor(say, item);
  return (
    <div className="mt-0.5 flex flex-wrap items-baseline justify-between gap-x-3 md:flex-nowrap">
      <p
        title={`${why} ${context}`.trimEnd()}
        className="min-w-0 text-ink-2 @min-[800px]:flex @min-[800px]:h-lh @min-[800px]:flex-wrap @min-[800px]:gap-x-1 @min-[800px]:overflow-hidden"
      >
        <span className="@min-[800px]:max-w-full @min-[800px]:truncate">
          {why}
          {snoozedUntil && <> {say.rich("Back on {moment}.", { moment: <Moment iso={snoozedUntil} /> })}</>}
        </span>
        {context && <span className="text-muted"> {context}</span>}
      </p>
      {toRead && <Read {...readOf(say, toRead)} />}
    </div>
  );
}

function Read({ word, of }: { word: string; of: string }) {
  return (
    <span title={of || undefined} className="relative shrink-0 text-[13px] text-muted">
      {word}
      {of && <span className="sr-only">: {of}</span>}
    </span>
  );
}
