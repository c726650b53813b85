"use client";

import type { SearchResult } from "@countersign/domain";
import { Icon, type IconName } from "@countersign/ui";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useId, useRef, useState } from "react";
import { client, type Problem, problemOf } from "./api.ts";
import type { Place } from "./palette.tsx";

const icons: Record<SearchResult["kind"], IconName> = {
  model: "models",
  version: "file",
  review: "inbox",
  policy: "policy",
  person: "people",
  entry: "trail",
};
/** Long enough that a word is typed, short enough that nobody waits. */
const pauseMs = 90;

interface Choice {
  href: string;
  title: string;
  note: string;
  icon: IconName;
}

/** What was found for the words that were asked for last; an answer that comes late is left out. */
function useSearch(q: string): { found: SearchResult[]; asked: string; problem: Problem | null } {
  const [state, setState] = useState<{ found: SearchResult[]; asked: string; problem: Problem | null }>({
    found: [],
    asked: "",
    problem: null,
  });
  useEffect(() => {
    const text = q.trim();
    let current = true;
    const timer = setTimeout(
      () => {
        const answer = text === "" ? Promise.resolve({ results: [] }) : client.search.query({ q: text });
        answer.then(
          ({ results }) => current && setState({ found: results, asked: text, problem: null }),
          (error: unknown) => current && setState({ found: [], asked: text, problem: problemOf(error) }),
        );
      },
      text === "" ? 0 : pauseMs,
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [q]);
  return state;
}

export function PaletteDialog({ places, onClose }: { places: Place[]; onClose(): void }) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useId();
  const [q, setQ] = useState("");
  const [at, setAt] = useState(0);
  const { found, asked, problem } = useSearch(q);
  const closed = useEffectEvent(onClose);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    const close = (): void => closed();
    const press = (event: MouseEvent): void => {
      if (event.target === shown) shown?.close();
    };
    shown?.addEventListener("close", close);
    shown?.addEventListener("click", press);
    return () => {
      shown?.removeEventListener("close", close);
      shown?.removeEventListener("click", press);
    };
  }, []);
  const text = q.trim().toLowerCase();
  const choices: Choice[] = [
    ...places
      .filter(({ word }) => text === "" || word.toLowerCase().includes(text))
      .map(({ href, word }) => ({ href, title: word, note: "page", icon: "arrow" as const })),
    ...found.map(({ kind, ...result }) => ({ ...result, icon: icons[kind] })),
  ];
  const chosen = Math.min(at, choices.length - 1);
  const go = (choice: Choice | undefined): void => {
    if (!choice) return;
    dialog.current?.close();
    router.push(choice.href);
  };
  const press = (event: React.KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && choices.length > 0) {
      event.preventDefault();
      setAt((chosen + step + choices.length) % choices.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      // What is on the list belongs to other words while the answer is on its way.
      if (asked === q.trim() || choices[chosen]?.note === "page") go(choices[chosen]);
    }
  };
  const done = asked.toLowerCase() === text;
  return (
    <dialog
      ref={dialog}
      aria-label="Search, or go to"
      className="mx-auto mt-[10vh] mb-auto w-[min(640px,calc(100vw-24px))] border border-hair bg-surface p-0 text-ink shadow-xl"
    >
      <div className="flex items-center gap-2.5 border-b border-rule px-4">
        <Icon name="search" className="size-[18px] text-muted" />
        <input
          autoFocus
          type="text"
          role="combobox"
          aria-expanded={choices.length > 0}
          aria-controls={list}
          aria-activedescendant={choices.length > 0 ? `${list}-${chosen}` : undefined}
          aria-autocomplete="list"
          aria-label="A model, credit-pd/2, a policy, a person, #605, an id or a digest"
          placeholder="Model, credit-pd/2, policy, person, #605, digest"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={q}
          onChange={(event) => {
            setQ(event.currentTarget.value);
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
        aria-label="Found"
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
            onClick={() => dialog.current?.close()}
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
        {problem
          ? `${problem.title}. ${problem.action}`
          : !done
            ? "Searching …"
            : choices.length === 0
              ? `Nothing is named “${q.trim()}”. A version is found as credit-pd/2, an entry as #605.`
              : `${choices.length} found. Arrow keys choose, Enter opens.`}
      </p>
    </dialog>
  );
}
