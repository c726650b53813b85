"use client";

import type { ReviewView } from "@countersign/domain";
import { actWord, buttonClass, Moment, Rosette } from "@countersign/ui";
import Link from "next/link";
import { useState } from "react";
import { client } from "./api.ts";
import { ProblemNote } from "./problem.tsx";
import { plain } from "../review/standing.ts";
import { useAct } from "./use-act.ts";

/** After a signature: what was said, whose turn it is, and the way to take it back. */
export function Signed({ view, missing }: { view: ReviewView; missing: React.ReactNode }) {
  const { run, busy, problem } = useAct();
  const [asking, setAsking] = useState(false);
  const mine = view.you.signature;
  if (!mine) return null;
  return (
    <div role="status" className="mt-2 grid gap-2">
      <p className="flex gap-2">
        <Rosette state="valid" className="size-7" />
        <span>
          <strong className="font-[650]">{actWord(mine)}</strong>
          <br />
          <Moment iso={mine.signedAt} />
        </span>
      </p>
      <WaitingFor view={view} />
      {missing}
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

/** Whose turn it is, by role; who that is stands with what is missing. */
export function WaitingFor({ view: { verdict } }: { view: ReviewView }) {
  const roles = [...new Set(verdict.turns.map(({ role }) => plain(role)))];
  return roles.length === 0 ? null : <p className="text-muted">Waiting for {roles.join(", ")}.</p>;
}

/** After the review's end. */
export function Ended({ view, certificate }: { view: ReviewView; certificate: React.ReactNode }) {
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
      {certificate}
      {view.you.signature && <p className="text-muted">You signed: {actWord(view.you.signature).toLowerCase()}.</p>}
      <p>
        <Link className="link" href="/inbox">
          Back to the inbox
        </Link>
      </p>
    </div>
  );
}
