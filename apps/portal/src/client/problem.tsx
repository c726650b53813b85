"use client";

import { Note } from "@countersign/ui";
import type { Problem } from "./api.ts";

export function ProblemNote({ problem }: { problem: Problem | null }) {
  if (!problem) return null;
  return (
    <Note tone="fail" title={`${problem.title}.`}>
      {problem.detail} {problem.action}
      {problem.kind === "session" && (
        <>
          {" "}
          <a className="link" href={`/sign-in?next=${encodeURIComponent(window.location.pathname)}`}>
            Sign in
          </a>
        </>
      )}
    </Note>
  );
}
