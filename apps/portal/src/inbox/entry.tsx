import type { InboxItem } from "@countersign/domain";
import { Chip, Day, DueFolio, Icon, Moment, ReviewState, TierMark } from "@countersign/ui";
import { EntryLink, EntryMenu } from "../client/inbox-selection.tsx";
import { partState, sinceWords, sizeOf, titleOf } from "./words.ts";

/** One entry: when it is due, left of the double rule; what it is, what to do, how much there is to read, and why it is here. */
export function Entry({ id, item, now }: { id: string; item: InboxItem; now: number }) {
  const waits = item.waitsFor !== null;
  return (
    <li className="relative grid grid-cols-[66px_minmax(0,1fr)_28px] border-b border-hair hover:bg-sunken/45 has-[a[aria-current]]:bg-accent-tint has-[a[aria-current]]:shadow-[inset_3px_0_0_var(--accent)] has-[a:focus-visible]:outline-2 has-[a:focus-visible]:-outline-offset-2 has-[a:focus-visible]:outline-accent md:grid-cols-[92px_minmax(0,1fr)_32px]">
      <div className="border-r-[3px] border-double border-folio py-2 pr-2.5 text-right text-[13px]">
        {item.kind === "decided" ? (
          <Day iso={item.endedAt ?? item.requestedAt} now={now} />
        ) : (
          <DueFolio iso={item.dueAt} now={now} quiet={waits} />
        )}
      </div>
      <div className="min-w-0 py-2 pl-3 md:pl-4">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <EntryLink id={id} href={`/reviews/${item.reviewId}`}>
            {titleOf(item)}
          </EntryLink>
          {item.part ? (
            <Chip tone={item.kind === "condition" ? "cond" : "change"} icon="half">
              {partState(item.part.state)}
            </Chip>
          ) : (
            <ReviewState state={item.state} />
          )}
          <span className="text-[13px]">
            <TierMark tier={item.model.tier} />
          </span>
          <span className="flex grow flex-wrap items-center justify-end gap-x-3 gap-y-1 max-md:basis-full max-md:justify-between">
            {item.todo && (
              <span className="inline-flex items-center gap-1.5 font-[650]">
                <Icon name="arrow" className="size-4 text-accent" /> {item.todo}
              </span>
            )}
            {item.waitsFor && (
              <span className="inline-flex items-center gap-1.5 text-ink-2">
                <Icon name="arrow" className="size-4 text-muted" /> {item.waitsFor.who},{" "}
                {sinceWords(item.waitsFor.since, now)}
              </span>
            )}
            {item.toRead && <Size {...sizeOf(item.toRead)} />}
          </span>
        </div>
        {(!waits || item.kind === "mine") && (
          <p className="mt-0.5 text-ink-2">
            {item.reason}
            {item.onlyYou ? " Only you are missing." : ""}
            {item.snoozedUntil && (
              <>
                {" "}
                Back on <Moment iso={item.snoozedUntil} />.
              </>
            )}
            {item.kind !== "mine" && (
              <span className="text-muted">
                {" "}
                For {item.environment.toLowerCase()}, asked by {item.requestedBy.name}.
              </span>
            )}
          </p>
        )}
      </div>
      {item.kind !== "decided" && (
        <EntryMenu id={id} title={titleOf(item)} first={item.assignable ? "asked" : "snooze"} />
      )}
    </li>
  );
}

function Size({ letter, words }: { letter: string; words: string }) {
  return (
    <span
      title={words}
      className="relative w-[30px] rounded-[3px] border border-control py-[3px] text-center font-mono text-[13px] leading-none font-[500] text-ink-2"
    >
      <span aria-hidden="true">{letter}</span>
      <span className="sr-only">{words}</span>
    </span>
  );
}
