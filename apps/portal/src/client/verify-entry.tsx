"use client";

import { buttonClass, Icon } from "@countersign/ui";
import { useState } from "react";

type Outcome = { ok: true; size: number } | { ok: false; problem: string };

/** Recomputes here, from the entry's bytes, that it is in the log that this key signs. */
export function VerifyEntry({ leaf, proof, vkey }: { leaf: string; proof: string; vkey: string }) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const verify = async (): Promise<void> => {
    const { verifyEntry } = await import("@countersign/verifier");
    setOutcome(verifyEntry({ leaf, proof, vkey }));
  };
  return (
    <div className="mt-3 flex flex-wrap items-center gap-3">
      <button type="button" className={buttonClass()} onClick={() => void verify()}>
        Verify in this browser
      </button>
      <span role="status">
        {outcome?.ok && (
          <span className="inline-flex items-center gap-1.5">
            <Icon name="check" className="size-4 text-ok" /> These bytes are in the signed tree of{" "}
            {outcome.size.toLocaleString("en")} entries.
          </span>
        )}
        {outcome && !outcome.ok && (
          <span className="inline-flex items-center gap-1.5 text-fail">
            <Icon name="cross" className="size-4" /> Not verified: {outcome.problem}.
          </span>
        )}
      </span>
    </div>
  );
}
