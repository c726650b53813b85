"use client";

import type { ConditionView, FindingView, PersonView } from "@countersign/domain";
import { buttonClass, fieldClass } from "@countersign/ui";
import { useState } from "react";
import { client } from "./api.ts";
import { ProblemNote } from "./problem.tsx";
import { useAct, useDraft } from "./use-act.ts";

/** A remark in the discussion. */
export function CommentForm({ reviewId }: { reviewId: string }) {
  const { run, busy, problem } = useAct();
  const [body, setBody] = useDraft(`comment:${reviewId}`);
  return (
    <form
      className="mt-3 grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void run(() => client.review.comment.mutate({ reviewId, body })).then((done) => done && setBody(""));
      }}
    >
      <label className="block">
        <span className="mb-1 block font-[550]">Add to the discussion</span>
        <textarea
          className={fieldClass}
          rows={2}
          value={body}
          onChange={(event) => setBody(event.currentTarget.value)}
          required
        />
      </label>
      <ProblemNote problem={problem} />
      <p>
        <button type="submit" aria-disabled={busy} className={buttonClass()}>
          Post
        </button>{" "}
        <span className="ml-2 text-[13px] text-muted">Visible to auditors. It changes no evidence.</span>
      </p>
    </form>
  );
}

/** Raises a finding: a defect of the model with an owner. */
export function FindingForm({ reviewId }: { reviewId: string }) {
  const { run, busy, problem } = useAct();
  const [title, setTitle] = useDraft(`finding-title:${reviewId}`);
  const [body, setBody] = useDraft(`finding-body:${reviewId}`);
  const [severity, setSeverity] = useState<"low" | "medium" | "high" | "critical">("medium");
  return (
    <details className="mt-3">
      <summary className="link text-accent underline underline-offset-2">Raise a finding</summary>
      <form
        className="mt-2 grid gap-2 border border-hair p-3"
        onSubmit={(event) => {
          event.preventDefault();
          void run(() => client.finding.raise.mutate({ reviewId, title, body, severity })).then((done) => {
            if (done) {
              setTitle("");
              setBody("");
            }
          });
        }}
      >
        <label className="block">
          <span className="mb-1 block font-[550]">What is wrong, in a line</span>
          <input
            className={fieldClass}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
            maxLength={200}
            required
          />
        </label>
        <label className="block">
          <span className="mb-1 block font-[550]">Why it matters, and what would close it</span>
          <textarea
            className={fieldClass}
            rows={3}
            value={body}
            onChange={(event) => setBody(event.currentTarget.value)}
            required
          />
        </label>
        <label className="block">
          <span className="mb-1 block font-[550]">Severity</span>
          <select
            className={fieldClass}
            value={severity}
            onChange={(event) => setSeverity(event.currentTarget.value as typeof severity)}
          >
            <option value="low">Low</option>
            <option value="medium">Medium</option>
            <option value="high">High: blocks approval until closed</option>
            <option value="critical">Critical: blocks approval until closed</option>
          </select>
        </label>
        <ProblemNote problem={problem} />
        <p>
          <button type="submit" aria-disabled={busy} className={buttonClass()}>
            Raise finding
          </button>
        </p>
      </form>
    </details>
  );
}

/** Answer and close: whoever may. */
export function FindingActions({ finding }: { finding: FindingView }) {
  const { run, busy, problem } = useAct();
  const [text, setText] = useDraft(`finding:${finding.id}`);
  if (!finding.mayAnswer.allowed && !finding.mayClose.allowed) return null;
  const answer = finding.mayAnswer.allowed;
  return (
    <form
      className="mt-2 grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void run(() =>
          answer
            ? client.finding.answer.mutate({ findingId: finding.id, answer: text })
            : client.finding.close.mutate({ findingId: finding.id, resolution: text }),
        ).then((done) => done && setText(""));
      }}
    >
      <label className="block">
        <span className="mb-1 block text-[13px] font-[550]">{answer ? "Your answer" : "How it was verified"}</span>
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
          {answer ? "Answer" : "Close finding"}
        </button>
      </p>
    </form>
  );
}

interface Draft {
  text: string;
  ownerId: string;
  due: string;
  covers: string[];
}

/** The one set of conditions: proposing another supersedes this one and the signatures on it. */
export function ConditionsForm({
  reviewId,
  people,
  needed,
  latest,
  standing,
}: {
  reviewId: string;
  people: PersonView[];
  needed: { check: string; title: string }[];
  latest: string;
  standing: number;
}) {
  const { run, busy, problem } = useAct();
  const blank = (covers: string[]): Draft => ({ text: "", ownerId: people[0]?.id ?? "", due: "", covers });
  const [drafts, setDrafts] = useState<Draft[]>(() =>
    needed.length > 0 ? needed.map(({ check }) => blank([check])) : [blank([])],
  );
  const change = (index: number, part: Partial<Draft>): void =>
    setDrafts(drafts.map((draft, i) => (i === index ? { ...draft, ...part } : draft)));
  const submit = (): void =>
    void run(() =>
      client.condition.propose.mutate({
        reviewId,
        conditions: drafts.map(({ text, ownerId, due, covers }) => ({
          text,
          ownerId,
          dueAt: `${due}T17:00:00.000Z`,
          covers,
        })),
      }),
    );
  return (
    <details className="mt-3" open={standing === 0 && needed.length > 0}>
      <summary className="text-accent underline underline-offset-2">
        {standing > 0 ? "Propose other conditions" : "Propose conditions"}
      </summary>
      <form
        className="mt-2 grid gap-4 border border-hair p-3"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {standing > 0 && (
          <p className="text-[13px] text-change">The conditions above end, and so do the signatures given on them.</p>
        )}
        {drafts.map((draft, i) => (
          <fieldset key={i} className="grid gap-2 border-l-4 border-cond pl-3">
            <legend className="font-[650]">
              Condition {i + 1}
              {draft.covers.length > 0 && (
                <span className="ml-2 text-[13px] font-normal text-muted">
                  for{" "}
                  {needed
                    .filter(({ check }) => draft.covers.includes(check))
                    .map(({ title }) => title.toLowerCase())
                    .join(", ")}
                </span>
              )}
            </legend>
            <label className="block">
              <span className="mb-1 block text-[13px] font-[550]">What must be done</span>
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
              <label className="block">
                <span className="mb-1 block text-[13px] font-[550]">Owner</span>
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
                <span className="mb-1 block text-[13px] font-[550]">Due, at 17:00 UTC</span>
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
                  Remove
                </button>
              )}
            </div>
          </fieldset>
        ))}
        <ProblemNote problem={problem} />
        <p className="flex flex-wrap gap-2">
          <button type="button" className={buttonClass()} onClick={() => setDrafts([...drafts, blank([])])}>
            Add a condition
          </button>
          <button type="submit" aria-disabled={busy} className={buttonClass("primary")}>
            Propose {drafts.length === 1 ? "this condition" : `these ${drafts.length} conditions`}
          </button>
        </p>
      </form>
    </details>
  );
}

/** Evidence for a condition in force, and its acceptance. */
export function ConditionActions({ condition }: { condition: ConditionView }) {
  const { run, busy, problem } = useAct();
  const [text, setText] = useDraft(`condition:${condition.id}`);
  if (condition.mayGiveEvidence.allowed) {
    return (
      <form
        className="mt-2 grid gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          void run(() => client.condition.giveEvidence.mutate({ conditionId: condition.id, evidence: text })).then(
            (done) => done && setText(""),
          );
        }}
      >
        <label className="block">
          <span className="mb-1 block text-[13px] font-[550]">How it has been met</span>
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
            Give evidence
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
          Accept the evidence
        </button>
        <button
          type="button"
          aria-disabled={busy}
          className={buttonClass()}
          onClick={() => void run(() => client.condition.accept.mutate({ conditionId: condition.id, accept: false }))}
        >
          Send it back
        </button>
      </p>
    </div>
  );
}

/** One button for an act without a form. */
export function ActButton({
  act,
  word,
}: {
  act: { kind: "rerun"; checkRunId: string } | { kind: "map"; contributorId: string; personId: string };
  word: string;
}) {
  const { run, busy, problem } = useAct();
  return (
    <span>
      <button
        type="button"
        aria-disabled={busy}
        className={buttonClass()}
        onClick={() =>
          void run(() =>
            act.kind === "rerun"
              ? client.review.rerunCheck.mutate({ checkRunId: act.checkRunId })
              : client.review.mapContributor.mutate({ contributorId: act.contributorId, personId: act.personId }),
          )
        }
      >
        {busy ? "Working…" : word}
      </button>
      <ProblemNote problem={problem} />
    </span>
  );
}

/** Resume after changes were requested, or withdraw the whole review: both with a reason. */
export function ReviewActions({
  reviewId,
  resume,
  withdraw,
}: {
  reviewId: string;
  resume: boolean;
  withdraw: boolean;
}) {
  const { run, busy, problem } = useAct();
  const [text, setText] = useDraft(`review:${reviewId}`);
  if (!resume && !withdraw) return null;
  return (
    <details className="mt-3" open={resume}>
      <summary className="text-accent underline underline-offset-2">
        {resume ? "Answer and open a new round" : "Withdraw this review"}
      </summary>
      <form
        className="mt-2 grid gap-2 border border-hair p-3"
        onSubmit={(event) => {
          event.preventDefault();
          void run(() =>
            resume
              ? client.review.resume.mutate({ reviewId, why: text })
              : client.review.withdraw.mutate({ reviewId, reason: text }),
          ).then((done) => done && setText(""));
        }}
      >
        <label className="block">
          <span className="mb-1 block font-[550]">{resume ? "What has been answered" : "Why"}</span>
          <textarea
            className={fieldClass}
            rows={2}
            minLength={10}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            required
          />
        </label>
        <ProblemNote problem={problem} />
        <p>
          <button type="submit" aria-disabled={busy} className={buttonClass(resume ? "primary" : "danger")}>
            {resume ? "Open a new round" : "Withdraw"}
          </button>
        </p>
      </form>
    </details>
  );
}
