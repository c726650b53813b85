"use client";

import { buttonClass } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { msg } from "@countersign/words";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { isOurs, keepKeymap, switchKeys, useKeymap, useKeys, useKeysAreOn, usualOf } from "./keymap.tsx";

interface KeyLine {
  /** The usual key. */
  of: string;
  /** The letter after it. */
  letter?: string;
  says: string;
  /** No single character, so it need not be changed (WCAG 2.1.4). */
  fixed?: boolean;
}

const lists: { where: string; keys: KeyLine[] }[] = [
  {
    where: msg("Everywhere"),
    keys: [
      { of: "Ctrl K", says: msg("search, go to, or act: suspend credit-pd, draft staging"), fixed: true },
      { of: "/", says: msg("the same") },
      { of: "g", letter: "i", says: msg("go to the inbox") },
      { of: "g", letter: "m", says: msg("go to the models") },
      { of: "g", letter: "a", says: msg("go to the audit trail") },
      { of: "g", letter: "p", says: msg("go to the policies") },
      { of: "?", says: msg("this list") },
    ],
  },
  {
    where: msg("Inbox"),
    keys: [
      { of: "j", says: msg("the next entry") },
      { of: "k", says: msg("the entry before") },
      { of: "Enter", says: msg("open the selected entry"), fixed: true },
      { of: "p", says: msg("hide or show what is selected") },
      { of: "h", says: msg("put it off") },
      { of: "d", says: msg("who signs it: ask, take, hand over") },
    ],
  },
  {
    where: msg("Review"),
    keys: [
      { of: "a", says: msg("recommend, or approve") },
      { of: "c", says: msg("approve with conditions") },
      { of: "r", says: msg("request changes") },
      { of: "x", says: msg("reject") },
      { of: "e", says: msg("take the approval certificate along") },
      { of: "n", says: msg("to what waits next once you have signed, else to the inbox") },
    ],
  },
];
const changeable = lists.flatMap(({ keys }) => keys).filter(({ fixed }) => !fixed);

const places: Record<string, string> = { i: "/inbox", m: "/models", a: "/audit", p: "/policies" };
/** So long after `g` a letter still belongs to it. */
const patienceMs = 1500;
/** Until when that is; it outlives the page, whose frame may come anew between the two keys. */
let until = 0;

/** `g`, then a letter: goes to a page. The letter is nobody else's then. */
function useGo(): void {
  const router = useRouter();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const going = event.timeStamp < until;
      until = 0;
      if (!isOurs(event)) return;
      if (going && Object.hasOwn(places, event.key)) {
        event.preventDefault();
        event.stopImmediatePropagation();
        router.push(places[event.key] ?? "");
      } else if (usualOf(event.key) === "g") until = event.timeStamp + patienceMs;
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
      {say("All keys, and how to change them or switch them off")}
    </button>
  );
}

/** The list of all keys; each may be another one in this browser, or none, and all are switched off at once. */
export function Keys() {
  const say = useSay();
  const on = useKeysAreOn();
  const map = useKeymap();
  const [changing, setChanging] = useState(false);
  const [taken, setTaken] = useState<string | null>(null);
  useKeys({ "?": showKeys });
  useGo();
  const change = (of: string, key: string): void => {
    const other = changeable.find((line) => line.of !== of && key !== "" && (map[line.of] ?? line.of) === key);
    setTaken(other ? say("{key} is taken: {what}", { key, what: say(other.says) }) : null);
    if (!other) keepKeymap({ ...map, [of]: key.trim() });
  };
  return (
    <dialog
      id={dialogId}
      aria-labelledby="key-list-title"
      className="m-auto w-[min(440px,calc(100vw-32px))] border border-hair bg-surface p-5 text-ink shadow-xl"
    >
      <h2 id="key-list-title" className="font-serif text-[18px] font-[600]">
        {say("Keys")}
      </h2>
      {lists.map(({ where, keys }) => (
        <section key={where} aria-label={say(where)}>
          <h3 className="mt-3 border-b border-rule pb-0.5 font-[650]">{say(where)}</h3>
          <dl>
            {keys.map(({ of, letter, says, fixed }) => (
              <div
                key={of + (letter ?? "")}
                className="grid grid-cols-[84px_1fr] items-center border-b border-hair py-1"
              >
                <dt className="flex items-center gap-1.5">
                  {changing && !fixed && (letter === undefined || letter === "i") ? (
                    <input
                      aria-label={say("Key: {what}", { what: say(says) })}
                      className="h-8 w-9 rounded border border-control bg-surface text-center font-mono max-sm:size-11"
                      value={map[of] ?? of}
                      autoComplete="off"
                      onFocus={(event) => event.currentTarget.select()}
                      onChange={(event) => change(of, event.currentTarget.value.slice(-1))}
                    />
                  ) : (
                    <kbd className="key">{(map[of] ?? of) || say("none")}</kbd>
                  )}
                  {letter && <kbd className="key">{letter}</kbd>}
                </dt>
                <dd>{say(says)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <p role="status" className="mt-2 min-h-[1.45em] text-[14px] text-fail">
        {taken}
      </p>
      <label className="flex min-h-9 cursor-pointer items-center gap-2">
        <input
          type="checkbox"
          className="size-[18px] accent-(--accent)"
          checked={on}
          onChange={(event) => switchKeys(event.currentTarget.checked)}
        />
        {say("These keys are on in this browser")}
      </label>
      <p className="mt-2">
        <Link className="link" href="/help" onClick={(event) => event.currentTarget.closest("dialog")?.close()}>
          {say("What the words mean, and who does what")}
        </Link>
      </p>
      <form method="dialog" className="mt-3 flex flex-wrap gap-2">
        <button type="submit" className={buttonClass()}>
          {say("Close")}
        </button>
        <button type="button" aria-pressed={changing} className={buttonClass()} onClick={() => setChanging(!changing)}>
          {say("Change keys")}
        </button>
        {Object.keys(map).length > 0 && (
          <button type="button" className={buttonClass()} onClick={() => keepKeymap({})}>
            {say("Back to the usual keys")}
          </button>
        )}
      </form>
    </dialog>
  );
}
