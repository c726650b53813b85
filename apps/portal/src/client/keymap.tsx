"use client";

import { useEffect, useSyncExternalStore } from "react";

const switchStored = "countersign-keys";
const mapStored = "countersign-keymap";
const changed = new EventTarget();
const listen = (heard: () => void): (() => void) => {
  changed.addEventListener("change", heard);
  return () => changed.removeEventListener("change", heard);
};

/** Which key stands for a usual one in this browser; an empty one means that there is none. */
export type Keymap = Record<string, string>;

/** Whoever broke what is stored has the usual keys. */
function parse(text: string): Keymap {
  try {
    const read: unknown = JSON.parse(text || "{}");
    return Object.fromEntries(
      Object.entries(read ?? {}).filter(([, key]) => typeof key === "string" && key.length <= 1),
    ) as Keymap;
  } catch {
    return {};
  }
}

const storedMap = (): string => localStorage.getItem(mapStored) ?? "";
const areOn = (): boolean => localStorage.getItem(switchStored) !== "off";

export const useKeymap = (): Keymap => parse(useSyncExternalStore(listen, storedMap, () => ""));
export const useKeysAreOn = (): boolean => useSyncExternalStore(listen, areOn, () => true);

export function keepKeymap(map: Keymap): void {
  const own = Object.entries(map).filter(([usual, key]) => usual !== key);
  if (own.length > 0) localStorage.setItem(mapStored, JSON.stringify(Object.fromEntries(own)));
  else localStorage.removeItem(mapStored);
  changed.dispatchEvent(new Event("change"));
}

export function switchKeys(on: boolean): void {
  localStorage.setItem(switchStored, on ? "on" : "off");
  changed.dispatchEvent(new Event("change"));
}

/** The key that stands for a usual one; undefined where there is none. */
export function useKey(usual: string): string | undefined {
  const key = useKeymap()[usual] ?? usual;
  return useKeysAreOn() && key !== "" ? key : undefined;
}

/** A key as it is in this browser; nothing where there is none. `button`: on one, whose `aria-keyshortcuts` says it. */
export function Key({ of, button = false, className = "" }: { of: string; button?: boolean; className?: string }) {
  const key = useKey(of);
  return key === undefined ? null : (
    <kbd aria-hidden={button || undefined} className={`${button ? "button-key" : "key"} ${className}`}>
      {key}
    </kbd>
  );
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/**
 * Whether a single key is one of the page's: none is while something is typed, a dialog is open, or they are switched off
 * in this browser, as somebody who speaks to the computer needs (WCAG 2.1.4).
 */
export const isOurs = (event: KeyboardEvent): boolean =>
  !(event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) &&
  areOn() &&
  !isTyping(event.target) &&
  !document.querySelector("dialog[open]");

/** The usual key that a key stands for in this browser. */
export function usualOf(key: string): string | undefined {
  const map = parse(storedMap());
  const usual = Object.keys(map).find((one) => map[one] === key);
  return usual ?? (Object.hasOwn(map, key) ? undefined : key);
}

/** Single keys of a page, by their usual names: what each does. Enter on a link or button stays theirs. */
export function useKeys(keys: Record<string, () => void>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const usual = isOurs(event) ? usualOf(event.key) : undefined;
      const act = usual !== undefined && Object.hasOwn(keys, usual) ? keys[usual] : undefined;
      if (!act) return;
      if (usual === "Enter" && event.target !== document.body) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  });
}
