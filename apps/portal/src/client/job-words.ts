"use client";

import { type JobView, jobWords } from "@countersign/domain";
import type { Say } from "@countersign/words";

const quarters = [75, 50, 25];
const quarterOf = ({ done, total }: JobView): number =>
  done === null || !total ? 0 : (quarters.find((quarter) => (done / total) * 100 >= quarter) ?? 0);

/** What is read out of a job that has moved: that it begins, each quarter, and how it ends. Null: nothing. */
export function announced(say: Say, before: JobView | undefined, now: JobView): string | null {
  const what = jobWords(say, now.what);
  if (before?.state !== now.state) {
    if (now.state === "done") return say("{what}: ready.", { what });
    if (now.state === "failed") return say("{what}: failed. {why}.", { what, why: now.problem?.title ?? "" });
    if (now.state === "cancelled") return say("{what}: cancelled.", { what });
    if (!before) return say("{what}: begun.", { what });
  }
  const quarter = quarterOf(now);
  return before && quarter > quarterOf(before) ? say("{what}: {n} %.", { what, n: quarter }) : null;
}
