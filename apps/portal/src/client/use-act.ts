"use client";

import { useSay } from "@countersign/ui/say";
import { useRouter } from "next/navigation";
import { useState, useSyncExternalStore } from "react";
import { type Problem, problemOf } from "./api.ts";

/** Runs an act, shows it is running, keeps its problem, and reads the page again after it. */
export function useAct() {
  const say = useSay();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const run = async (act: () => Promise<unknown>): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    setProblem(null);
    try {
      await act();
      router.refresh();
      return true;
    } catch (error) {
      setProblem(problemOf(error, say));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { run, busy, problem, clear: () => setProblem(null) };
}

const drafts = new EventTarget();
const listen = (heard: () => void): (() => void) => {
  drafts.addEventListener("change", heard);
  return () => drafts.removeEventListener("change", heard);
};

/**
 * Text that survives a reload and an ended session, in this window only. The third part is told what was sent and
 * clears only that: what somebody wrote while it was on the way stays.
 */
export function useDraft(key: string): [string, (text: string) => void, (sent: string) => void] {
  const stored = (): string => window.sessionStorage.getItem(key) ?? "";
  const text = useSyncExternalStore(listen, stored, () => "");
  const set = (next: string): void => {
    if (next) window.sessionStorage.setItem(key, next);
    else window.sessionStorage.removeItem(key);
    drafts.dispatchEvent(new Event("change"));
  };
  return [text, set, (sent) => stored() === sent && set("")];
}
