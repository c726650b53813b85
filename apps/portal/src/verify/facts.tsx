import { actWords, Moment, ReviewState, Rosette, sealOf } from "@countersign/ui";
import { useSay } from "@countersign/ui/say";
import type { Facts } from "@countersign/verifier";

type Review = Facts["document"]["reviews"][number];

const bold = (inside: React.ReactNode) => <b>{inside}</b>;

/** What the bundle says was decided, by whom, as of when. */
export function FactList({ facts }: { facts: Facts }) {
  const say = useSay();
  const { model, version, reviews } = facts.document;
  return (
    <>
      <h2 className="font-serif text-[21px] font-[600]">
        {say("{model}, version {n}", { model: model.title, n: version.number })}
        {version.label === null ? "" : ` · ${version.label}`}
      </h2>
      <p className="mt-1 text-[13px] break-all text-muted">
        {say("Identity")} <code className="font-mono">{version.identity ?? say("none: not submitted")}</code>
      </p>
      {facts.asOf && (
        <p className="mt-1 text-[14px]">
          {say.rich("As of {n} records of <code>{log}</code>, exported {moment}, recorded as #{index}.", {
            n: say.count(facts.asOf.size),
            log: facts.log,
            code: (inside) => <code className="font-mono">{inside}</code>,
            moment: <Moment iso={facts.asOf.exportedAt} />,
            index: say.count(facts.asOf.index),
          })}{" "}
          {say.rich("<b>Later acts are not in it</b>: a file cannot know whether the approval was taken back since.", {
            b: bold,
          })}
        </p>
      )}
      {reviews.length === 0 && <p className="mt-3">{say("No approval was ever asked for.")}</p>}
      {reviews.map((review) => (
        <ReviewFacts key={review.id} review={review} own={facts.reviews.find((one) => one.review === review.id)} />
      ))}
    </>
  );
}

function ReviewFacts({ review, own }: { review: Review; own: Facts["reviews"][number] | undefined }) {
  const say = useSay();
  return (
    <section
      className="mt-4 border-t border-hair pt-3"
      aria-label={say("Review for {environment}", { environment: review.environment })}
    >
      <p className="flex flex-wrap items-center gap-2">
        <b className="font-[650]">{review.environment}</b>
        <ReviewState state={review.state} />
        <span className="text-[14px] text-ink-2">
          {say("under {policy}, revision {n}", { policy: review.policy.key, n: review.policy.revision })}
        </span>
      </p>
      {own && (
        <p className="mt-1 text-[14px]">
          {say.rich("The policy, applied again to the evidence and signatures, gives: <b>{verdict}</b>.", {
            verdict: say.term(own.verdict),
            b: bold,
          })}
        </p>
      )}
      {own && own.reasons.length > 0 && (
        <ul className="mt-1 list-disc pl-5 text-[14px]">
          {own.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {review.approval && (
        <p className="mt-1 text-[14px]">
          {say.rich(
            own?.holdsNow === false
              ? "Approval {state} until {moment}<b>: it does not hold now</b>."
              : "Approval {state} until {moment}.",
            {
              state: say.term(review.approval.state),
              moment: <Moment iso={review.approval.valid_until} />,
              b: bold,
            },
          )}
        </p>
      )}
      <ul className="mt-2 space-y-2">
        {review.signatures.map((signature) => (
          <li
            key={signature.statement}
            className={`flex gap-3 border border-hair px-3 py-2 ${signature.state === "valid" ? "border-l-[5px] border-double border-l-accent" : "border-l-[3px] border-l-control bg-sunken text-muted"}`}
          >
            <Rosette state={sealOf(signature.state)} className="mt-0.5 size-7" />
            <div className="min-w-0">
              <p>
                <b className="font-serif font-[600]">{signature.name}</b>{" "}
                <span className="text-[13px] text-muted">
                  {say.term(signature.role)}
                  {signature.state === "valid" ? "" : `, ${say.term(signature.state)}`}
                </span>
              </p>
              <p className="font-[650]">{say(actWords[signature.act] ?? signature.act)}</p>
              {signature.reason !== null && (
                <p className="max-w-[62ch] text-[14px] whitespace-pre-line">{signature.reason}</p>
              )}
              <p className="text-[13px] text-muted">
                <Moment iso={signature.signed_at} /> · {say("recorded as #{n}", { n: signature.recorded_as ?? "?" })}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {review.conditions.map((condition) => (
        <p key={condition.number} className="mt-2 max-w-[68ch] text-[14px]">
          <b>{say("Condition {n}.", { n: condition.number })}</b> {condition.text}{" "}
          <span className="text-muted">
            {say.rich("Owner {owner}, due {day}: {state}.", {
              owner: condition.owner,
              day: <Moment iso={condition.due_at} withTime={false} />,
              state: say.term(condition.state),
            })}
          </span>
        </p>
      ))}
      {review.findings.map((finding) => (
        <p key={finding.number} className="mt-1 max-w-[68ch] text-[14px]">
          {say.rich("<b>Finding {n}</b> ({severity}): {title}.", {
            n: finding.number,
            severity: say.term(finding.severity),
            title: finding.title,
            b: bold,
          })}{" "}
          <span className="text-muted">{say.term(finding.state)}</span>
        </p>
      ))}
    </section>
  );
}
