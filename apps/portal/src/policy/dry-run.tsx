import { changeWords, type DryRunChange, type DryRunReview, type PolicyDryRun } from "@countersign/domain";
import { Chip, type ChipTone, Day, type IconName, ReviewState } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import Link from "next/link";

const looks: Record<DryRunChange, [ChipTone, IconName]> = {
  blocked: ["fail", "cross"],
  unmeasured: ["line", "unsure"],
  condition: ["cond", "plus"],
  signature: ["valid", "open"],
  eased: ["ok", "check"],
};
const inOrder = Object.keys(looks) as DryRunChange[];

function Change({ change, children }: { change: DryRunChange; children: React.ReactNode }) {
  const [tone, icon] = looks[change];
  return (
    <Chip tone={tone} icon={icon}>
      {children}
    </Chip>
  );
}

/** A draft on the reviews of the last year: how many would stand otherwise, which, and why. */
export function DryRun({ dryRun: { decided, open, at } }: { dryRun: PolicyDryRun }) {
  const now = Date.parse(at);
  const say = useSay();
  return (
    <div className="grid gap-5">
      <Tried part={decided} now={now}>
        {decided.tried === 0
          ? say("No review of the last year would have been judged by it.")
          : say.rich(
              "<b>{n, plural, one {# decided review} other {# decided reviews}}</b> of the last year {n, plural, one {was} other {were}} tried; {same, plural, one {# would stand as it does.} other {# would stand as they do.}}",
              { n: decided.tried, same: decided.same, b: strong },
            )}
      </Tried>
      <Tried part={open} now={now}>
        {open.tried === 0
          ? say("No open review is concerned.")
          : say.rich(
              "<b>{n, plural, one {# open review} other {# open reviews}}</b> {n, plural, one {was tried. It keeps the revision that it began with;} other {were tried. They keep the revision that they began with;}} a new round would meet this.",
              { n: open.tried, b: strong },
            )}
      </Tried>
    </div>
  );
}

const strong = (inside: React.ReactNode): React.ReactNode => <b className="font-[650]">{inside}</b>;

function Tried({ part, now, children }: { part: PolicyDryRun["decided"]; now: number; children: React.ReactNode }) {
  const say = useSay();
  return (
    <div>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span>
          {children}
          {part.left_out > 0 && ` ${say("{n} older ones were not tried.", { n: part.left_out })}`}
        </span>
        {inOrder.map((change) => {
          const count = part.differ.filter((review) => review.change === change).length;
          return count === 0 ? null : (
            <Change key={change} change={change}>
              {count} {say(changeWords[change])}
            </Change>
          );
        })}
      </p>
      {part.differ.length > 0 && (
        <ul className="mt-2 border-t border-hair">
          {part.differ.map((review) => (
            <Differing key={review.reviewId} review={review} now={now} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Differing({ review, now }: { review: DryRunReview; now: number }) {
  const say = useSay();
  return (
    <li className="border-b border-hair py-2 text-[14px]">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link className="link font-[550]" href={`/reviews/${review.reviewId}`}>
          {review.model}, {say("version {n}", { n: review.version.number })}
          {review.version.label ? ` · ${review.version.label}` : ""}
        </Link>
        <ReviewState state={review.was} />
        {review.endedAt && <Day iso={review.endedAt} now={now} />}
        <Change change={review.change}>{say(changeWords[review.change])}</Change>
      </p>
      <ul className="mt-1 grid gap-0.5">
        {review.added.map((says) => (
          <li key={says}>
            <span className="font-mono text-worse" aria-hidden="true">
              +
            </span>{" "}
            <span className="sr-only">{say("new:")} </span>
            {says}
          </li>
        ))}
        {review.gone.map((says) => (
          <li key={says} className="text-muted">
            <span className="font-mono" aria-hidden="true">
              −
            </span>{" "}
            <span className="sr-only">{say("no longer:")} </span>
            {says}
          </li>
        ))}
      </ul>
    </li>
  );
}
