"use client";

import { buttonClass } from "@countersign/ui";

export default function Broken({ reset }: { error: Error; reset: () => void }) {
  return (
    <main className="mx-auto max-w-xl px-5 py-20">
      <h1 className="font-serif text-[27px] font-[600]">This page could not be made</h1>
      <p className="mt-2 mb-4">Nothing was changed. The database may be away for a moment.</p>
      <button type="button" className={buttonClass("primary")} onClick={reset}>
        Try again
      </button>
    </main>
  );
}
