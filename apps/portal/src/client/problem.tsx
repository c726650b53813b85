"use client";

import { Note } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import type { Problem } from "./api.ts";

export function ProblemNote({ problem }: { problem: Problem | null }) {
  const say = useSay();
  if (!problem) return null;
  return (
    <Note tone="fail" title={`${problem.title}.`}>
      {problem.detail} {problem.action}
      {problem.kind === "session" && (
        <>
          {" "}
          <a className="link" href={`/sign-in?next=${encodeURIComponent(window.location.pathname)}`}>
            {say("Sign in")}
          </a>
        </>
      )}
    </Note>
  );
}
