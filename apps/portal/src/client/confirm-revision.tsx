"use client";

import { buttonClass, fieldClass } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { client } from "./api.ts";
import { ProblemNote } from "./problem.tsx";
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
        const password = String(new FormData(event.currentTarget).get("password"));
        void run(() => client.policy.confirm.mutate({ revisionId, password }));
      }}
    >
      <label className="block grow">
        <span className="mb-1 block font-[550]">{say("Your password, for this confirmation")}</span>
        <input className={fieldClass} name="password" type="password" autoComplete="current-password" required />
      </label>
      <button type="submit" aria-disabled={busy} className={buttonClass("primary")}>
        {busy ? say("Publishing…") : say("Publish revision {n}", { n: number })}
      </button>
      <ProblemNote problem={problem} />
    </form>
  );
}
