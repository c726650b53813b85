"use client";

import { buttonClass } from "@countersign/ui";
import { useEffect, useSyncExternalStore } from "react";

const keys: [string[], string][] = [
  [["j"], "the next entry"],
  [["k"], "the entry before"],
  [["Enter"], "open the selected entry"],
  [["p"], "hide or show what is selected"],
  [["n"], "on a review: back to the inbox"],
  [["?"], "this list"],
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

/** The keys of the inbox and their list. They can be switched off, as somebody who speaks to the computer needs (WCAG 2.1.4). */
export function InboxKeys({
  dialog,
  move,
  open,
  togglePeek,
}: {
  dialog: React.RefObject<HTMLDialogElement | null>;
  move(by: 1 | -1): void;
  open(): void;
  togglePeek(): void;
}) {
  const on = useSyncExternalStore(listen, areOn, () => true);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (!on || isTyping(event.target) || dialog.current?.open) return;
      if (event.key === "j") move(1);
      else if (event.key === "k") move(-1);
      else if (event.key === "p") togglePeek();
      else if (event.key === "?") dialog.current?.showModal();
      // On a link or a button, Enter is theirs.
      else if (event.key === "Enter" && event.target === document.body) open();
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  });
  return (
    <dialog
      ref={dialog}
      aria-labelledby="keys-title"
      className="m-auto w-[min(420px,calc(100vw-32px))] border border-hair bg-surface p-5 text-ink shadow-xl"
    >
      <h2 id="keys-title" className="border-b border-rule pb-1 font-serif text-[18px] font-[600]">
        Keys of the inbox
      </h2>
      <dl className="mt-2">
        {keys.map(([names, says]) => (
          <div key={says} className="grid grid-cols-[76px_1fr] border-b border-hair py-1.5">
            <dt>
              {names.map((name) => (
                <kbd key={name} className="key">
                  {name}
                </kbd>
              ))}
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
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
        These keys are on in this browser
      </label>
      <form method="dialog" className="mt-3">
        <button type="submit" className={buttonClass()}>
          Close
        </button>
      </form>
    </dialog>
  );
}
