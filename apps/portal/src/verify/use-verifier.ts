"use client";

import type { Report, StepId } from "@countersign/verifier";
import { useCallback, useEffect, useRef, useState } from "react";
import { type Answer, type Ask, maxBytes } from "./messages.ts";

export type Checking =
  | { kind: "empty" }
  | { kind: "working"; name: string; step: StepId | null }
  | { kind: "done"; name: string; report: Report }
  | { kind: "unreadable"; name: string; why: string };

/** One check at a time, in a worker of its own that ends with it. */
export function useVerifier(): {
  checking: Checking;
  check(file: File, trust: string[]): Promise<void>;
  reset(): void;
} {
  const [checking, setChecking] = useState<Checking>({ kind: "empty" });
  const worker = useRef<Worker | null>(null);
  const stop = useCallback(() => {
    worker.current?.terminate();
    worker.current = null;
  }, []);
  useEffect(() => stop, [stop]);

  const reset = useCallback(() => {
    stop();
    setChecking({ kind: "empty" });
  }, [stop]);

  const check = useCallback(
    async (file: File, trust: string[]) => {
      stop();
      const { name } = file;
      const unreadable = (why: string): void => setChecking({ kind: "unreadable", name, why });
      if (file.size > maxBytes) return unreadable("The file is larger than any evidence bundle.");
      const running = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
      worker.current = running;
      setChecking({ kind: "working", name, step: null });
      running.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
        if (data.kind === "step") return setChecking({ kind: "working", name, step: data.step });
        stop();
        if (data.report.unreadable)
          unreadable("It is no evidence bundle: that is the .zip which the portal or the command line exports.");
        else setChecking({ kind: "done", name, report: data.report });
      });
      running.addEventListener("error", () => {
        stop();
        unreadable("The verifier stopped: this browser may be out of memory, or too old. Use the command line.");
      });
      const bytes = await file.arrayBuffer().catch(() => null);
      if (worker.current !== running) return;
      if (!bytes) {
        stop();
        return unreadable("The browser could not read the file. It may have been moved or be on a drive that is gone.");
      }
      const ask: Ask = { bytes, trust, now: new Date().toISOString() };
      running.postMessage(ask, [bytes]);
    },
    [stop],
  );

  return { checking, check, reset };
}
