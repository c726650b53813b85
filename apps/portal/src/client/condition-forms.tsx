"use client";

import type { ConditionView, PersonView } from "@countersign/domain";
import { buttonClass, fieldClass } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { useState } from "react";
import { client } from "./api.ts";
import { ProblemNote } from "./problem.tsx";
import { type ActedOn, reviewActs } from "./review-acts.ts";
import { useAct, useDraft } from "./use-act.ts";

interface Draft {
  text: string;
  ownerId: string;
  due: string;
  covers: string[];
}

/** The one set of conditions: proposing another supersedes this one and the signatures on it. */
export function ConditionsForm({
  review,
  people,
  needed,
  checks,
  latest,
  standing,
  next,
}: {
  review: ActedOn;
  people: PersonView[];
  needed: { check: string; title: string }[];
  /** Any that a further condition may answer, passed ones too. */
  checks: { check: string; title: string }[];
  latest: string;
  standing: number;
  /** Nothing blocks, and conditions are what is missing: the form stands open. */
  next: boolean;
}) {
  const say = useSay();
  const { run, busy, problem } = useAct();
  const blank = (covers: string[]): Draft => ({ text: "", ownerId: people[0]?.id ?? "", due: "", covers });
  const [drafts, setDrafts] = useState<Draft[]>(() =>
    needed.length > 0 ? needed.map(({ check }) => blank([check])) : [blank([])],
  );
  const isNeeded = (covers: string[]): boolean => needed.some(({ check }) => covers.includes(check));
  const change = (index: number, part: Partial<Draft>): void =>
    setDrafts(drafts.map((draft, i) => (i === index ? { ...draft, ...part } : draft)));
  const submit = (): void =>
    void run(() =>
      reviewActs(review).propose(
        drafts.map(({ text, ownerId, due, covers }) => ({ text, ownerId, dueAt: `${due}T17:00:00.000Z`, covers })),
      ),
    );
  return (
    <details id="propose" className="mt-3 scroll-mt-16" open={next}>
      <summary className="text-accent underline underline-offset-2">
        {say(standing > 0 ? "Propose other conditions" : "Propose conditions")}
      </summary>
      <form
        className="mt-2 grid gap-4 border border-hair p-3"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {standing > 0 && (
          <p className="text-[13px] text-change">
            {say("The conditions above end, and so do the signatures given on them.")}
          </p>
        )}
        {drafts.map((draft, i) => (
          <fieldset key={i} className="grid gap-2 border-l-4 border-cond pl-3">
            <legend className="font-[650]">
              {say("Condition {n}", { n: i + 1 })}
              {isNeeded(draft.covers) && (
                <span className="ml-2 text-[13px] font-normal text-muted">
                  {say("answers {checks}", {
                    checks: needed
                      .filter(({ check }) => draft.covers.includes(check))
                      .map(({ title }) => title)
                      .join(", "),
                  })}
                </span>
              )}
            </legend>
            <label className="block">
              <span className="mb-1 block text-[13px] font-[550]">{say("What must be done")}</span>
              <textarea
                className={fieldClass}
                rows={2}
                value={draft.text}
                minLength={10}
                onChange={(event) => change(i, { text: event.currentTarget.value })}
                required
              />
            </label>
            <div className="flex flex-wrap gap-3">
              {!isNeeded(draft.covers) && (
                <label className="block max-w-full">
                  <span className="mb-1 block text-[13px] font-[550]">{say("Answers")}</span>
                  <select
                    className={fieldClass}
                    value={draft.covers[0] ?? ""}
                    onChange={({ currentTarget: { value } }) => change(i, { covers: value === "" ? [] : [value] })}
                  >
                    <option value="">{say("every outcome that needs a condition")}</option>
                    {checks.map(({ check, title }) => (
                      <option key={check} value={check}>
                        {title}
                      </option>
                    ))}
                  </select>
                </label>
              )}
              <label className="block">
                <span className="mb-1 block text-[13px] font-[550]">{say("Owner")}</span>
                <select
                  className={fieldClass}
                  value={draft.ownerId}
                  onChange={(event) => change(i, { ownerId: event.currentTarget.value })}
                >
                  {people.map((person) => (
                    <option key={person.id} value={person.id}>
                      {person.name}
                    </option>
                  ))}
                </select>
              </label>
              <label className="block">
                <span className="mb-1 block text-[13px] font-[550]">{say("Due, at 17:00 UTC")}</span>
                <input
                  className={fieldClass}
                  type="date"
                  value={draft.due}
                  max={latest}
                  onChange={(event) => change(i, { due: event.currentTarget.value })}
                  required
                />
              </label>
              {drafts.length > 1 && (
                <button
                  type="button"
                  className={`self-end ${buttonClass()}`}
                  onClick={() => setDrafts(drafts.filter((_, k) => k !== i))}
                >
                  {say("Remove")}
                </button>
              )}
            </div>
          </fieldset>
        ))}
        <ProblemNote problem={problem} />
        <p className="flex flex-wrap gap-2">
          <button type="button" className={buttonClass()} onClick={() => setDrafts([...drafts, blank([])])}>
            {say("Add a condition")}
          </button>
          <button type="submit" aria-disabled={busy} className={buttonClass(next ? "primary" : "plain")}>
            {say("{n, plural, one {Propose this condition} other {Propose these # conditions}}", { n: drafts.length })}
          </button>
        </p>
      </form>
    </details>
  );
}

/** Evidence for a condition in force, and its acceptance. */
export function ConditionActions({ condition }: { condition: ConditionView }) {
  const say = useSay();
  const { run, busy, problem } = useAct();
  const [text, setText, textSent] = useDraft(`condition:${condition.id}`);
  if (condition.mayGiveEvidence.allowed) {
    return (
      <form
        className="mt-2 grid gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          void run(() => client.condition.giveEvidence.mutate({ conditionId: condition.id, evidence: text })).then(
            (done) => done && textSent(text),
          );
        }}
      >
        <label className="block">
          <span className="mb-1 block text-[13px] font-[550]">{say("How it has been met")}</span>
          <textarea
            className={fieldClass}
            rows={2}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            required
          />
        </label>
        <ProblemNote problem={problem} />
        <p>
          <button type="submit" aria-disabled={busy} className={buttonClass()}>
            {say("Give evidence")}
          </button>
        </p>
      </form>
    );
  }
  if (!condition.mayAccept.allowed) return null;
  return (
    <div className="mt-2">
      <ProblemNote problem={problem} />
      <p className="flex gap-2">
        <button
          type="button"
          aria-disabled={busy}
          className={buttonClass("primary")}
          onClick={() => void run(() => client.condition.accept.mutate({ conditionId: condition.id }))}
        >
          {say("Accept the evidence")}
        </button>
        <button
          type="button"
          aria-disabled={busy}
          className={buttonClass()}
          onClick={() => void run(() => client.condition.accept.mutate({ conditionId: condition.id, accept: false }))}
        >
          {say("Send it back")}
        </button>
      </p>
    </div>
  );
}
