"use client";

import { buttonClass } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { ProblemNote } from "./problem.tsx";
import { useAct } from "./use-act.ts";

/** Marks all updates as read, up to the newest that is shown. */
export function ReadUpdates({ newest }: { newest: string }) {
  const say = useSay();
  const { run, busy, problem } = useAct();
  return (
    <span>
      <button
        type="button"
        aria-disabled={busy}
        className={buttonClass()}
        onClick={() => void run(async () => (await import("./api.ts")).client.notices.read.mutate({ newest }))}
      >
        {say("Mark all as read")}
      </button>
      <ProblemNote problem={problem} />
    </span>
  );
}
