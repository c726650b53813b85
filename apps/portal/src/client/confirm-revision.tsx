"use client";

import { buttonClass } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { client } from "./api.ts";
import { ProblemNote } from "./problem.tsx";
import { Reauthentication, takeProof } from "./reauthentication.tsx";
import { useAct } from "./use-act.ts";

/** The second person's confirmation of a policy revision, with the password as for any signature. */
export function ConfirmRevision({ revisionId, number }: { revisionId: string; number: number }) {
  const say = useSay();
  const { run, busy, problem } = useAct();
  return (
    <form
      className="mt-3 flex max-w-[480px] flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        const proof = takeProof(event.currentTarget);
        void run(() => client.policy.confirm.mutate({ revisionId, ...proof }));
      }}
    >
      <Reauthentication of="confirmation" />
      <button type="submit" aria-disabled={busy} className={buttonClass("primary")}>
        {busy ? say("Publishing…") : say("Publish revision {n}", { n: number })}
      </button>
      <ProblemNote problem={problem} />
    </form>
  );
}
