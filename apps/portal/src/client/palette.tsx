"use client";

import { Icon } from "@countersign/ui";
import { lazy, Suspense, useEffect, useState } from "react";
import { useKeys } from "./keys.tsx";

/** A page that the palette leads to without asking the server. */
export interface Place {
  href: string;
  word: string;
}

// Its code comes when it is first opened: most pages are read without it.
const Dialog = lazy(async () => ({ default: (await import("./palette-dialog.tsx")).PaletteDialog }));

/** Opens the search over everything: by pointer, by Ctrl or ⌘ and K, and by `/`. */
export function Palette({ places }: { places: Place[] }) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== "k")
        return;
      if (document.querySelector("dialog[open]")) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
  useKeys({ "/": () => setOpen(true) });
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen(true)}
        className="flex h-8 min-w-0 items-center gap-2 rounded-[3px] border border-control bg-surface px-2.5 text-[14px] text-muted hover:text-ink max-sm:size-11 max-sm:justify-center max-sm:border-0 max-sm:bg-transparent max-sm:px-0 sm:w-[min(420px,36vw)]"
      >
        <Icon name="search" className="size-4" />
        <span className="grow truncate text-left max-sm:sr-only">Search, or go to</span>
        <kbd className="key max-lg:hidden">Ctrl K</kbd>
      </button>
      {open && (
        <Suspense>
          <Dialog places={places} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
