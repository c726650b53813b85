import { type Changed, changedWords, type ReviewView } from "@countersign/domain";
import type { Say } from "@countersign/words";

/** What a review shows to whoever reviewed it before. */
export type Shown = "changed" | "all";

/** By the address: who reviews again begins with what changed; to all others everything is shown. */
export const shownOf = ({ since }: Pick<ReviewView, "since">, asked: unknown): Shown =>
  since === null || asked === "all" ? "all" : "changed";

type Reviewed = Pick<ReviewView, "since" | "sections">;

/** When this person marked a section that is still what it was; null where they have not, or where anything in it moved. */
export function unchangedSince({ since, sections }: Reviewed, name: string): { round: number; at: string } | null {
  const carried = sections.find(({ section }) => section === name)?.carried ?? null;
  if (since === null) return null;
  // What is compared are the results of checks: its own evidence may be the same, and its figures others.
  return name === "changes" && since.changed.metrics + since.changed.checks > 0 ? null : carried;
}

/** How many of the sections are folded where only what changed is shown. */
export const foldedCount = (view: Reviewed): number =>
  view.sections.filter(({ section }) => unchangedSince(view, section) !== null).length;

const nothing: Changed = { metrics: 0, checks: 0, data: 0, documents: 0, base: false };

/** What changed in one section, in figures: `2 metrics, 1 check`. Null where nothing can be told. */
export function sectionChange(say: Say, { since }: Pick<ReviewView, "since">, name: string): string | null {
  if (since === null) return null;
  const { metrics, checks, data, documents, base } = since.changed;
  const own: Record<string, Partial<Changed>> = {
    checks: { metrics, checks },
    changes: { base },
    data: { data },
    documents: { documents },
  };
  return changedWords(say, { ...nothing, ...own[name] });
}
