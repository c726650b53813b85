import type { ReviewView } from "@countersign/domain";
import { Due, Moment, ReviewState, TierMark } from "@countersign/ui";
import Link from "next/link";

export function ReviewHeader({ view, now }: { view: ReviewView; now: number }) {
  const { model, version, base, policy } = view;
  const open = view.endedAt === null;
  return (
    <header className="mb-6">
      <nav aria-label="Breadcrumb" className="font-mono text-[13px] text-muted">
        <Link href="/inbox" className="underline underline-offset-2">
          Inbox
        </Link>{" "}
        / {model.key} / version {version.number}
      </nav>
      <h1 className="mt-1 font-serif text-[27px] leading-tight font-[600]">
        {model.title}, version {version.number}
        {version.label && <span className="text-muted"> · {version.label}</span>}
      </h1>
      {model.purpose && <p className="mt-1 max-w-[62ch] font-serif text-[16px] text-ink-2">{model.purpose}</p>}
      <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1.5">
        <ReviewState state={view.state} />
        <TierMark tier={model.tier} />
        {open && (
          <span className="text-[14px]">
            Due <Due iso={view.dueAt} now={now} />
          </span>
        )}
        <span className="text-[14px]">
          Round {view.round.number},{" "}
          {view.round.state === "gathering" ? (
            "gathering evidence"
          ) : view.round.sealedAt ? (
            <>
              sealed <Moment iso={view.round.sealedAt} withTime={false} />
            </>
          ) : (
            view.round.state
          )}
        </span>
      </p>
      <dl className="mt-3 grid grid-cols-[92px_minmax(0,1fr)] gap-x-3 gap-y-1 border-y border-hair py-2.5 text-[14px]">
        <dt className="text-muted">For</dt>
        <dd>
          {view.environment.title}
          {base ? (
            <>
              , replaces version {base.number}
              {base.label ? ` · ${base.label}` : ""}
            </>
          ) : (
            ", nothing runs there yet"
          )}
          . Asked by {view.requestedBy.name} on <Moment iso={view.requestedAt} withTime={false} />.
        </dd>
        <dt className="text-muted">Policy</dt>
        <dd>
          {policy.title}, revision {policy.revision}
        </dd>
        <dt className="text-muted">Identity</dt>
        <dd>
          <code className="font-mono text-[13px] break-all">{version.identity}</code>
        </dd>
        {view.evidenceSha256 && (
          <>
            <dt className="text-muted">Evidence</dt>
            <dd>
              <code className="font-mono text-[13px] break-all">{view.evidenceSha256}</code>
            </dd>
          </>
        )}
      </dl>
    </header>
  );
}
