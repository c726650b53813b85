"use client";

import { useSay } from "@countersign/ui/say";
import type { Report, StepId } from "@countersign/verifier";
import { steps } from "@countersign/verifier/steps";
import { english } from "@countersign/words";
import { useCallback, useEffect, useRef, useState } from "react";
import { fullSay } from "../client/full-say.ts";
import { type Answer, type Ask, maxBytes } from "./messages.ts";

export type Checking =
  | { kind: "empty" }
  | { kind: "working"; name: string; step: { id: StepId; does: string } | null }
  /** `saved`: the report in English, as the command line gives it. */
  | { kind: "done"; name: string; report: Report; saved: Report }
  | { kind: "unreadable"; name: string; why: string };

/** One check at a time, in a worker of its own that ends with it. */
export function useVerifier(): {
  checking: Checking;
  check(file: File, trust: string[]): Promise<void>;
  reset(): void;
} {
  const say = useSay();
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
      if (file.size > maxBytes) return unreadable(say("The file is larger than any evidence bundle."));
      const running = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
      worker.current = running;
      setChecking({ kind: "working", name, step: null });
      running.addEventListener("error", () => {
        stop();
        unreadable(say("The verifier stopped: this browser may be out of memory, or too old. Use the command line."));
      });
      // Needed once something has been found, so not with the page.
      const [bytes, full, { told }] = await Promise.all([
        file.arrayBuffer().catch(() => null),
        fullSay(say),
        import("@countersign/verifier/told"),
      ]);
      if (worker.current !== running) return;
      if (!bytes) {
        stop();
        return unreadable(
          say("The browser could not read the file. It may have been moved or be on a drive that is gone."),
        );
      }
      running.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
        if (data.kind === "step") {
          const { step: id } = data;
          return setChecking({ kind: "working", name, step: { id, does: full(steps[id]) } });
        }
        stop();
        if (data.found.unreadable)
          unreadable(say("It is no evidence bundle: that is the .zip which the portal or the command line exports."));
        else setChecking({ kind: "done", name, report: told(data.found, full), saved: told(data.found, english) });
      });
      const ask: Ask = { bytes, trust, now: new Date().toISOString() };
      running.postMessage(ask, [bytes]);
    },
    [stop, say],
  );

  return { checking, check, reset };
}
