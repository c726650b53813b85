"use client";

import { buttonClass } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { useEffect, useRef, useState } from "react";

/** An act that nothing undoes: the first press says what follows, the second carries it out. `of`: what it is done to, for whoever does not see it. */
export function TwoSteps({
  word,
  of,
  says,
  busy,
  onDo,
}: {
  word: string;
  of: string;
  says: string;
  busy: boolean;
  onDo: () => void;
}) {
  const say = useSay();
  const [asking, setAsking] = useState<boolean | null>(null);
  const [open, keep] = [useRef<HTMLButtonElement>(null), useRef<HTMLButtonElement>(null)];
  // The focus goes with the question, and back. Not before the first press.
  useEffect(() => {
    if (asking !== null) (asking ? keep : open).current?.focus();
  }, [asking, keep, open]);
  if (!asking)
    return (
      <button ref={open} type="button" className={buttonClass()} onClick={() => setAsking(true)}>
        {word}…<span className="sr-only"> {of}</span>
      </button>
    );
  return (
    <span className="flex flex-wrap items-center gap-3">
      <span className="max-w-[56ch]">{says}</span>
      <button type="button" aria-disabled={busy} className={buttonClass("primary")} onClick={onDo}>
        {word}
        <span className="sr-only"> {of}</span>
      </button>
      <button ref={keep} type="button" className={buttonClass()} onClick={() => setAsking(false)}>
        {say("Keep")}
      </button>
    </span>
  );
}
