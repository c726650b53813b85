import type { ReviewView } from "@countersign/domain";
import { Digest, Due, Icon, type IconName, Moment, Note, ReviewState, TierMark } from "@countersign/ui";
import Link from "next/link";
import { Crumbs } from "../server/crumbs.tsx";

export function ReviewHeader({ view, now }: { view: ReviewView; now: number }) {
  const { model, version, base, policy } = view;
  const changed = view.sections.filter((section) => section.changedSinceYourMark);
  return (
    <header className="mb-6">
      <Crumbs steps={[["Inbox", "/inbox"], [model.key, `/models/${model.key}`], [`version ${version.number}`]]} />
      <h1 className="font-serif text-[27px] leading-[1.18] font-[600] text-balance">
        {model.title}, version {version.number}
        {version.label && <span className="font-normal text-muted"> · {version.label}</span>}
      </h1>
      {(version.description ?? model.purpose) && (
        <p className="mt-3 max-w-[62ch] font-serif text-[16px] leading-normal">
          {version.description ?? model.purpose}{" "}
          <span className="text-muted sm:whitespace-nowrap">
            — asked by {view.requestedBy.name}, <Moment iso={view.requestedAt} withTime={false} />
          </span>
        </p>
      )}
      <Track view={view} />
      <dl className="mt-3 flex flex-wrap gap-x-6 gap-y-1 text-[14px] [&>div]:flex [&>div]:gap-1.5 [&_dt]:text-muted">
        <div>
          <dt className="sr-only">State</dt>
          <dd>
            <ReviewState state={view.state} />
          </dd>
        </div>
        <div>
          <dt className="sr-only">Tier</dt>
          <dd>
            <TierMark tier={model.tier} />
          </dd>
        </div>
        <div>
          <dt>Replaces</dt>
          <dd>{base ? `version ${base.number}${base.label ? ` · ${base.label}` : ""}` : "nothing yet"}</dd>
        </div>
        {view.alsoOpen.length > 0 && (
          <div className="flex-wrap">
            <dt>Also under review for {view.environment.title.toLowerCase()}</dt>
            <dd>
              {view.alsoOpen.map(({ reviewId, number }, i) => (
                <span key={reviewId}>
                  {i > 0 && ", "}
                  <Link className="link" href={`/reviews/${reviewId}`}>
                    version {number}
                  </Link>
                </span>
              ))}
            </dd>
          </div>
        )}
        <div>
          <dt>Policy</dt>
          <dd>
            <Link className="link" href={`/policies/${policy.key}?revision=${policy.revision}`}>
              {policy.title}, revision {policy.revision}
            </Link>
          </dd>
        </div>
        {view.endedAt === null && (
          <div>
            <dt>Due</dt>
            <dd>
              <Due iso={view.dueAt} now={now} />
            </dd>
          </div>
        )}
        {view.evidenceSha256 && (
          <div>
            <dt>Evidence</dt>
            <dd>
              <Digest sha256={view.evidenceSha256} />
            </dd>
          </div>
        )}
        <div>
          <dt>Identity</dt>
          <dd>
            <Digest sha256={version.identity} />
          </dd>
        </div>
      </dl>
      {changed.length > 0 && (
        <div className="mt-4">
          <Note title="Since you marked it:">
            {changed.map((section, i) => (
              <span key={section.section}>
                {i > 0 && ", "}
                <a className="link" href={`#${section.section}`}>
                  {section.section}
                </a>
              </span>
            ))}{" "}
            changed. Your mark stood for what you saw then.
          </Note>
        </div>
      )}
    </header>
  );
}

interface Step {
  word: React.ReactNode;
  state: "done" | "now" | "ahead";
}

/** Where a review stands: what is behind it, the step it is at, what is ahead. */
function stepsOf(view: ReviewView): Step[] {
  const { state, round } = view;
  const rounds = round.number > 1 ? `, round ${round.number}` : "";
  const given = state === "approved" || state === "approved_with_conditions";
  const end: Record<string, string> = { rejected: "Rejected", withdrawn: "Withdrawn" };
  const submitted: Step = {
    word: (
      <>
        Submitted <Moment iso={view.requestedAt} withTime={false} />
      </>
    ),
    state: "done",
  };
  if (end[state]) return [submitted, { word: `${end[state]}${rounds}`, state: "now" }];
  const at = state === "pending_approval" ? 1 : given ? 2 : 0;
  const words = [
    round.state === "gathering"
      ? `Evidence is gathered${rounds}`
      : state === "changes_requested"
        ? `Changes requested${rounds}`
        : `In validation${rounds}`,
    given ? "Signed" : "Pending approval",
    given
      ? `Approved for ${view.environment.title.toLowerCase()}`
      : `Approval for ${view.environment.title.toLowerCase()}`,
  ];
  return [submitted, ...words.map((word, i): Step => ({ word, state: i < at ? "done" : i === at ? "now" : "ahead" }))];
}

const stepIcons: Record<Step["state"], IconName> = { done: "check", now: "half", ahead: "open" };

function Track({ view }: { view: ReviewView }) {
  return (
    <ol aria-label="State of this review" className="mt-4 flex flex-wrap border-y border-hair text-[13px]">
      {stepsOf(view).map((step, i, all) => (
        <li
          key={i}
          aria-current={step.state === "now" ? "step" : undefined}
          className={`flex items-center gap-1.5 py-1.5 pr-3 ${step.state === "now" ? "font-[650] text-ink" : step.state === "done" ? "text-ink-2" : "text-muted"}`}
        >
          <Icon
            name={step.state === "now" && i === all.length - 1 ? "check" : stepIcons[step.state]}
            className={`size-3.5 ${step.state === "now" ? "text-valid" : ""}`}
          />
          <span>{step.word}</span>
          {i < all.length - 1 && <Icon name="right" className="ml-1.5 size-3 text-control" />}
        </li>
      ))}
    </ol>
  );
}
