"use client";

import Link from "next/link";
import type { Allowed, ReviewView } from "@countersign/domain";
import { actWords, buttonClass, Icon, Moment, Rosette } from "@countersign/ui";
import { useState } from "react";
import { client } from "./api.ts";
import { ProblemNote } from "./problem.tsx";
import { type SignAct, SignDialog } from "./sign-dialog.tsx";
import { useAct } from "./use-act.ts";

const buttons: { act: SignAct; word: string; kind: "primary" | "plain" | "danger" }[] = [
  { act: "recommend", word: "Recommend and sign…", kind: "primary" },
  { act: "approve_with_conditions", word: "Approve with conditions…", kind: "primary" },
  { act: "approve", word: "Approve and sign…", kind: "primary" },
  { act: "request_changes", word: "Request changes…", kind: "plain" },
  { act: "reject", word: "Reject…", kind: "danger" },
];

/** The sign-off: what is missing, as links; what you may do, and why not. */
export function SignPanel({ view }: { view: ReviewView }) {
  const [signing, setSigning] = useState<SignAct | null>(null);
  const { you, sections } = view;
  const read = sections.filter((section) => section.reviewedByYou).length;
  const unread = sections.filter((section) => !section.reviewedByYou);
  const offered = buttons.filter(({ act }) =>
    act === "request_changes"
      ? you.signOff !== null
      : (act === "recommend" ? "recommend" : "approve") === you.signOff?.act,
  );
  const signed = you.signature?.state === "valid";
  const ended = ["approved", "approved_with_conditions", "rejected", "withdrawn"].includes(view.state);
  return (
    <section
      id="sign-off"
      aria-label="Your sign-off"
      className="border border-t-[3px] border-hair border-t-accent bg-surface p-4 text-[14px]"
    >
      <h2 className="text-[16px] font-[650]">Your sign-off</h2>
      {ended ? (
        <Ended view={view} />
      ) : signed ? (
        <Signed view={view} />
      ) : you.signOff ? (
        <>
          <p className="text-muted">
            {you.signOff.role.replaceAll("_", " ").replace(/^./, (first) => first.toUpperCase())} ({you.signOff.ordinal}{" "}
            of {you.signOff.count})
          </p>
          {view.round.state === "sealed" && (
            <div className="mt-3">
              <p className="flex justify-between">
                <span>Evidence reviewed</span>
                <strong className="font-[650]">
                  {read} of {sections.length}
                </strong>
              </p>
              <progress
                className="h-2 w-full accent-(--accent)"
                value={read}
                max={sections.length}
                aria-label="Evidence reviewed"
              />
              {unread.length > 0 && (
                <p className="mt-1">
                  Not reviewed yet:{" "}
                  {unread.map((section, i) => (
                    <span key={section.section}>
                      {i > 0 && ", "}
                      <a className="link" href={`#${section.section}`}>
                        {section.section}
                      </a>
                    </span>
                  ))}
                </p>
              )}
            </div>
          )}
          <ul className="mt-3 grid gap-1.5">
            {you.conflict ? (
              <Line icon="cross" tone="text-fail">
                Conflict: {you.conflict} You may not decide on it.
              </Line>
            ) : (
              <Line icon="check" tone="text-ok">
                No conflict: you did not train, commit or submit this version.
              </Line>
            )}
            {view.verdict.reasons.slice(0, 6).map((reason) => (
              <Line key={reason.text} icon="warn" tone="text-change">
                {reason.text} {reason.who && <span className="text-muted">({reason.who})</span>}
              </Line>
            ))}
            {view.verdict.reasons.length > 6 && (
              <li className="text-muted">and {view.verdict.reasons.length - 6} more in the sections</li>
            )}
          </ul>
          <div className="mt-4 grid gap-2">
            {offered.map(({ act, word, kind }) => (
              <Act
                key={act}
                word={word}
                kind={kind}
                may={mayNow(view, act, unread.length)}
                onSign={() => setSigning(act)}
              />
            ))}
          </div>
        </>
      ) : (
        <p className="mt-1">
          This review asks for no signature of yours.{" "}
          {view.verdict.turns.length > 0 && (
            <>Waiting for {view.verdict.turns.map((turn) => turn.role.replaceAll("_", " ")).join(", ")}.</>
          )}
        </p>
      )}
      {signing && <SignDialog view={view} act={signing} onClose={() => setSigning(null)} />}
    </section>
  );
}

/** Unread sections close recommending and approving; dissent needs no reading to the end. */
function mayNow(view: ReviewView, act: SignAct, unread: number): Allowed {
  const may = view.you.actions[act];
  const reads = act !== "reject" && act !== "request_changes";
  return may.allowed && reads && unread > 0
    ? { allowed: false, why: `${unread} ${unread === 1 ? "section is" : "sections are"} not reviewed yet.` }
    : may;
}

function Act({
  word,
  kind,
  may,
  onSign,
}: {
  word: string;
  kind: "primary" | "plain" | "danger";
  may: Allowed;
  onSign: () => void;
}) {
  const id = `why-${word.replace(/\W/g, "")}`;
  return (
    <div>
      <button
        type="button"
        aria-disabled={!may.allowed}
        aria-describedby={may.allowed ? undefined : id}
        className={`w-full justify-start! ${buttonClass(kind, !may.allowed)}`}
        onClick={() => may.allowed && onSign()}
      >
        {word}
      </button>
      {!may.allowed && (
        <p id={id} className="mt-0.5 text-[13px] text-muted">
          {may.why}
        </p>
      )}
    </div>
  );
}

function Line({ icon, tone, children }: { icon: "check" | "cross" | "warn"; tone: string; children: React.ReactNode }) {
  return (
    <li className="flex gap-2">
      <Icon name={icon} className={`mt-0.5 size-4 ${tone}`} />
      <span className="min-w-0">{children}</span>
    </li>
  );
}

function Signed({ view }: { view: ReviewView }) {
  const { run, busy, problem } = useAct();
  const [asking, setAsking] = useState(false);
  const mine = view.you.signature;
  if (!mine) return null;
  return (
    <div role="status" className="mt-2 grid gap-2">
      <p className="flex gap-2">
        <Rosette state="valid" className="size-7" />
        <span>
          <strong className="font-[650]">{actWords[mine.act]}</strong>
          <br />
          <Moment iso={mine.signedAt} />
        </span>
      </p>
      <p className="text-muted">
        {view.verdict.turns.length > 0
          ? `Waiting for ${view.verdict.turns.map((turn) => turn.role.replaceAll("_", " ")).join(", ")}.`
          : ""}
      </p>
      <p>
        <Link className="link" href="/inbox">
          Back to the inbox
        </Link>
      </p>
      {view.you.actions.withdraw_signature.allowed && !asking && (
        <button type="button" className={buttonClass()} onClick={() => setAsking(true)}>
          Withdraw my signature…
        </button>
      )}
      {asking && (
        <form
          className="grid gap-2 border-t border-hair pt-2"
          onSubmit={(event) => {
            event.preventDefault();
            const form = new FormData(event.currentTarget);
            void run(() =>
              client.review.withdrawDecision.mutate({
                reviewId: view.id,
                reason: String(form.get("reason")),
                password: String(form.get("password")),
              }),
            );
          }}
        >
          <label className="block">
            Why
            <input
              name="reason"
              required
              minLength={10}
              className="w-full rounded border border-control bg-surface px-2 py-1"
            />
          </label>
          <label className="block">
            Your password
            <input
              name="password"
              type="password"
              autoComplete="current-password"
              required
              className="w-full rounded border border-control bg-surface px-2 py-1"
            />
          </label>
          <ProblemNote problem={problem} />
          <button type="submit" aria-disabled={busy} className={buttonClass("danger")}>
            Withdraw: it stays in the record, struck through
          </button>
        </form>
      )}
    </div>
  );
}

function Ended({ view }: { view: ReviewView }) {
  return (
    <div className="mt-2 grid gap-2">
      <p>
        This review has ended: <strong className="font-[650]">{view.state.replaceAll("_", " ")}</strong>
        {view.endedAt && (
          <>
            , <Moment iso={view.endedAt} />
          </>
        )}
        .
      </p>
      {view.approval && (
        <p>
          Approval {view.approval.state}, until <Moment iso={view.approval.validUntil} withTime={false} />.
        </p>
      )}
      {view.you.signature && (
        <p className="text-muted">You signed: {actWords[view.you.signature.act]?.toLowerCase()}.</p>
      )}
      <p>
        <Link className="link" href="/inbox">
          Back to the inbox
        </Link>
      </p>
    </div>
  );
}
