"use client";

import { buttonClass } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { msg } from "@countersign/words";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useSyncExternalStore } from "react";

const lists: { where: string; keys: [string, string][] }[] = [
  {
    where: msg("Everywhere"),
    keys: [
      ["Ctrl K", msg("search, go to, or act: suspend credit-pd, draft staging")],
      ["/", msg("the same")],
      ["g i", msg("go to the inbox")],
      ["g m", msg("go to the models")],
      ["g a", msg("go to the audit trail")],
      ["g p", msg("go to the policies")],
      ["?", msg("this list")],
    ],
  },
  {
    where: msg("Inbox"),
    keys: [
      ["j", msg("the next entry")],
      ["k", msg("the entry before")],
      ["Enter", msg("open the selected entry")],
      ["p", msg("hide or show what is selected")],
      ["h", msg("put it off")],
      ["d", msg("who signs it: ask, take, hand over")],
    ],
  },
  {
    where: msg("Review"),
    keys: [
      ["a", msg("recommend, or approve")],
      ["c", msg("approve with conditions")],
      ["r", msg("request changes")],
      ["x", msg("reject")],
      ["e", msg("take the approval certificate along")],
      ["n", msg("back to the inbox, to what waits next")],
    ],
  },
];

const stored = "countersign-keys";
const changed = new EventTarget();
const listen = (heard: () => void): (() => void) => {
  changed.addEventListener("change", heard);
  return () => changed.removeEventListener("change", heard);
};
const areOn = (): boolean => localStorage.getItem(stored) !== "off";

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Whether a single key is one of the page's: none is while something is typed, a dialog is open, or they are switched off. */
const isOurs = (event: KeyboardEvent): boolean =>
  !(event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) &&
  areOn() &&
  !isTyping(event.target) &&
  !document.querySelector("dialog[open]");

/**
 * Single keys of a page: what each does. None while something is typed or a dialog is open, and none in a browser where
 * they are switched off, as somebody who speaks to the computer needs (WCAG 2.1.4). Enter on a link or button stays theirs.
 */
export function useKeys(keys: Record<string, () => void>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const act = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
      if (!act || !isOurs(event)) return;
      if (event.key === "Enter" && event.target !== document.body) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  });
}

const places: Record<string, string> = { i: "/inbox", m: "/models", a: "/audit", p: "/policies" };
/** So long after `g` a letter still belongs to it. */
const patienceMs = 1500;

/** `g`, then a letter: goes to a page. The letter is nobody else's then. */
function useGo(): void {
  const router = useRouter();
  useEffect(() => {
    let until = 0;
    const press = (event: KeyboardEvent): void => {
      const going = event.timeStamp < until;
      until = 0;
      if (!isOurs(event)) return;
      if (going && Object.hasOwn(places, event.key)) {
        event.preventDefault();
        event.stopImmediatePropagation();
        router.push(places[event.key] ?? "");
      } else if (event.key === "g") until = event.timeStamp + patienceMs;
    };
    window.addEventListener("keydown", press, { capture: true });
    return () => window.removeEventListener("keydown", press, { capture: true });
  }, [router]);
}

const dialogId = "key-list";
export const showKeys = (): void => {
  const dialog = document.getElementById(dialogId);
  if (dialog instanceof HTMLDialogElement) dialog.showModal();
};

/** Opens the list, for whoever does not know its key. */
export function KeysButton() {
  const say = useSay();
  return (
    <button type="button" className={buttonClass()} onClick={showKeys}>
      {say("All keys, and how to switch them off")}
    </button>
  );
}

/** The list of all keys, and the switch that turns them off. */
export function Keys() {
  const say = useSay();
  const on = useSyncExternalStore(listen, areOn, () => true);
  useKeys({ "?": showKeys });
  useGo();
  return (
    <dialog
      id={dialogId}
      aria-labelledby="key-list-title"
      className="m-auto w-[min(420px,calc(100vw-32px))] border border-hair bg-surface p-5 text-ink shadow-xl"
    >
      <h2 id="key-list-title" className="font-serif text-[18px] font-[600]">
        {say("Keys")}
      </h2>
      {lists.map(({ where, keys }) => (
        <section key={where} aria-label={say(where)}>
          <h3 className="mt-3 border-b border-rule pb-0.5 font-[650]">{say(where)}</h3>
          <dl>
            {keys.map(([key, says]) => (
              <div key={key} className="grid grid-cols-[76px_1fr] border-b border-hair py-1">
                <dt>
                  <kbd className="key">{key}</kbd>
                </dt>
                <dd>{say(says)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <label className="mt-3 flex min-h-9 cursor-pointer items-center gap-2">
        <input
          type="checkbox"
          className="size-[18px] accent-(--accent)"
          checked={on}
          onChange={(event) => {
            localStorage.setItem(stored, event.currentTarget.checked ? "on" : "off");
            changed.dispatchEvent(new Event("change"));
          }}
        />
        {say("These keys are on in this browser")}
      </label>
      <p className="mt-2">
        <Link className="link" href="/help" onClick={(event) => event.currentTarget.closest("dialog")?.close()}>
          {say("What the words mean, and who does what")}
        </Link>
      </p>
      <form method="dialog" className="mt-3">
        <button type="submit" className={buttonClass()}>
          {say("Close")}
        </button>
      </form>
    </dialog>
  );
}
