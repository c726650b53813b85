"use client";

import { Icon } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import Link from "next/link";
import { createContext, use, useEffect, useRef, useState } from "react";
import { DoneLine, type EntryAct, EntryActs, type EntryFacts } from "./entry-acts.tsx";
import { Key, useKeys } from "./keymap.tsx";
import { showKeys } from "./keys.tsx";

interface Selected {
  id: string | null;
  select(id: string): void;
  peek: boolean;
  togglePeek(): void;
  act(id: string, first: EntryAct): void;
}

const nothing = (): void => {};
const Chosen = createContext<Selected>({
  id: null,
  select: nothing,
  peek: true,
  togglePeek: nothing,
  act: nothing,
});
const linkOf = (id: string): HTMLElement | null => document.getElementById(`entry-${id}`);

/** Which entry is selected: the focused one; where it has gone, the one that took its place. `entries`: all of the page, from above. */
export function InboxSelection({ entries, children }: { entries: EntryFacts[]; children: React.ReactNode }) {
  const [wanted, want] = useState({ id: "", at: 0 });
  const [peek, setPeek] = useState(true);
  const [acting, setActing] = useState<{ entry: EntryFacts; first: EntryAct } | null>(null);
  const [done, setDone] = useState<{ says: string; undo: (() => Promise<unknown>) | null } | null>(null);
  const ids = entries.map((entry) => entry.id);
  const id = ids.includes(wanted.id) ? wanted.id : (ids[Math.min(wanted.at, ids.length - 1)] ?? null);
  // Keys come between renders as well: what they move from is the newest selection.
  const now = useRef(id);
  useEffect(() => {
    now.current = id;
  }, [id]);
  const select = (next: string): void => want({ id: next, at: ids.indexOf(next) });
  const togglePeek = (): void => setPeek((shown) => !shown);
  const move = (by: 1 | -1): void => {
    const to = Math.min(ids.length - 1, Math.max(0, ids.indexOf(now.current ?? "") + by));
    linkOf(ids[to] ?? "")?.focus();
  };
  const act = (of: string | null, first: EntryAct): void => {
    const entry = entries.find((one) => one.id === of);
    if (!entry || !(first === "asked" ? entry.assignable : entry.open)) return;
    select(entry.id);
    setActing({ entry, first });
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    p: togglePeek,
    h: () => act(now.current, "snooze"),
    d: () => act(now.current, "asked"),
    Enter: () => linkOf(now.current ?? "")?.click(),
  });
  return (
    <Chosen value={{ id, select, peek, togglePeek, act }}>
      {children}
      {acting && (
        <EntryActs
          key={acting.entry.id + acting.first}
          {...acting}
          onDone={(says, undo) => setDone({ says, undo })}
          onClose={() => setActing(null)}
        />
      )}
      {done && <DoneLine {...done} onDismiss={() => setDone(null)} />}
    </Chosen>
  );
}

/** Opens what can be done with an entry. */
export function EntryMenu({ id, title, first }: { id: string; title: string; first: EntryAct }) {
  const chosen = use(Chosen);
  const say = useSay();
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-label={say("Put off or hand over: {title}", { title })}
      className="relative mt-1.5 grid h-8 w-full cursor-pointer place-items-center rounded text-muted hover:bg-sunken hover:text-ink max-sm:h-11"
      onClick={() => chosen.act(id, first)}
    >
      <Icon name="more" />
    </button>
  );
}

/** An entry's link: the whole row opens it, and focus selects it. What stands beside it goes to the next line where there is no room for both; a name longer than a line gives way first. */
export function EntryLink({ id, href, model, which }: { id: string; href: string; model: string; which: string }) {
  const chosen = use(Chosen);
  return (
    <Link
      id={`entry-${id}`}
      href={href}
      aria-current={chosen.id === id ? "true" : undefined}
      onFocus={() => chosen.select(id)}
      title={`${model}, ${which}`}
      className="scroll-mt-24 scroll-mb-24 font-[650] outline-none after:absolute after:inset-0 hover:underline @min-[800px]:flex @min-[800px]:max-w-full @min-[800px]:min-w-0"
    >
      <span className="@min-[800px]:truncate">{model},</span>{" "}
      <span className="inline-block max-w-full @min-[800px]:ml-1 @min-[800px]:max-w-[70%] @min-[800px]:shrink-0 @min-[800px]:overflow-hidden @min-[800px]:text-ellipsis @min-[800px]:whitespace-nowrap">
        {which}
      </span>
    </Link>
  );
}

/** The peek of the selected entry; each comes rendered from the server. */
export function InboxPeeks({ peeks }: { peeks: { id: string; peek: React.ReactNode }[] }) {
  const chosen = use(Chosen);
  const say = useSay();
  const shown = peeks.find(({ id }) => id === chosen.id);
  const button = (
    <button
      type="button"
      onClick={chosen.togglePeek}
      aria-expanded={chosen.peek}
      className="inline-flex min-h-6 cursor-pointer items-center gap-1.5 text-[13px] text-muted"
    >
      <span className="underline underline-offset-2">{say(chosen.peek ? "Hide" : "Show what is selected")}</span>
      <Key of="p" className="max-md:hidden" />
    </button>
  );
  if (!shown) return null;
  if (!chosen.peek) return button;
  return (
    <section
      aria-label={say("Selected")}
      className="border border-t-[3px] border-hair border-t-accent bg-surface px-4 pt-3 pb-4"
    >
      <p className="flex items-center justify-between gap-2 text-[13px] text-muted">
        <span>{say("Selected")}</span>
        {button}
      </p>
      {shown.peek}
    </section>
  );
}

/** Tells the keys, and opens their list where nobody knows the key for it yet. */
export function KeysHint() {
  const say = useSay();
  return (
    <p className="mt-5 text-[13px] text-muted max-md:hidden">
      <Key of="j" /> <Key of="k" /> {say("move")} · <kbd className="key">Enter</kbd> {say("open")} · <Key of="p" />{" "}
      {say("hide or show what is selected")} · <Key of="h" /> {say("put off")} · <Key of="d" /> {say("who signs")} ·{" "}
      <button type="button" className="min-h-6 cursor-pointer" onClick={showKeys}>
        <Key of="?" /> <span className="underline underline-offset-2">{say("all keys")}</span>
      </button>
    </p>
  );
}
