"use client";

import { Note } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { useState } from "react";
import { Drop } from "./drop.tsx";
import { type KeyChoice, KeyField } from "./key-choice.tsx";
import { Result, Unreadable, Working } from "./outcome.tsx";
import { Samples } from "./samples.tsx";
import { useVerifier } from "./use-verifier.ts";

/** Choose a key, drop a file, read the answer. The file is read and checked in this browser. `samples`: there are files to try it with. */
export function Verifier({ claim, samples }: { claim: string | null; samples: boolean }) {
  const [choice, setChoice] = useState<KeyChoice>({ from: claim === null ? "own" : "claim", own: "" });
  const [problem, setProblem] = useState("");
  const say = useSay();
  const { checking, check, reset } = useVerifier();
  const take = (file: File): void => {
    const vkey = choice.from === "claim" ? claim : choice.own.trim();
    if (vkey === null || vkey === "")
      return setProblem(say("Give the log’s key first: without one nothing can be believed."));
    setProblem("");
    void check(file, [vkey]);
  };
  return (
    <>
      <div hidden={checking.kind !== "empty"}>
        <Drop onFile={take} />
        {samples && <Samples onFile={take} onProblem={setProblem} />}
        <div aria-live="polite" className="mt-3">
          {problem && <Note tone="fail">{problem}</Note>}
        </div>
        <KeyField choice={choice} claim={claim} onChange={setChoice} />
      </div>
      {checking.kind === "working" && <Working {...checking} onStop={reset} />}
      {checking.kind === "unreadable" && <Unreadable {...checking} onAgain={reset} />}
      {checking.kind === "done" && <Result {...checking} claimed={choice.from === "claim"} onAgain={reset} />}
    </>
  );
}
