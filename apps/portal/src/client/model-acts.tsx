"use client";

import type { ModelView } from "@countersign/domain";
import { buttonClass, fieldClass } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { msg } from "@countersign/words";
import { useEffect, useRef } from "react";
import { client } from "./api.ts";
import { ProblemNote } from "./problem.tsx";
import { Reauthentication, takeProof } from "./reauthentication.tsx";
import { useAct, useDraft } from "./use-act.ts";

/** Takes a proposed model into the inventory, or refuses it with the reason. */
export function JudgeProposal({ modelId, may }: { modelId: string; may: ModelView["you"]["may"] }) {
  const say = useSay();
  const { run, busy, problem } = useAct();
  const [reason, setReason, reasonSent] = useDraft(`reject:${modelId}`);
  return (
    <div className="mt-3 border-t border-hair pt-3">
      <p className="text-ink-2">
        {say("It is proposed: no version of it can be submitted before it is in the inventory.")}
      </p>
      {may.accept && (
        <button
          type="button"
          aria-disabled={busy}
          className={`mt-2 w-full ${buttonClass("primary")}`}
          onClick={() => void run(() => client.inventory.accept.mutate({ modelId }))}
        >
          {say("Accept into the inventory")}
        </button>
      )}
      {may.reject && (
        <details className="mt-2">
          <summary className="link text-accent underline underline-offset-2">{say("Refuse the proposal")}</summary>
          <form
            className="mt-2 grid gap-2"
            onSubmit={(event) => {
              event.preventDefault();
              void run(() => client.inventory.reject.mutate({ modelId, reason })).then(
                (done) => done && reasonSent(reason),
              );
            }}
          >
            <label className="block">
              <span className="mb-1 block font-[550]">{say("Why it is not a model of the inventory")}</span>
              <textarea
                className={fieldClass}
                rows={3}
                minLength={10}
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
                required
              />
            </label>
            <button type="submit" aria-disabled={busy} className={buttonClass("danger")}>
              {say("Refuse the proposal")}
            </button>
          </form>
        </details>
      )}
      <ProblemNote problem={problem} />
    </div>
  );
}

const haltWords = {
  suspend: {
    word: msg("Suspend the model"),
    why: msg("Why it has to stop, 20 characters or more"),
    sign: msg("Suspend the model and sign"),
  },
  restore: {
    word: msg("Restore the model"),
    why: msg("Why it may run again, 20 characters or more"),
    sign: msg("Restore the model and sign"),
  },
};

/** Stops a model or lets it run again: with a reason and the password, as any signature. `follows`: what happens at once; `open`: the form stands open, to be written in. */
export function HaltModel({
  modelId,
  act,
  open = false,
  follows,
}: {
  modelId: string;
  act: "suspend" | "restore";
  open?: boolean;
  follows: string[];
}) {
  const say = useSay();
  const { run, busy, problem } = useAct();
  const [reason, setReason, reasonSent] = useDraft(`${act}:${modelId}`);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (open) field.current?.focus();
  }, [open]);
  const { word, why, sign } = haltWords[act];
  return (
    <details open={open} className="mt-3 border-t border-hair pt-3">
      <summary className="link text-accent underline underline-offset-2">{say(word)}</summary>
      <form
        className="mt-2 grid gap-2.5"
        onSubmit={(event) => {
          event.preventDefault();
          const given = { modelId, reason, ...takeProof(event.currentTarget) };
          void run(() =>
            act === "suspend" ? client.inventory.suspend.mutate(given) : client.inventory.restore.mutate(given),
          ).then((done) => done && reasonSent(reason));
        }}
      >
        <ul className="grid list-disc gap-1 pl-5 text-ink-2">
          {follows.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <label className="block">
          <span className="mb-1 block font-[550]">{say(why)}</span>
          <textarea
            className={fieldClass}
            rows={3}
            minLength={20}
            ref={field}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            required
          />
        </label>
        <Reauthentication of="signature" />
        <button type="submit" aria-disabled={busy} className={buttonClass(act === "suspend" ? "danger" : "primary")}>
          {say(busy ? "Signing…" : sign)}
        </button>
        <ProblemNote problem={problem} />
      </form>
    </details>
  );
}
