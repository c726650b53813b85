"use client";

import Link from "next/link";
import { createContext, use, useEffect, useRef, useState } from "react";
import { showKeys, useKeys } from "./keys.tsx";

interface Selected {
  id: string | null;
  select(id: string): void;
  peek: boolean;
  togglePeek(): void;
}

const nothing = (): void => {};
const Chosen = createContext<Selected>({ id: null, select: nothing, peek: true, togglePeek: nothing });
const linkOf = (id: string): HTMLElement | null => document.getElementById(`entry-${id}`);

/** Which entry is selected: the focused one, else the first. `ids`: every entry of the page, from above. */
export function InboxSelection({ ids, children }: { ids: string[]; children: React.ReactNode }) {
  const [wanted, select] = useState<string | null>(null);
  const [peek, setPeek] = useState(true);
  const id = wanted !== null && ids.includes(wanted) ? wanted : (ids[0] ?? null);
  // Keys come between renders as well: what they move from is the newest selection.
  const now = useRef(id);
  useEffect(() => {
    now.current = id;
  }, [id]);
  const togglePeek = (): void => setPeek((shown) => !shown);
  const move = (by: 1 | -1): void => {
    const to = Math.min(ids.length - 1, Math.max(0, ids.indexOf(now.current ?? "") + by));
    linkOf(ids[to] ?? "")?.focus();
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    p: togglePeek,
    Enter: () => linkOf(now.current ?? "")?.click(),
  });
  return <Chosen value={{ id, select, peek, togglePeek }}>{children}</Chosen>;
}

/** An entry's link: the whole row opens it, and focus selects it. */
export function EntryLink({ id, href, children }: { id: string; href: string; children: React.ReactNode }) {
  const chosen = use(Chosen);
  return (
    <Link
      id={`entry-${id}`}
      href={href}
      aria-current={chosen.id === id ? "true" : undefined}
      onFocus={() => chosen.select(id)}
      className="scroll-mt-24 scroll-mb-24 font-[650] outline-none after:absolute after:inset-0 hover:underline"
    >
      {children}
    </Link>
  );
}

/** The peek of the selected entry; each comes rendered from the server. */
export function InboxPeeks({ peeks }: { peeks: { id: string; peek: React.ReactNode }[] }) {
  const chosen = use(Chosen);
  const shown = peeks.find(({ id }) => id === chosen.id);
  const button = (
    <button
      type="button"
      onClick={chosen.togglePeek}
      aria-expanded={chosen.peek}
      className="inline-flex min-h-6 cursor-pointer items-center gap-1.5 text-[13px] text-muted"
    >
      <span className="underline underline-offset-2">{chosen.peek ? "Hide" : "Show what is selected"}</span>
      <kbd className="key max-md:hidden">p</kbd>
    </button>
  );
  if (!shown) return null;
  if (!chosen.peek) return button;
  return (
    <section
      aria-label="Selected"
      className="border border-t-[3px] border-hair border-t-accent bg-surface px-4 pt-3 pb-4"
    >
      <p className="flex items-center justify-between gap-2 text-[13px] text-muted">
        <span>Selected</span>
        {button}
      </p>
      {shown.peek}
    </section>
  );
}

/** Tells the keys, and opens their list where nobody knows the key for it yet. */
export function KeysHint() {
  return (
    <p className="mt-5 text-[13px] text-muted max-md:hidden">
      <kbd className="key">j</kbd> <kbd className="key">k</kbd> move · <kbd className="key">Enter</kbd> open ·{" "}
      <kbd className="key">p</kbd> hide or show what is selected ·{" "}
      <button type="button" className="min-h-6 cursor-pointer" onClick={showKeys}>
        <kbd className="key">?</kbd> <span className="underline underline-offset-2">all keys</span>
      </button>
    </p>
  );
}
