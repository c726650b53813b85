"use client";

import { useSay } from "@countersign/ui/say";
import { type ReactNode, useRef, useState } from "react";
import type { Problem } from "./api.ts";
import { ProblemNote } from "./problem.tsx";

type Wanted = Parameters<typeof import("./job-calls.ts").ask>[0];

/** Asks for a file once for each press, and keeps why it could not be asked for. */
function useAsking(wanted: Wanted) {
  const say = useSay();
  const busy = useRef(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const asks = async (): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    setProblem(null);
    const [{ ask }, { problemOf }] = await Promise.all([import("./job-calls.ts"), import("./api.ts")]);
    await ask(wanted).catch((error: unknown) => setProblem(problemOf(error, say)));
    busy.current = false;
  };
  return { asks, problem };
}

/** A link to a file that is made beside the page: pressed before the page can do so, it leads to the same file. */
export function FileLink({ href, wanted, children }: { href: string; wanted: Wanted; children: ReactNode }) {
  const { asks, problem } = useAsking(wanted);
  return (
    <>
      <a
        className="link"
        href={href}
        download
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
          event.preventDefault();
          void asks();
        }}
      >
        {children}
      </a>
      <ProblemNote problem={problem} />
    </>
  );
}

/** The same as a form, for what no link may ask for. */
export function FileForm({ action, wanted, children }: { action: string; wanted: Wanted; children: ReactNode }) {
  const { asks, problem } = useAsking(wanted);
  return (
    <form
      method="post"
      action={action}
      onSubmit={(event) => {
        event.preventDefault();
        void asks();
      }}
    >
      {children}
      <ProblemNote problem={problem} />
    </form>
  );
}
