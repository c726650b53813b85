import { changeWords, type DryRunChange, type DryRunReview, type PolicyDryRun } from "@countersign/domain";
import { Chip, type ChipTone, Day, ReviewState } from "@countersign/ui";
import Link from "next/link";

const tones: Record<DryRunChange, ChipTone> = {
  blocked: "fail",
  unmeasured: "change",
  condition: "cond",
  signature: "valid",
  eased: "ok",
};
const inOrder = Object.keys(tones) as DryRunChange[];

/** A draft on the reviews of the last year: how many would stand otherwise, which, and why. */
export function DryRun({ dryRun: { decided, open, at } }: { dryRun: PolicyDryRun }) {
  const now = Date.parse(at);
  return (
    <div className="grid gap-5">
      <Tried part={decided} name="decided review" now={now}>
        {decided.tried === 0
          ? "No review of the last year would have been judged by it."
          : `of the last year ${decided.tried === 1 ? "was" : "were"} tried; ${decided.same} would stand as ${decided.same === 1 ? "it does" : "they do"}.`}
      </Tried>
      <Tried part={open} name="open review" now={now}>
        {open.tried === 0
          ? "No open review is concerned."
          : `${open.tried === 1 ? "was" : "were"} tried. ${open.tried === 1 ? "It keeps the revision that it" : "They keep the revision that they"} began with; a new round would meet this.`}
      </Tried>
    </div>
  );
}

function Tried({
  part,
  name,
  now,
  children,
}: {
  part: PolicyDryRun["decided"];
  name: string;
  now: number;
  children: string;
}) {
  return (
    <div>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span>
          {part.tried > 0 && (
            <b className="font-[650]">
              {part.tried} {name}
              {part.tried === 1 ? "" : "s"}
            </b>
          )}{" "}
          {children}
          {part.left_out > 0 && ` ${part.left_out} older ones were not tried.`}
        </span>
        {inOrder.map((change) => {
          const count = part.differ.filter((review) => review.change === change).length;
          return count === 0 ? null : (
            <Chip key={change} tone={tones[change]}>
              {count} {changeWords[change]}
            </Chip>
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
  return (
    <li className="border-b border-hair py-2 text-[14px]">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link className="link font-[550]" href={`/reviews/${review.reviewId}`}>
          {review.model}, version {review.version.number}
          {review.version.label ? ` · ${review.version.label}` : ""}
        </Link>
        <ReviewState state={review.was} />
        {review.endedAt && <Day iso={review.endedAt} now={now} />}
        <Chip tone={tones[review.change]}>{changeWords[review.change]}</Chip>
      </p>
      <ul className="mt-1 grid gap-0.5">
        {review.added.map((says) => (
          <li key={says}>
            <span className="font-mono text-worse" aria-hidden="true">
              +
            </span>{" "}
            <span className="sr-only">new: </span>
            {says}
          </li>
        ))}
        {review.gone.map((says) => (
          <li key={says} className="text-muted">
            <span className="font-mono" aria-hidden="true">
              −
            </span>{" "}
            <span className="sr-only">no longer: </span>
            {says}
          </li>
        ))}
      </ul>
    </li>
  );
}
