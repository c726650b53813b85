"use client";

import { buttonClass, fieldClass } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { useState } from "react";
import type { Done } from "./asked.tsx";
import { ProblemNote } from "./problem.tsx";
import { useAct } from "./use-act.ts";

const setSnooze = async (reviewId: string, until: string | null): Promise<unknown> =>
  (await import("./api.ts")).client.snooze.mutate({ reviewId, until });

/** The morning of a day, where this person is. */
function morning(from: number, days: number): Date {
  const at = new Date(from);
  return new Date(at.getFullYear(), at.getMonth(), at.getDate() + days, 8);
}

/** Puts a review off in one's own inbox, to a morning before it is due; or takes it back. */
export function Snooze({
  reviewId,
  dueAt,
  until,
  overdue,
  onDone,
}: {
  reviewId: string;
  dueAt: string;
  until: string | null;
  overdue: boolean;
  onDone: Done;
}) {
  const say = useSay();
  // The mornings are those of where this browser is.
  const dayOf = (at: Date): string =>
    at.toLocaleDateString(say.language === "de" ? "de" : "en-GB", { weekday: "short", day: "numeric", month: "short" });
  const { run, busy, problem } = useAct();
  // The morning is that of the moment at which the question was opened.
  const [now] = useState(Date.now);
  const put = async (next: string | null): Promise<void> => {
    if (!(await run(() => setSnooze(reviewId, next)))) return;
    const says =
      next === null
        ? say("It stands in your inbox again.")
        : say("Put off until {day}.", { day: dayOf(new Date(next)) });
    onDone(says, () => setSnooze(reviewId, until));
  };
  if (until !== null)
    return (
      <>
        <p>{say("Put off until {day}.", { day: dayOf(new Date(until)) })}</p>
        <button type="button" className={`mt-2 ${buttonClass("primary")}`} onClick={() => void put(null)}>
          {say("Bring it back now")}
        </button>
        <ProblemNote problem={problem} />
      </>
    );
  const monday = (8 - new Date(now).getDay()) % 7 || 7;
  const choices = [
    { word: say("Tomorrow"), at: morning(now, 1) },
    { word: say("In three days"), at: morning(now, 3) },
    { word: say("Monday"), at: morning(now, monday) },
  ].filter(({ at }, i, all) => at.toISOString() < dueAt && all.findIndex((other) => +other.at === +at) === i);
  if (overdue || choices.length === 0)
    return (
      <p className="text-ink-2">
        {overdue
          ? say("It is late: late work is not put off. Hand it over, or ask for somebody else.")
          : say("It is due before tomorrow morning: there is nothing to put it off to.")}
      </p>
    );
  return (
    <>
      <p className="text-ink-2">
        {say("Only your own inbox changes. It comes back that morning, with a new round, and when it is due.")}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        {choices.map(({ word, at }) => (
          <button
            key={word}
            type="button"
            aria-disabled={busy}
            className={buttonClass()}
            onClick={() => void put(at.toISOString())}
          >
            {word} <span className="text-[13px] font-normal text-muted">{dayOf(at)}</span>
          </button>
        ))}
      </div>
      <form
        className="mt-2 flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          const day = String(new FormData(event.currentTarget).get("day"));
          const at = new Date(`${day}T08:00`);
          if (!Number.isNaN(+at)) void put(at.toISOString());
        }}
      >
        <label className="block">
          <span className="mb-1 block text-[13px] font-[550]">{say("Another day, before it is due")}</span>
          <input
            type="date"
            name="day"
            className={fieldClass}
            min={isoDay(morning(now, 1))}
            max={dueAt.slice(0, 10)}
            required
          />
        </label>
        <button type="submit" aria-disabled={busy} className={buttonClass()}>
          {say("Put off")}
        </button>
      </form>
      <ProblemNote problem={problem} />
    </>
  );
}

const isoDay = (at: Date): string =>
  [at.getFullYear(), String(at.getMonth() + 1).padStart(2, "0"), String(at.getDate()).padStart(2, "0")].join("-");
