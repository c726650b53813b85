import { changedWords, type ReviewView } from "@countersign/domain";
import { Moment } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import { msg } from "@countersign/words";
import Link from "next/link";
import { foldedCount, type Shown, unchangedSince } from "./since.ts";

/** What each section of the evidence is given. */
export interface SectionProps {
  view: ReviewView;
  mark: React.ReactNode;
  /** See `foldOf`. */
  folded?: React.ReactNode;
}

const choices: { shown: Shown; word: string }[] = [
  { shown: "changed", word: msg("Only what changed since your review") },
  { shown: "all", word: msg("Everything") },
];

/** To whoever reviews again: what changed since they did, and whether the rest is folded. */
export function SinceYourReview({ view, shown }: { view: ReviewView; shown: Shown }) {
  const say = useSay();
  const { since, sections } = view;
  if (since === null) return null;
  const changed = changedWords(say, since.changed);
  const folded = foldedCount(view);
  return (
    <section
      aria-label={say("Since your review")}
      className="mb-6 border-l-4 border-change bg-change-tint px-3 pt-2 text-[14px]"
    >
      <p>
        {say.rich("<b>Since your review of round {n}</b>, {moment}: {changed}", {
          n: since.round,
          moment: <Moment iso={since.at} />,
          changed: changed === null ? say("nothing in the evidence has changed.") : say("{what}.", { what: changed }),
          b: (inside) => <strong className="font-[650]">{inside}</strong>,
        })}
      </p>
      <p className="text-ink-2">
        {shown === "changed"
          ? folded === 0
            ? say("No section is folded: each has changed, or you had not marked it.")
            : say(
                "{n, plural, one {# of {total} sections is} other {# of {total} sections are}} folded: what you reviewed there is the same now, and your mark carries over.",
                { n: folded, total: sections.length },
              )
          : say("Every section stands in full. Marks carry over where what you reviewed is the same now.")}
      </p>
      <nav aria-label={say("What is shown")} className="flex flex-wrap gap-x-[22px]">
        {choices.map(({ shown: one, word }) => (
          <Link
            key={one}
            href={`/reviews/${view.id}?show=${one}`}
            scroll={false}
            aria-current={one === shown ? "true" : undefined}
            className="inline-flex min-h-9 items-center border-b-2 border-transparent text-ink-2 hover:text-ink aria-[current]:border-accent aria-[current]:font-[650] aria-[current]:text-ink max-sm:min-h-11"
          >
            {say(word)}
          </Link>
        ))}
      </nav>
    </section>
  );
}

/** The line that a section is folded to where only what changed is shown; nothing where it stands in full. */
export function foldOf(view: ReviewView, shown: Shown, section: string): React.ReactNode {
  const same = shown === "changed" ? unchangedSince(view, section) : null;
  return same && <Unchanged {...same} />;
}

function Unchanged({ round, at }: { round: number; at: string }) {
  const say = useSay();
  return say.rich("Nothing has changed since your review of round {n}, {moment}", {
    n: round,
    moment: <Moment iso={at} />,
  });
}
