"use client";

import type { ReviewView } from "@countersign/domain";
import { buttonClass, fieldClass, Hatched } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { dayText, msg } from "@countersign/words";
import { useEffect, useRef } from "react";
import { ProblemNote } from "./problem.tsx";
import { environmentInside } from "../model/names.ts";
import { promotionWords } from "../review/approval.ts";
import { reviewActs } from "./review-acts.ts";
import { Reauthentication, takeProof } from "./reauthentication.tsx";
import { useAct, useDraft } from "./use-act.ts";

export type SignAct = "recommend" | "approve" | "approve_with_conditions" | "request_changes" | "reject";

const titles: Record<SignAct, string> = {
  recommend: msg("Sign: Recommend approval"),
  approve: msg("Sign: Approve"),
  approve_with_conditions: msg("Sign: Approve with conditions"),
  request_changes: msg("Sign: Request changes"),
  reject: msg("Sign: Reject"),
};
const buttons: Record<SignAct, string> = {
  recommend: msg("Sign: recommend approval"),
  approve: msg("Sign: approve"),
  approve_with_conditions: msg("Sign: approve with conditions"),
  request_changes: msg("Sign: request changes"),
  reject: msg("Sign: reject"),
};
const consequences: Partial<Record<SignAct, string>> = {
  recommend: msg("The approvers are asked next."),
  request_changes: msg("The round ends; the developers answer and open a new one."),
  reject: msg("The review ends. The version can never be approved in it."),
};

/** The signing ceremony: who, what, meaning, conditions, reason, proof of identity. One dialog, nothing lost. */
export function SignDialog({
  view,
  act,
  covered,
  onSigned,
  onClose,
}: {
  view: ReviewView;
  act: SignAct;
  /** Which check each condition answers, in words. */
  covered: readonly string[];
  onSigned: () => void;
  onClose: () => void;
}) {
  const say = useSay();
  const dialog = useRef<HTMLDialogElement>(null);
  const { run, busy, problem } = useAct();
  const [reason, setReason] = useDraft(`sign:${view.id}:${act}`);
  useEffect(() => dialog.current?.showModal(), []);
  const conditions = act === "request_changes" || act === "reject" ? [] : view.conditions;
  const consequence = consequences[act];
  const then = consequence ? say(consequence) : promotionWords(say, view);
  const submit = async (form: HTMLFormElement): Promise<void> => {
    const signing = {
      evidenceSha256: view.evidenceSha256 ?? "",
      conditionsSha256: view.conditionsSha256,
      ...takeProof(form),
    };
    const signed = await run(() => reviewActs(view).sign(act, signing, reason));
    if (!signed) return;
    setReason("");
    onSigned();
    onClose();
  };
  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      aria-labelledby="sign-title"
      className="mx-auto mt-[min(8vh,72px)] mb-auto w-[min(640px,94vw)] rounded border-0 border-t-4 border-accent bg-surface p-0 text-ink shadow-xl"
    >
      {view.practice && <Hatched>{say("Practice: this signs nothing, and nothing of it is recorded.")}</Hatched>}
      <form
        className="grid gap-3 p-5"
        onSubmit={(event) => {
          event.preventDefault();
          void submit(event.currentTarget);
        }}
      >
        <h2 id="sign-title" className="font-serif text-[21px] font-[600]">
          {say(titles[act])}
        </h2>
        <dl className="grid grid-cols-[88px_minmax(0,1fr)] gap-x-3 gap-y-1.5 text-[14px]">
          <dt className="text-muted">{say("You sign as")}</dt>
          <dd>
            <strong className="font-[650]">{view.you.person.name}</strong>,{" "}
            {view.you.signOff ? say.term(view.you.signOff.role) : ""}
          </dd>
          <dt className="text-muted">{say("Record")}</dt>
          <dd>
            {say.rich("{model}, version {version}, for {environment} · evidence {digest}", {
              model: view.model.title,
              version: view.version.number,
              environment: environmentInside(say, view.environment.title),
              digest: <code className="font-mono">{view.evidenceSha256?.slice(0, 12)}…</code>,
            })}
          </dd>
          {view.you.signOff && (
            <>
              <dt className="text-muted">{say("Meaning")}</dt>
              <dd className="font-serif" lang="en">
                “{view.you.signOff.meanings[act]}”
              </dd>
            </>
          )}
          {conditions.length > 0 && (
            <>
              <dt className="text-muted">{say("Conditions")}</dt>
              <dd>
                <ol className="list-inside list-decimal">
                  {conditions.map((condition) => (
                    <li key={condition.id}>
                      {condition.text}{" "}
                      <span className="text-muted">
                        {say("{owner}, by {day}", {
                          owner: condition.owner.name,
                          day: dayText(say, condition.dueAt),
                        })}
                      </span>
                    </li>
                  ))}
                </ol>
              </dd>
            </>
          )}
          {conditions.length > 0 && covered.length > 0 && (
            <>
              <dt className="text-muted">{say("Not passed")}</dt>
              <dd>
                <ul className="grid gap-0.5">
                  {covered.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </dd>
            </>
          )}
          {then && (
            <>
              <dt className="text-muted">{say("Then")}</dt>
              <dd>{then}</dd>
            </>
          )}
        </dl>
        <label className="block">
          <span className="mb-1 block font-[550]">{say("Your reason")}</span>
          <textarea
            className={fieldClass}
            rows={4}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={10_000}
          />
          <span className="text-[13px] text-muted">
            {say(
              view.practice
                ? "At least 20 characters wherever something is not a plain pass. It stands in no record."
                : "At least 20 characters wherever something is not a plain pass. It stands in the record.",
            )}
          </span>
        </label>
        <Reauthentication of="signature" />
        <ProblemNote problem={problem} />
        <div className="flex flex-wrap justify-end gap-2">
          <button type="button" className={buttonClass()} onClick={onClose}>
            {say("Cancel")}
          </button>
          <button type="submit" aria-disabled={busy} className={buttonClass(act === "reject" ? "danger" : "primary")}>
            {say(busy ? "Signing…" : buttons[act])}
          </button>
        </div>
      </form>
    </dialog>
  );
}
