"use client";

import type { FindingView } from "@countersign/domain";
import { buttonClass, fieldClass } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { useState } from "react";
import { client } from "./api.ts";
import { ProblemNote } from "./problem.tsx";
import { useAct, useDraft } from "./use-act.ts";

/** A remark in the discussion. */
export function CommentForm({ reviewId }: { reviewId: string }) {
  const say = useSay();
  const { run, busy, problem } = useAct();
  const [body, setBody, bodySent] = useDraft(`comment:${reviewId}`);
  return (
    <form
      className="mt-3 grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void run(() => client.review.comment.mutate({ reviewId, body })).then((done) => done && bodySent(body));
      }}
    >
      <label className="block">
        <span className="mb-1 block font-[550]">{say("Add to the discussion")}</span>
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
          {say("Post")}
        </button>{" "}
        <span className="ml-2 text-[13px] text-muted">{say("Visible to auditors. It changes no evidence.")}</span>
      </p>
    </form>
  );
}

/** Raises a finding: a defect of the model with an owner. */
export function FindingForm({ reviewId }: { reviewId: string }) {
  const say = useSay();
  const { run, busy, problem } = useAct();
  const [title, setTitle, titleSent] = useDraft(`finding-title:${reviewId}`);
  const [body, setBody, bodySent] = useDraft(`finding-body:${reviewId}`);
  const [severity, setSeverity] = useState<"low" | "medium" | "high" | "critical">("medium");
  return (
    <details className="mt-3">
      <summary className="link text-accent underline underline-offset-2">{say("Raise a finding")}</summary>
      <form
        className="mt-2 grid gap-2 border border-hair p-3"
        onSubmit={(event) => {
          event.preventDefault();
          void run(() => client.finding.raise.mutate({ reviewId, title, body, severity })).then((done) => {
            if (done) {
              titleSent(title);
              bodySent(body);
            }
          });
        }}
      >
        <label className="block">
          <span className="mb-1 block font-[550]">{say("What is wrong, in a line")}</span>
          <input
            className={fieldClass}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
            maxLength={200}
            required
          />
        </label>
        <label className="block">
          <span className="mb-1 block font-[550]">{say("Why it matters, and what would close it")}</span>
          <textarea
            className={fieldClass}
            rows={3}
            value={body}
            onChange={(event) => setBody(event.currentTarget.value)}
            required
          />
        </label>
        <label className="block">
          <span className="mb-1 block font-[550]">{say("Severity")}</span>
          <select
            className={fieldClass}
            value={severity}
            onChange={(event) => setSeverity(event.currentTarget.value as typeof severity)}
          >
            <option value="low">{say("Low")}</option>
            <option value="medium">{say("Medium")}</option>
            <option value="high">{say("High: blocks approval until closed")}</option>
            <option value="critical">{say("Critical: blocks approval until closed")}</option>
          </select>
        </label>
        <ProblemNote problem={problem} />
        <p>
          <button type="submit" aria-disabled={busy} className={buttonClass()}>
            {say("Raise finding")}
          </button>
        </p>
      </form>
    </details>
  );
}

/** Answer and close: whoever may. */
export function FindingActions({ finding }: { finding: FindingView }) {
  const say = useSay();
  const { run, busy, problem } = useAct();
  const [text, setText, textSent] = useDraft(`finding:${finding.id}`);
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
        ).then((done) => done && textSent(text));
      }}
    >
      <label className="block">
        <span className="mb-1 block text-[13px] font-[550]">{say(answer ? "Your answer" : "How it was verified")}</span>
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
          {say(answer ? "Answer" : "Close finding")}
        </button>
      </p>
    </form>
  );
}
