"use client";

import type { Allowed, SectionView } from "@countersign/domain";
import { useSay } from "@countersign/ui/say";
import { ProblemNote } from "./problem.tsx";
import { type ActedOn, reviewActs } from "./review-acts.ts";
import { useAct } from "./use-act.ts";

/** "I have reviewed this": bound to what the section shows now. */
export function SectionMark({
  review,
  section,
  may,
  changed,
}: {
  review: ActedOn;
  section: SectionView;
  may: Allowed;
  /** What to say where it changed since it was marked. */
  changed: string | null;
}) {
  const say = useSay();
  const { run, busy, problem } = useAct();
  return (
    <span className="inline-block">
      <label
        className={`inline-flex min-h-9 items-center gap-2 sm:-my-2 ${may.allowed ? "cursor-pointer" : "text-muted"}`}
        title={may.allowed ? undefined : may.why}
      >
        <input
          type="checkbox"
          className="size-[18px]"
          checked={section.reviewedByYou}
          disabled={!may.allowed || busy}
          onChange={(event) => {
            const reviewed = event.currentTarget.checked;
            void run(() =>
              reviewActs(review).mark({
                section: section.section as "checks",
                contentSha256: section.sha256,
                reviewed,
              }),
            );
          }}
        />
        {say("I have reviewed this")}
      </label>
      {changed && <span className="block text-[13px] text-change">{changed}</span>}
      <ProblemNote problem={problem} />
    </span>
  );
}
