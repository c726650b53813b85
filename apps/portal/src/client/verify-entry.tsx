"use client";

import { buttonClass, Icon } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { useState } from "react";
import { fullSay } from "./full-say.ts";

type Outcome = { ok: true; size: number } | { ok: false; problem: string };

/** Recomputes here, from the entry's bytes, that it is in the log that this key signs. */
export function VerifyEntry({ leaf, proof, vkey }: { leaf: string; proof: string; vkey: string }) {
  const say = useSay();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const verify = async (): Promise<void> => {
    const { tell, verifyEntry } = await import("@countersign/verifier");
    const found = verifyEntry({ leaf, proof, vkey });
    setOutcome(found.ok ? found : { ok: false, problem: tell(await fullSay(say), found) });
  };
  return (
    <div className="mt-3 flex flex-wrap items-center gap-3">
      <button type="button" className={buttonClass()} onClick={() => void verify()}>
        {say("Verify in this browser")}
      </button>
      <span role="status">
        {outcome?.ok && (
          <span className="inline-flex items-center gap-1.5">
            <Icon name="check" className="size-4 text-ok" />{" "}
            {say("These bytes are in the signed tree of {n} entries.", { n: say.count(outcome.size) })}
          </span>
        )}
        {outcome && !outcome.ok && (
          <span className="inline-flex items-center gap-1.5 text-fail">
            <Icon name="cross" className="size-4" /> {say("Not verified: {problem}.", { problem: outcome.problem })}
          </span>
        )}
      </span>
    </div>
  );
}
