import type { CheckView, ConditionView, FindingView, ReviewView } from "@countersign/domain";
import { Manifestation, Moment, PartState, Rosette, Section } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import Link from "next/link";
import { ConditionActions, ConditionsForm } from "../client/condition-forms.tsx";
import { Entries } from "../trail/entries.tsx";
import { conditionsFor, standing } from "./standing.ts";
import { titleWords } from "./words.ts";
import { CommentForm, FindingActions, FindingForm } from "../client/finding-forms.tsx";

export function FindingsAndConditions({ view, now }: { view: ReviewView; now: number }) {
  const say = useSay();
  const open = view.findings.filter((finding) => finding.state !== "closed").length;
  const { blocking, needing } = standing(view);
  const named = ({ check, title }: CheckView) => ({ check, title: titleWords(say, title) });
  const needed = view.checks
    .filter((check) => check.outcome === "condition" && conditionsFor(view.conditions, check.check).length === 0)
    .map(named);
  const latest = new Date(now + view.policy.conditionsMaxDays * 86_400_000).toISOString().slice(0, 10);
  return (
    <Section
      id="findings"
      folio="5"
      title={say("Findings and conditions")}
      summary={say(
        "{findings, plural, one {# finding} other {# findings}} open, {conditions, plural, one {# condition} other {# conditions}}",
        { findings: open, conditions: view.conditions.length },
      )}
    >
      {view.findings.length === 0 && view.conditions.length === 0 && (
        <p className="text-ink-2">{say("Nobody has raised a finding or proposed a condition.")}</p>
      )}
      {view.findings.map((finding) => (
        <article key={finding.id} id={`finding-${finding.number}`} className="scroll-mt-16 border-b border-hair py-2.5">
          <p className="max-w-[76ch]">
            <span className="mr-1.5 font-mono text-[13px]">F-{finding.number}</span>
            <strong className="mr-1.5 font-[600] break-words">{finding.title}</strong>
            <PartState state={finding.state}>
              {say.term(finding.severity)}, {say.term(finding.state)}
            </PartState>
          </p>
          <p className="mt-1 max-w-[68ch] break-words whitespace-pre-line">{finding.body}</p>
          <p className="text-[13px] text-muted">
            {say.rich("{person}, {moment}. Owner {owner}.", {
              person: finding.raisedBy.name,
              moment: <Moment iso={finding.raisedAt} />,
              owner: finding.owner.name,
            })}
          </p>
          {finding.answer && (
            <blockquote className="mt-2 max-w-[68ch] border-l-2 border-folio pl-3 whitespace-pre-line">
              {finding.answer}
              <footer className="text-[13px] text-muted">{finding.answeredBy?.name}</footer>
            </blockquote>
          )}
          <Resolution finding={finding} />
          <FindingActions finding={finding} />
        </article>
      ))}
      {view.conditions.map((condition) => (
        <article
          key={condition.id}
          id={`condition-${condition.number}`}
          className="scroll-mt-16 border-b border-hair py-2.5"
        >
          <p className="max-w-[76ch]">
            <span className="mr-1.5 font-mono text-[13px]">C{condition.number}</span>
            <strong className="mr-1.5 font-[600] break-words">{condition.text}</strong>
            <PartState state={condition.state}>{say.term(condition.state)}</PartState>
          </p>
          <p className="text-[13px] text-muted">
            {say.rich("Owner {owner}, due {day}.", {
              owner: condition.owner.name,
              day: <Moment iso={condition.dueAt} withTime={false} />,
            })}
            {condition.blocking &&
              condition.state !== "accepted" &&
              ` ${say("From then on the version may not run until its evidence is accepted.")}`}
          </p>
          <Answers condition={condition} view={view} />
          {condition.evidence && (
            <blockquote className="mt-1 border-l-2 border-folio pl-3">{condition.evidence}</blockquote>
          )}
          <ConditionActions condition={condition} />
        </article>
      ))}
      {view.you.actions.raise_finding.allowed && <FindingForm reviewId={view.id} />}
      {view.you.actions.propose_conditions.allowed && view.round.state === "sealed" && (
        <ConditionsForm
          review={{ id: view.id, practice: view.practice }}
          people={view.people}
          needed={needed}
          checks={view.checks.filter(({ check }) => !needed.some((one) => one.check === check)).map(named)}
          latest={latest}
          standing={view.conditions.length}
          next={blocking === 0 && needing > 0 && view.conditions.length === 0}
        />
      )}
    </Section>
  );
}

/** How a finding was closed, or why its answer was not enough. */
function Resolution({ finding: { state, closedBy, resolution } }: { finding: FindingView }) {
  const say = useSay();
  if (!resolution || !closedBy) return null;
  return (
    <p className="mt-1 text-[14px]">
      {say(state === "closed" ? "Closed by {person}: {text}" : "Sent back by {person}: {text}", {
        person: closedBy.name,
        text: resolution,
      })}
    </p>
  );
}

/** Which checks a condition answers, as links to them. */
function Answers({ condition, view }: { condition: ConditionView; view: ReviewView }) {
  const say = useSay();
  if (condition.covers.length === 0)
    return <p className="text-[13px] text-muted">{say("Answers every outcome that needs a condition.")}</p>;
  return (
    <p className="text-[13px] text-muted">
      {say.rich("Answers {checks}.", {
        checks: condition.covers.map((key, i) => (
          <span key={key}>
            {i > 0 && ", "}
            <a className="link" href={`#check-${key}`}>
              {titleWords(say, view.checks.find(({ check }) => check === key)?.title ?? key)}
            </a>
          </span>
        )),
      })}
    </p>
  );
}

export function Discussion({ view }: { view: ReviewView }) {
  const say = useSay();
  return (
    <Section
      id="discussion"
      folio="6"
      title={say("Discussion")}
      summary={say("{n, plural, one {# remark} other {# remarks}}", { n: view.comments.length })}
    >
      {view.comments.map((comment) => (
        <article key={comment.id} className="py-1.5">
          <p>
            <strong className="font-[600]">{comment.person.name}</strong>{" "}
            <span className="text-[13px] text-muted">
              {comment.section ? (
                say.rich("{moment}, on {section}", {
                  moment: <Moment iso={comment.at} />,
                  section: say.term(comment.section),
                })
              ) : (
                <Moment iso={comment.at} />
              )}
            </span>
          </p>
          <p className="max-w-[68ch] break-words whitespace-pre-line">{comment.body}</p>
        </article>
      ))}
      {view.you.actions.comment.allowed && <CommentForm reviewId={view.id} />}
    </Section>
  );
}

export function Signatures({ view }: { view: ReviewView }) {
  const say = useSay();
  return (
    <Section
      id="signatures"
      folio="7"
      title={say("Signatures")}
      summary={say("{n} given", {
        n: view.signatures.filter((signature) => signature.state === "valid").length + view.hiddenSignatures,
      })}
    >
      <div className="grid gap-2">
        {view.signatures.map((signature) => (
          <Manifestation key={signature.id} signature={signature} practice={view.practice} />
        ))}
        {view.hiddenSignatures > 0 && (
          <p className="flex items-center gap-3 border border-hair px-3 py-2.5">
            <Rosette state="waiting" className="size-8" />
            <span>
              {say(
                "{n, plural, one {# decision has} other {# decisions have}} been given. Shown after you give yours, so that each is independent.",
                { n: view.hiddenSignatures },
              )}
            </span>
          </p>
        )}
        {view.signatures.length + view.hiddenSignatures === 0 && (
          <p className="text-ink-2">{say("Nobody has signed yet.")}</p>
        )}
      </div>
    </Section>
  );
}

/** The trail has them all; here stand the latest. */
const shownEntries = 60;

export function History({ view }: { view: ReviewView }) {
  const say = useSay();
  return (
    <Section
      id="history"
      folio="8"
      title={say("History")}
      summary={say("{n} entries", { n: view.history.length })}
      action={
        <Link className="link text-accent underline underline-offset-2" href={`/audit?stream=review:${view.id}`}>
          {say("Open in the audit trail")}
        </Link>
      }
    >
      <div className="text-[14px]">
        <Entries events={view.history.slice(0, shownEntries)} level="h3" />
      </div>
      {view.history.length > shownEntries && (
        <p className="mt-2 text-[13px] text-muted">
          {say("{n} earlier entries stand in the audit trail.", { n: view.history.length - shownEntries })}
        </p>
      )}
    </Section>
  );
}
