import type { ReviewView } from "@countersign/domain";
import { Digest, Due, Icon, type IconName, Moment, Note, ReviewState, TierMark } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import type { Say } from "@countersign/words";
import Link from "next/link";
import { environmentInside, versionName } from "../model/names.ts";
import { Crumbs } from "../server/crumbs.tsx";

export function ReviewHeader({ view, now }: { view: ReviewView; now: number }) {
  const say = useSay();
  const { model, version, base, policy } = view;
  const changed = view.sections.filter((section) => section.changedSinceYourMark);
  const policyWords = say("{policy}, revision {n}", { policy: policy.title, n: policy.revision });
  return (
    <header className="mb-6">
      <Crumbs
        steps={
          view.practice
            ? [[say("Inbox"), "/inbox"], [say("Practice")]]
            : [
                [say("Inbox"), "/inbox"],
                [model.key, `/models/${model.key}`],
                [say("version {version}", { version: version.number })],
              ]
        }
      />
      <h1 className="font-serif text-[27px] leading-[1.18] font-[600] text-balance">
        {say("{model}, version {version}", { model: model.title, version: version.number })}
        {version.label && <span className="font-normal text-muted"> · {version.label}</span>}
      </h1>
      {(version.description ?? model.purpose) && (
        <p className="mt-3 max-w-[62ch] font-serif text-[16px] leading-normal">
          {version.description ?? model.purpose}{" "}
          <span className="text-muted sm:whitespace-nowrap">
            {say.rich("— asked by {person}, {day}", {
              person: view.requestedBy.name,
              day: <Moment iso={view.requestedAt} withTime={false} />,
            })}
          </span>
        </p>
      )}
      <Track view={view} />
      <dl className="mt-3 flex flex-wrap gap-x-6 gap-y-1 text-[14px] [&>div]:flex [&>div]:gap-1.5 [&_dt]:text-muted">
        <div>
          <dt className="sr-only">{say("State")}</dt>
          <dd>
            <ReviewState state={view.state} />
          </dd>
        </div>
        <div>
          <dt className="sr-only">{say("Tier")}</dt>
          <dd>
            <TierMark tier={model.tier} />
          </dd>
        </div>
        <div>
          <dt>{say("Replaces")}</dt>
          <dd>{base ? say("version {version}", { version: versionName(base) }) : say("nothing yet")}</dd>
        </div>
        {view.alsoOpen.length > 0 && (
          <div className="flex-wrap">
            <dt>
              {say("Also under review for {environment}", {
                environment: environmentInside(say, view.environment.title),
              })}
            </dt>
            <dd>
              {view.alsoOpen.map(({ reviewId, number }, i) => (
                <span key={reviewId}>
                  {i > 0 && ", "}
                  <Link className="link" href={`/reviews/${reviewId}`}>
                    {say("version {version}", { version: number })}
                  </Link>
                </span>
              ))}
            </dd>
          </div>
        )}
        <div>
          <dt>{say("Policy")}</dt>
          <dd>
            {view.practice ? (
              policyWords
            ) : (
              <Link className="link" href={`/policies/${policy.key}?revision=${policy.revision}`}>
                {policyWords}
              </Link>
            )}
          </dd>
        </div>
        {view.endedAt === null && (
          <div>
            <dt>{say("Due")}</dt>
            <dd>
              <Due iso={view.dueAt} now={now} />
            </dd>
          </div>
        )}
        {view.evidenceSha256 && (
          <div>
            <dt>{say("Evidence")}</dt>
            <dd>
              <Digest sha256={view.evidenceSha256} />
            </dd>
          </div>
        )}
        <div>
          <dt>{say("Identity")}</dt>
          <dd>
            <Digest sha256={version.identity} />
          </dd>
        </div>
      </dl>
      {changed.length > 0 && view.since === null && (
        <div className="mt-4">
          <Note title={say("Since you marked it:")}>
            {say.rich("{sections} changed. Your mark stood for what you saw then.", {
              sections: changed.map(({ section }, i) => (
                <span key={section}>
                  {i > 0 && ", "}
                  <a className="link" href={`#${section}`}>
                    {say.term(section)}
                  </a>
                </span>
              )),
            })}
          </Note>
        </div>
      )}
    </header>
  );
}

interface Step {
  word: React.ReactNode;
  state: "done" | "now" | "ahead";
  /** Where the step it is at is not simply under way. */
  icon?: [IconName, string];
}

/** Where a review stands: what is behind it, the step it is at, what is ahead. */
function stepsOf(say: Say, view: ReviewView): Step[] {
  const { state, round } = view;
  const inRound = (step: string): string =>
    round.number > 1 ? say("{step}, round {n}", { step, n: round.number }) : step;
  const given = state === "approved" || state === "approved_with_conditions";
  const submitted: Step = {
    word: <Submitted at={view.requestedAt} />,
    state: "done",
  };
  if (state === "rejected")
    return [submitted, { word: inRound(say("Rejected")), state: "now", icon: ["cross", "text-fail"] }];
  if (state === "withdrawn")
    return [submitted, { word: inRound(say("Withdrawn")), state: "now", icon: ["ended", "text-muted"] }];
  const at = state === "pending_approval" ? 1 : given ? 2 : 0;
  const words = [
    inRound(
      round.state === "gathering"
        ? say("Evidence is gathered")
        : say(state === "changes_requested" ? "Changes requested" : "In validation"),
    ),
    say(given ? "Signed" : "Pending approval"),
    say(given ? "Approved for {environment}" : "Approval for {environment}", {
      environment: environmentInside(say, view.environment.title),
    }),
  ];
  return [
    submitted,
    ...words.map((word, i): Step => {
      const icon = nowIcons[state];
      return { word, state: i < at ? "done" : i === at ? "now" : "ahead", ...(i === at && icon ? { icon } : {}) };
    }),
  ];
}

/** The step that a review is at, in the shape and colour of its state. */
const nowIcons: Record<string, [IconName, string]> = {
  changes_requested: ["back", "text-change"],
  pending_approval: ["pending", "text-valid"],
  approved: ["check", "text-ok"],
  approved_with_conditions: ["plus", "text-cond"],
};

function Submitted({ at }: { at: string }) {
  const say = useSay();
  return say.rich("Submitted {day}", { day: <Moment iso={at} withTime={false} /> });
}

const stepIcons: Record<Step["state"], IconName> = { done: "check", now: "half", ahead: "open" };

function Track({ view }: { view: ReviewView }) {
  const say = useSay();
  return (
    <ol aria-label={say("State of this review")} className="mt-4 flex flex-wrap border-y border-hair text-[13px]">
      {stepsOf(say, view).map((step, i, all) => {
        const [icon, tone] = step.icon ?? [stepIcons[step.state], step.state === "now" ? "text-valid" : ""];
        return (
          <li
            key={i}
            aria-current={step.state === "now" ? "step" : undefined}
            className={`flex items-center gap-1.5 py-1.5 pr-3 ${step.state === "now" ? "font-[650] text-ink" : step.state === "done" ? "text-ink-2" : "text-muted"}`}
          >
            <Icon name={icon} className={`size-3.5 ${tone}`} />
            <span>{step.word}</span>
            {i < all.length - 1 && <Icon name="right" className="ml-1.5 size-3 text-control" />}
          </li>
        );
      })}
    </ol>
  );
}
