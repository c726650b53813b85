"use client";

import { Brand, buttonClass } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";

/** `digest`: the server prints it beside the fault in its log; a fault of the browser has none. */
export default function Broken({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const say = useSay();
  return (
    <main className="mx-auto max-w-xl px-5 py-20">
      <Brand />
      <h1 className="mt-10 font-serif text-[27px] font-[600]">{say("This page could not be made")}</h1>
      <p className="mt-2 mb-4">{say("Nothing was changed. The database may be away for a moment.")}</p>
      <button type="button" className={buttonClass("primary")} onClick={reset}>
        {say("Try again")}
      </button>
      {error.digest !== undefined && (
        <p className="mt-5 text-[14px] text-ink-2">
          {say.rich(
            "If it stays so, tell whoever runs this instance the reference <code>{reference}</code>: the portal’s log has it beside the fault.",
            {
              reference: error.digest,
              code: (inside) => <code className="font-mono text-ink select-all">{inside}</code>,
            },
          )}
        </p>
      )}
    </main>
  );
}
