"use client";

import type { AssignableView, AssignmentView, PersonView } from "@countersign/domain";
import { buttonClass, fieldClass, Moment } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { msg } from "@countersign/words";
import { useCallback, useEffect, useState } from "react";
import type { Problem } from "./api.ts";
import { ProblemNote } from "./problem.tsx";
import { useAct } from "./use-act.ts";

/** What was done, in words, and how it is undone; null where it cannot be. */
export type Done = (says: string, undo: (() => Promise<unknown>) | null) => void;

const capital = (words: string): string => words.replace(/^./, (first) => first.toUpperCase());
const stateWords: Record<AssignmentView["state"], string> = {
  asked: "<b>{person}</b>",
  signed: msg("<b>{person}</b>, has decided"),
  lapsed: msg("<b>{person}</b>, may not sign any more"),
};

const api = async () => (await import("./api.ts")).client.review;

/** Whom the sign-offs of a review are asked of: asks somebody, takes one, hands one over, gives one back. */
export function Asked({ reviewId, onDone }: { reviewId: string; onDone?: Done }) {
  const say = useSay();
  const [view, setView] = useState<AssignableView | null>(null);
  const [unread, setUnread] = useState<Problem | null>(null);
  const { run, busy, problem } = useAct();
  const read = useCallback(async () => {
    const { client, problemOf } = await import("./api.ts");
    await client.review.assignable
      .query({ reviewId })
      .then(setView, (error: unknown) => setUnread(problemOf(error, say)));
  }, [reviewId, say]);
  useEffect(() => void read(), [read]);
  if (!view)
    return unread ? (
      <ProblemNote problem={unread} />
    ) : (
      <p className="min-h-40 text-muted">{say("Reading who may sign…")}</p>
    );

  const assign = async (person: PersonView, role: string, insteadOf: PersonView | null): Promise<void> => {
    const done = await run(async () => {
      await (await api()).assign.mutate({ reviewId, personId: person.id, role, insteadOf: insteadOf?.id ?? null });
      await read();
    });
    const back = async () => (await api()).unassign.mutate({ reviewId, personId: person.id });
    const says = person.id === view.you ? say("You took it.") : say("{person} was asked.", { person: person.name });
    if (done) onDone?.(says, insteadOf === null ? back : null);
  };
  const release = async ({ person, role }: AssignmentView): Promise<void> => {
    const done = await run(async () => {
      await (await api()).unassign.mutate({ reviewId, personId: person.id });
      await read();
    });
    const again = async () => (await api()).assign.mutate({ reviewId, personId: person.id, role, insteadOf: null });
    if (done)
      onDone?.(
        say("It is asked again of every {role}.", { role: say.term(role) }),
        view.manages || person.id === view.you ? again : null,
      );
  };
  return (
    <div className="grid gap-4">
      {view.signOffs.map(({ role, missing, people }) => {
        const asked = view.assignments.filter((assignment) => assignment.role === role);
        const free = people.filter(({ id }) => !asked.some(({ person }) => person.id === id));
        const places = missing - asked.filter(({ state }) => state === "asked").length;
        return (
          <section key={role} aria-label={say("Sign-off as {role}", { role: say.term(role) })}>
            <h3 className="font-[650]">
              {capital(say.term(role))}{" "}
              <span className="font-normal text-muted">
                {say("{n, plural, one {# signature} other {# signatures}} missing", { n: missing })}
              </span>
            </h3>
            <ul className="mt-1 grid gap-2">
              {asked.map((assignment) => (
                <li key={assignment.person.id} className="border-l-[3px] border-double border-folio pl-3">
                  <p>
                    {say.rich(stateWords[assignment.state], {
                      person: assignment.person.id === view.you ? say("You") : assignment.person.name,
                      b: (inside) => <strong className="font-[600]">{inside}</strong>,
                    })}
                    <span className="block text-[13px] text-muted">
                      {say.rich("asked by {person}, {day}", {
                        person: assignment.by.name,
                        day: <Moment iso={assignment.at} withTime={false} />,
                      })}
                    </span>
                  </p>
                  {(view.manages || assignment.person.id === view.you) && (
                    <div className="mt-1.5 flex flex-wrap gap-2">
                      <Choice
                        people={free}
                        word={say("Hand over")}
                        label={say("Hand over from {person} to", { person: assignment.person.name })}
                        busy={busy}
                        onChoose={(person) => void assign(person, role, assignment.person)}
                      />
                      <button
                        type="button"
                        className={buttonClass()}
                        aria-disabled={busy}
                        onClick={() => void release(assignment)}
                      >
                        {say(assignment.person.id === view.you ? "Give it back" : "Take it back")}
                      </button>
                    </div>
                  )}
                </li>
              ))}
            </ul>
            {places > 0 && (
              <div className="mt-1.5">
                {asked.length === 0 && (
                  <p className="mb-1.5 text-ink-2">
                    {people.length === 0
                      ? say(
                          "Nobody in force may give it: an administrator has to grant the role to somebody who did not build this version.",
                        )
                      : say("Anyone with the role may sign: {n, plural, one {# person} other {# people}} now.", {
                          n: people.length,
                        })}
                  </p>
                )}
                <div className="flex flex-wrap gap-2">
                  {view.manages && (
                    <Choice
                      people={free}
                      word={say("Ask")}
                      label={say("Whom to ask as {role}", { role: say.term(role) })}
                      busy={busy}
                      onChoose={(person) => void assign(person, role, null)}
                    />
                  )}
                  {free
                    .filter(({ id }) => id === view.you && !view.manages)
                    .map((you) => (
                      <button
                        key={you.id}
                        type="button"
                        className={buttonClass("primary")}
                        aria-disabled={busy}
                        onClick={() => void assign(you, role, null)}
                      >
                        {say("I take it")}
                      </button>
                    ))}
                </div>
              </div>
            )}
          </section>
        );
      })}
      {view.signOffs.length === 0 && (
        <p className="text-ink-2">{say("No signature is missing: there is nobody to ask.")}</p>
      )}
      <ProblemNote problem={problem} />
    </div>
  );
}

/** One person out of those who may, and the button that asks them. */
function Choice({
  people,
  word,
  label,
  busy,
  onChoose,
}: {
  people: PersonView[];
  word: string;
  label: string;
  busy: boolean;
  onChoose: (person: PersonView) => void;
}) {
  if (people.length === 0) return null;
  return (
    <form
      className="flex min-w-0 flex-wrap gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        const chosen = people.find(({ id }) => id === new FormData(event.currentTarget).get("person"));
        if (chosen && !busy) onChoose(chosen);
      }}
    >
      <select name="person" aria-label={label} className={`${fieldClass} w-auto! max-w-[240px]`}>
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <button type="submit" aria-disabled={busy} className={buttonClass()}>
        {word}
      </button>
    </form>
  );
}
