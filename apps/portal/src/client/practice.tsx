"use client";

import { buttonClass } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import { client } from "./api.ts";
import { DoneLine } from "./entry-acts.tsx";
import { ProblemNote } from "./problem.tsx";
import { useAct } from "./use-act.ts";

/** The offer above an inbox. Once put away it is not made again, and can be taken back while this page stands. */
export function PracticeOffer({ offered }: { offered: boolean }) {
  const say = useSay();
  const { run, busy, problem } = useAct();
  const [putAway, setPutAway] = useState(false);
  const skip = async (skips: boolean): Promise<void> => void (await client.practice.skip.mutate({ skip: skips }));
  if (putAway && !offered)
    return (
      <DoneLine
        says={say("Practice is put away. It stays under Help.")}
        undo={() => skip(false)}
        onDismiss={() => setPutAway(false)}
      />
    );
  if (!offered) return null;
  return (
    <section
      aria-labelledby="practice-offer"
      className="mt-5 flex flex-wrap items-center gap-x-4 gap-y-2 border border-t-[3px] border-hair border-t-accent px-4 py-3"
    >
      <h2 id="practice-offer" className="min-w-0 grow basis-80 font-serif text-[18px] font-[600]">
        {say("Practice first: about three minutes, nothing of it is recorded")}
      </h2>
      <span className="flex flex-wrap gap-2">
        <Link className={buttonClass("primary")} href="/practice">
          {say("Practise a decision")}
        </Link>
        <button
          type="button"
          aria-disabled={busy}
          className={buttonClass()}
          onClick={() => void run(() => skip(true)).then((done) => setPutAway(done))}
        >
          {say("Skip for good")}
        </button>
      </span>
      <ProblemNote problem={problem} />
    </section>
  );
}

/** Begins anew: the marks, conditions and the decision of this one are gone. */
export function PractiseAgain() {
  const say = useSay();
  const { run, busy, problem } = useAct();
  return (
    <>
      <button
        type="button"
        aria-disabled={busy}
        className={buttonClass()}
        onClick={() => void run(() => client.practice.again.mutate({}))}
      >
        {say("Practise again")}
      </button>
      <ProblemNote problem={problem} />
    </>
  );
}

/** A heading that has just come takes the focus, so that what it says is read first wherever the reader was. */
export function Arrived({ id, className, children }: { id: string; className: string; children: React.ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: "center" });
  }, []);
  return (
    <h2 id={id} ref={heading} tabIndex={-1} className={className}>
      {children}
    </h2>
  );
}
