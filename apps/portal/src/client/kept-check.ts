"use client";

import type { Before, LogBreak } from "@countersign/verifier";
import { useSyncExternalStore } from "react";

/** What this browser keeps of its last verification: the next has to begin with the same entries, under the same key. */
export interface Kept {
  vkey: string;
  verified: (Before & { at: string; ms: number; read: number }) | null;
  /** Kept before languages were spoken: without its detail. */
  broken: (Omit<LogBreak, "detail"> & Partial<Pick<LogBreak, "detail">> & { foundAt: string }) | null;
}

const changed = new EventTarget();
const listen = (heard: () => void): (() => void) => {
  changed.addEventListener("change", heard);
  return () => changed.removeEventListener("change", heard);
};
const placeOf = (origin: string): string => `countersign-log:${origin}`;

/** The last verification of a log in this browser; null before the first, and on the server. */
export function useKept(origin: string): Kept | null {
  const text = useSyncExternalStore(
    listen,
    () => localStorage.getItem(placeOf(origin)),
    () => null,
  );
  return text === null ? null : (JSON.parse(text) as Kept);
}

export function keep(origin: string, next: Kept): void {
  localStorage.setItem(placeOf(origin), JSON.stringify(next));
  changed.dispatchEvent(new Event("change"));
}
