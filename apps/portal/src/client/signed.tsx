"use client";

import type { ReviewView, SignatureView } from "@countersign/domain";
import { buttonClass, Moment } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { msg } from "@countersign/words";
import Link from "next/link";
import { useState } from "react";
import { client } from "./api.ts";
import { ProblemNote } from "./problem.tsx";
import { Reauthentication, takeProof } from "./reauthentication.tsx";
import { useAct } from "./use-act.ts";

/** After a signature: what was said, whose turn it is, and the way to take it back. */
export function Signed({
  view,
  missing,
  receipt,
}: {
  view: ReviewView;
  missing: React.ReactNode;
  receipt: React.ReactNode;
}) {
  const say = useSay();
  const { run, busy, problem } = useAct();
  const [asking, setAsking] = useState(false);
  return (
    <div role="status" className="mt-2 grid gap-2">
      {receipt}
      {missing}
      <p>
        <Link className="link" href="/inbox">
          {say("Back to the inbox")}
        </Link>
      </p>
      {view.you.actions.withdraw_signature.allowed && !asking && (
        <button type="button" className={buttonClass()} onClick={() => setAsking(true)}>
          {say("Withdraw my signature…")}
        </button>
      )}
      {asking && (
        <form
          className="grid gap-2 border-t border-hair pt-2"
          onSubmit={(event) => {
            event.preventDefault();
            const reason = String(new FormData(event.currentTarget).get("reason"));
            const proof = takeProof(event.currentTarget);
            void run(() => client.review.withdrawDecision.mutate({ reviewId: view.id, reason, ...proof }));
          }}
        >
          <label className="block">
            {say("Why")}
            <input
              name="reason"
              required
              minLength={10}
              className="w-full rounded border border-control bg-surface px-2 py-1"
            />
          </label>
          <Reauthentication of="signature" />
          <ProblemNote problem={problem} />
          <button type="submit" aria-disabled={busy} className={buttonClass()}>
            {say("Withdraw: it stays in the record, struck through")}
          </button>
        </form>
      )}
    </div>
  );
}

/** Whose turn it is, by role; who that is stands with what is missing. */
export function WaitingFor({ view: { verdict } }: { view: ReviewView }) {
  const say = useSay();
  const roles = [...new Set(verdict.turns.map(({ role }) => say.term(role)))];
  return roles.length === 0 ? null : (
    <p className="text-muted">{say("Waiting for {roles}.", { roles: roles.join(", ") })}</p>
  );
}

const youSigned: Record<string, string> = {
  recommend: msg("You signed: recommends approval."),
  approve: msg("You signed: approves."),
  approve_with_conditions: msg("You signed: approves with conditions."),
  request_changes: msg("You signed: requests changes."),
  reject: msg("You signed: rejects."),
};

function signedWords({ act, withConditions }: SignatureView): string {
  return act === "recommend" && withConditions
    ? msg("You signed: recommends approval with conditions.")
    : (youSigned[act] ?? act);
}

/** After the review's end. */
export function Ended({
  view,
  certificate,
  receipt,
}: {
  view: ReviewView;
  certificate: React.ReactNode;
  receipt: React.ReactNode;
}) {
  const say = useSay();
  return (
    <div className="mt-2 grid gap-2">
      <p>
        {say.rich(
          view.endedAt ? "This review has ended: <b>{state}</b>, {moment}." : "This review has ended: <b>{state}</b>.",
          {
            state: say.term(view.state),
            moment: view.endedAt && <Moment iso={view.endedAt} />,
            b: (inside) => <strong className="font-[650]">{inside}</strong>,
          },
        )}
      </p>
      {view.approval && (
        <p>
          {say.rich("Approval {state}, until {day}.", {
            state: say.term(view.approval.state),
            day: <Moment iso={view.approval.validUntil} withTime={false} />,
          })}
        </p>
      )}
      {receipt}
      {certificate}
      {!receipt && view.you.signature && <p className="text-muted">{say(signedWords(view.you.signature))}</p>}
      <p>
        <Link className="link" href="/inbox">
          {say("Back to the inbox")}
        </Link>
      </p>
    </div>
  );
}
