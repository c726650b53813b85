"use client";

import type { SearchResult } from "@countersign/domain";
import { Icon, type IconName } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import type { Say } from "@countersign/words";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useId, useRef, useState } from "react";
import { useKeys } from "./keymap.tsx";
import { type Asked, nothingAsked, useSearch } from "./use-search.ts";

/** A page that the palette leads to without asking the server. */
export interface Place {
  href: string;
  word: string;
}

interface Choice {
  href: string;
  title: string;
  note: string;
  icon: IconName;
  /** Needs no answer of the server. */
  here?: boolean;
}

const icons: Record<SearchResult["kind"], IconName> = {
  model: "models",
  version: "file",
  review: "inbox",
  policy: "policy",
  person: "people",
  entry: "trail",
};

/** What is being typed, while the palette is open. It outlives the page: one that was on its way when the palette was opened brings a frame of its own. */
let typed: string | null = null;

/** Searches everything, and goes there: opened by pointer, by Ctrl or ⌘ and K, and by `/`. */
export function Palette({ places }: { places: Place[] }) {
  const say = useSay();
  const router = useRouter();
  // It stands in the page closed, so that the first letter typed after the key is already its own.
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useId();
  const [q, setQ] = useState(typed ?? "");
  const [at, setAt] = useState(0);
  const search = useSearch(q);
  const open = (): void => {
    if (document.querySelector("dialog[open]")) return;
    typed ??= "";
    dialog.current?.showModal();
  };
  useKeys({ "/": open });
  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== "k")
        return;
      event.preventDefault();
      open();
    };
    const shown = dialog.current;
    if (typed !== null) shown?.showModal();
    const press = (event: MouseEvent): void => {
      if (event.target === shown) shown?.close();
    };
    window.addEventListener("keydown", key);
    shown?.addEventListener("click", press);
    return () => {
      window.removeEventListener("keydown", key);
      shown?.removeEventListener("click", press);
    };
  }, []);
  const choices = choicesOf(say, places, q, search.found);
  const chosen = Math.min(at, choices.length - 1);
  const press = (event: React.KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && choices.length > 0) {
      event.preventDefault();
      setAt((chosen + step + choices.length) % choices.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      const choice = choices[chosen];
      // What was found belongs to other words while the answer is on its way.
      if (!choice || (!choice.here && search.asked !== q.trim())) return;
      dialog.current?.close();
      if (!openHere(choice)) router.push(choice.href);
    }
  };
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={open}
        className="flex h-8 min-w-0 items-center gap-2 rounded-[3px] border border-control bg-surface px-2.5 text-[14px] text-muted hover:text-ink max-sm:size-11 max-sm:justify-center max-sm:border-0 max-sm:bg-transparent max-sm:px-0 sm:w-[min(420px,36vw)]"
      >
        <Icon name="search" className="size-4" />
        <span className="grow truncate text-left max-sm:sr-only">{say("Search, or go to")}</span>
        <kbd className="key max-lg:hidden">Ctrl K</kbd>
      </button>
      <dialog
        ref={dialog}
        aria-label={say("Search, or go to")}
        onClose={() => {
          typed = null;
          setQ("");
          setAt(0);
        }}
        className="mx-auto mt-[10vh] mb-auto w-[min(640px,calc(100vw-24px))] border border-hair bg-surface p-0 text-ink shadow-xl"
      >
        <div className="flex items-center gap-2.5 border-b border-rule px-4 focus-within:border-accent">
          <Icon name="search" className="size-[18px] text-muted" />
          <input
            autoFocus
            type="text"
            role="combobox"
            aria-expanded={choices.length > 0}
            aria-controls={list}
            aria-activedescendant={choices.length > 0 ? `${list}-${chosen}` : undefined}
            aria-autocomplete="list"
            aria-label={say("A model, credit-pd/2, a policy, a person, #605, an id or a digest")}
            placeholder={say("Model, credit-pd/2, policy, person, #605, digest")}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            value={q}
            onChange={(event) => {
              typed = event.currentTarget.value;
              setQ(typed);
              setAt(0);
            }}
            onKeyDown={press}
            className="h-12 min-w-0 grow bg-transparent text-[16px] outline-none placeholder:text-muted"
          />
          <kbd className="key max-sm:hidden">Esc</kbd>
        </div>
        <div
          id={list}
          role="listbox"
          aria-label={say("Found")}
          className="max-h-[min(420px,60vh)] overflow-y-auto py-1 empty:hidden"
        >
          {choices.map((choice, i) => (
            <Link
              key={`${choice.href} ${choice.title}`}
              id={`${list}-${i}`}
              role="option"
              aria-selected={i === chosen}
              href={choice.href}
              // Reading an entry of the trail is an event: nothing is fetched before it is chosen.
              prefetch={false}
              tabIndex={-1}
              ref={i === chosen ? (row) => row?.scrollIntoView({ block: "nearest" }) : undefined}
              onClick={(event) => {
                dialog.current?.close();
                if (openHere(choice)) event.preventDefault();
              }}
              onMouseMove={() => i !== chosen && setAt(i)}
              className="flex min-h-11 items-center gap-3 px-4 py-1 aria-selected:bg-accent-tint aria-selected:shadow-[inset_3px_0_0_var(--accent)]"
            >
              <Icon name={choice.icon} className="size-[18px] text-muted" />
              <span className="min-w-0 grow truncate font-[550]">{choice.title}</span>
              <span className="max-w-[45%] min-w-0 shrink truncate text-[13px] text-muted">{choice.note}</span>
            </Link>
          ))}
        </div>
        <p role="status" className="border-t border-hair px-4 py-2 text-[13px] text-muted">
          {says(say, search, q.trim(), choices.length)}
        </p>
      </dialog>
    </>
  );
}

/** Opens what stands in this very page; false: the choice leads to another. */
function openHere({ href }: Choice): boolean {
  if (!href.startsWith("#")) return false;
  document.getElementById(href.slice(1))?.showPopover();
  return true;
}

function choicesOf(say: Say, places: Place[], q: string, found: SearchResult[]): Choice[] {
  const text = q.trim().toLowerCase();
  return [
    ...places
      .filter(({ word }) => text === "" || word.toLowerCase().includes(text))
      .map(({ href, word }): Choice => ({ href, title: word, note: say("page"), icon: "arrow", here: true })),
    ...found.map(({ kind, ...result }): Choice => ({ ...result, icon: icons[kind] })),
  ];
}

function says(say: Say, { problem, asked }: Asked, text: string, count: number): string {
  if (problem) return `${problem.title}. ${problem.action}`;
  if (asked !== text) return say("Searching …");
  if (text === nothingAsked.asked) return say("Arrow keys choose, Enter opens.");
  if (count === 0)
    return say("Nothing is named “{text}”. A version is found as credit-pd/2, an entry as #605.", { text });
  return say("{n} found. Arrow keys choose, Enter opens.", { n: count });
}
