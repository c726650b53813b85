import { actWords, Moment, ReviewState, Rosette } from "@countersign/ui";
import type { Facts } from "@countersign/verifier";

type Review = Facts["document"]["reviews"][number];

const words = (word: string): string => word.replaceAll("_", " ");

/** What the bundle says was decided, by whom, as of when. */
export function FactList({ facts }: { facts: Facts }) {
  const { model, version, reviews } = facts.document;
  return (
    <>
      <h2 className="font-serif text-[21px] font-[600]">
        {model.title}, version {version.number}
        {version.label === null ? "" : ` · ${version.label}`}
      </h2>
      <p className="mt-1 text-[13px] break-all text-muted">
        Identity <code className="font-mono">{version.identity ?? "none: not submitted"}</code>
      </p>
      {facts.asOf && (
        <p className="mt-1 text-[14px]">
          As of {facts.asOf.size.toLocaleString("en")} records of <code className="font-mono">{facts.log}</code>,
          exported <Moment iso={facts.asOf.exportedAt} />, recorded as #{facts.asOf.index.toLocaleString("en")}.{" "}
          <b>Later acts are not in it</b>: a file cannot know whether the approval was taken back since.
        </p>
      )}
      {reviews.length === 0 && <p className="mt-3">No approval was ever asked for.</p>}
      {reviews.map((review) => (
        <ReviewFacts key={review.id} review={review} own={facts.reviews.find((one) => one.review === review.id)} />
      ))}
    </>
  );
}

function ReviewFacts({ review, own }: { review: Review; own: Facts["reviews"][number] | undefined }) {
  return (
    <section className="mt-4 border-t border-hair pt-3" aria-label={`Review for ${review.environment}`}>
      <p className="flex flex-wrap items-center gap-2">
        <b className="font-[650]">{review.environment}</b>
        <ReviewState state={review.state} />
        <span className="text-[14px] text-ink-2">
          under {review.policy.key}, revision {review.policy.revision}
        </span>
      </p>
      {own && (
        <p className="mt-1 text-[14px]">
          The policy, applied again to the evidence and signatures, gives: <b>{words(own.verdict)}</b>.
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
          Approval {words(review.approval.state)} until <Moment iso={review.approval.valid_until} />
          {own?.holdsNow === false && <b>: it does not hold now</b>}.
        </p>
      )}
      <ul className="mt-2 space-y-2">
        {review.signatures.map((signature) => (
          <li
            key={signature.statement}
            className={`flex gap-3 border border-l-4 border-hair px-3 py-2 ${signature.state === "valid" ? "border-l-accent" : "border-l-muted bg-sunken text-muted"}`}
          >
            <Rosette state={signature.state === "valid" ? "valid" : "gone"} className="mt-0.5 size-7" />
            <div className="min-w-0">
              <p>
                <b className="font-serif font-[600]">{signature.name}</b>{" "}
                <span className="text-[13px] text-muted">
                  {words(signature.role)}
                  {signature.state === "valid" ? "" : `, ${signature.state}`}
                </span>
              </p>
              <p className="font-[650]">{actWords[signature.act] ?? signature.act}</p>
              {signature.reason !== null && (
                <p className="max-w-[62ch] text-[14px] whitespace-pre-line">{signature.reason}</p>
              )}
              <p className="text-[13px] text-muted">
                <Moment iso={signature.signed_at} /> · recorded as #{signature.recorded_as ?? "?"}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {review.conditions.map((condition) => (
        <p key={condition.number} className="mt-2 max-w-[68ch] text-[14px]">
          <b>Condition {condition.number}.</b> {condition.text}{" "}
          <span className="text-muted">
            Owner {condition.owner}, due <Moment iso={condition.due_at} withTime={false} />: {words(condition.state)}.
          </span>
        </p>
      ))}
      {review.findings.map((finding) => (
        <p key={finding.number} className="mt-1 max-w-[68ch] text-[14px]">
          <b>Finding {finding.number}</b> ({finding.severity}): {finding.title}.{" "}
          <span className="text-muted">{words(finding.state)}</span>
        </p>
      ))}
    </section>
  );
}
