"use client";

import { Brand, buttonClass } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";

export default function Broken({ reset }: { error: Error; reset: () => void }) {
  const say = useSay();
  return (
    <main className="mx-auto max-w-xl px-5 py-20">
      <Brand />
      <h1 className="mt-10 font-serif text-[27px] font-[600]">{say("This page could not be made")}</h1>
      <p className="mt-2 mb-4">{say("Nothing was changed. The database may be away for a moment.")}</p>
      <button type="button" className={buttonClass("primary")} onClick={reset}>
        {say("Try again")}
      </button>
    </main>
  );
}
