"use client";

import { buttonClass, Icon } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { useEffect, useRef } from "react";
import { Asked, type Done } from "./asked.tsx";
import { Snooze } from "./snooze.tsx";
import { useAct } from "./use-act.ts";

/** What the acts of an entry need to know of it. */
export interface EntryFacts {
  /** Of its place in the list: a review may stand there more than once. */
  id: string;
  reviewId: string;
  title: string;
  dueAt: string;
  overdue: boolean;
  snoozedUntil: string | null;
  /** It can be put off: it has not ended. */
  open: boolean;
  assignable: boolean;
}
export type EntryAct = "snooze" | "asked";

/** What can be done with an entry without opening it. `first`: where the focus goes. */
export function EntryActs({
  entry,
  first,
  onDone,
  onClose,
}: {
  entry: EntryFacts;
  first: EntryAct;
  onDone: Done;
  onClose: () => void;
}) {
  const say = useSay();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    heading.current?.focus();
  }, []);
  const parts: { act: EntryAct; title: string; shown: boolean; body: React.ReactNode }[] = [
    {
      act: "asked",
      title: say("Who signs"),
      shown: entry.assignable,
      body: <Asked reviewId={entry.reviewId} onDone={onDone} />,
    },
    {
      act: "snooze",
      title: say("Put off"),
      shown: entry.open,
      body: (
        <Snooze
          reviewId={entry.reviewId}
          dueAt={entry.dueAt}
          until={entry.snoozedUntil}
          overdue={entry.overdue}
          onDone={(...done) => {
            onDone(...done);
            onClose();
          }}
        />
      ),
    },
  ];
  const shown = parts.filter((part) => part.shown);
  const ordered = [...shown.filter(({ act }) => act === first), ...shown.filter(({ act }) => act !== first)];
  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      aria-labelledby="entry-acts-title"
      // Its top stays where it is while what is read for it makes it longer: nothing moves under the pointer.
      className="mx-auto mt-[min(12vh,110px)] mb-auto w-[min(560px,94vw)] rounded border-0 border-t-4 border-accent bg-surface p-5 text-ink shadow-xl"
    >
      <h2 id="entry-acts-title" className="font-serif text-[21px] font-[600]">
        {entry.title}
      </h2>
      {ordered.map(({ act, title, body }, i) => (
        <section key={act} aria-labelledby={`entry-${act}`} className="mt-4 border-t border-hair pt-3">
          <h3
            id={`entry-${act}`}
            ref={i === 0 ? heading : undefined}
            tabIndex={-1}
            className="mb-1.5 font-serif text-[17px] font-[600] outline-none"
          >
            {title}
          </h3>
          {body}
        </section>
      ))}
      <div className="mt-5 flex justify-end">
        <button type="button" className={buttonClass()} onClick={onClose}>
          {say("Close")}
        </button>
      </div>
    </dialog>
  );
}

/** What was done last, and the way back, at the foot of the page until it is dismissed. */
export function DoneLine({
  says,
  undo,
  onDismiss,
}: {
  says: string;
  undo: (() => Promise<unknown>) | null;
  onDismiss: () => void;
}) {
  const say = useSay();
  const { run, busy, problem } = useAct();
  return (
    <div className="fixed inset-x-0 bottom-6 z-20 mx-auto flex w-fit max-w-[94vw] items-center gap-3 rounded border border-control bg-surface py-1.5 pr-1.5 pl-4 shadow-xl max-md:bottom-16">
      <span role="status">{problem ? `${problem.title}. ${problem.detail}` : says}</span>
      {undo && (
        <button
          type="button"
          aria-disabled={busy}
          className={buttonClass()}
          onClick={() => void run(undo).then((undone) => undone && onDismiss())}
        >
          {say("Undo")}
        </button>
      )}
      <button
        type="button"
        aria-label={say("Dismiss")}
        className="grid size-9 cursor-pointer place-items-center text-muted hover:text-ink"
        onClick={onDismiss}
      >
        <Icon name="cross" />
      </button>
    </div>
  );
}
