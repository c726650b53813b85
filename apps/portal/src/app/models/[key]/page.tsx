import type { ModelVersionView, ModelView } from "@countersign/domain";
import {
  actWords,
  Chip,
  type ChipTone,
  Day,
  DueDay,
  Empty,
  Moment,
  ReviewState,
  Section,
  TierMark,
  panelClass,
} from "@countersign/ui";
import type { Metadata } from "next";
import Link from "next/link";
import { cache } from "react";
import { HaltModel, JudgeProposal } from "../../../client/model-acts.tsx";
import { TierForm } from "../../../client/tier-form.tsx";
import { modelStates } from "../../../model/words.ts";
import { api, orNotFound } from "../../../server/caller.ts";
import { Crumbs } from "../../../server/crumbs.tsx";
import { Shell } from "../../../server/shell.tsx";

interface Props {
  params: Promise<{ key: string }>;
  searchParams: Promise<{ act?: string | string[] }>;
}

/** Read once for the title and the page. */
const read = cache(async (key: string) =>
  orNotFound((await api(`/models/${key}`)).model({ model: decodeURIComponent(key) })),
);
const stateOf = ({ state }: ModelView): [ChipTone, string] => modelStates[state] ?? ["draft", state];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const view = await read((await params).key);
  return { title: `${view.key}, ${stateOf(view)[1].toLowerCase()}` };
}

export default async function ModelPage({ params, searchParams }: Props) {
  const view = await read((await params).key);
  const [tone, word] = stateOf(view);
  const now = Date.now();
  return (
    <Shell
      current="models"
      you={view.you.person}
      roles={view.you.roles}
      panel={<InUse view={view} act={(await searchParams).act} />}
      changes={{ of: [`model:${view.id}`], says: "This model has changed" }}
    >
      <div className="mx-auto max-w-[1080px] px-4 py-5 md:px-7">
        <Crumbs steps={[["Models", "/models"], [view.key]]} />
        <h1 className="font-serif text-[27px] leading-[1.18] font-[600] text-balance">{view.title}</h1>
        {view.purpose && <p className="mt-3 max-w-[62ch] font-serif text-[16px] leading-normal">{view.purpose}</p>}
        <dl className="mt-3 mb-6 flex flex-wrap gap-x-6 gap-y-1 text-[14px] [&>div]:flex [&>div]:gap-1.5 [&_dt]:text-muted">
          <div>
            <dt className="sr-only">State</dt>
            <dd>
              <Chip tone={tone}>{word}</Chip>
            </dd>
          </div>
          <div>
            <dt className="sr-only">Tier</dt>
            <dd>{view.tier ? <TierMark tier={view.tier} /> : "not tiered yet"}</dd>
          </div>
          <div>
            <dt>Task</dt>
            <dd>{view.task}</dd>
          </div>
          <div>
            <dt>Owner</dt>
            <dd>{view.owner.name}</dd>
          </div>
          <div>
            <dt>Registered</dt>
            <dd>
              <Moment iso={view.createdAt} withTime={false} />
            </dd>
          </div>
        </dl>
        <Open view={view} now={now} />
        <Section
          id="versions"
          folio="2"
          title="Versions"
          summary={`${view.timeline.length} registered`}
          action={
            <Link className="link" href={`/audit?stream=model:${view.id}`}>
              History of the model
            </Link>
          }
        >
          {view.timeline.length === 0 && (
            <Empty title="No version yet">
              <code>countersign register</code> registers one from CI or from a terminal.
            </Empty>
          )}
          <ol>
            {view.timeline.map((version) => (
              <Version key={version.id} model={view.key} version={version} now={now} />
            ))}
          </ol>
        </Section>
        <Section id="tier" folio="3" title="Tier" summary={view.tier ? `tier ${view.tier.slice(1)}` : "not tiered yet"}>
          {view.tierReasons.length === 0 ? (
            <p className="text-ink-2">A model risk manager tiers the model before a review can begin.</p>
          ) : (
            <ul className="grid gap-1">
              {view.tierReasons.map((reason) => (
                <li key={reason} className="max-w-[68ch]">
                  {reason}
                </li>
              ))}
            </ul>
          )}
          {view.you.may.tier && (
            <TierForm
              key={JSON.stringify(view.tierAnswers)}
              modelId={view.id}
              tier={view.tier}
              answers={view.tierAnswers}
            />
          )}
        </Section>
      </div>
    </Shell>
  );
}

function Open({ view, now }: { view: ModelView; now: number }) {
  const reviews = view.timeline.flatMap((version) =>
    version.reviews.filter((review) => review.endedAt === null).map((review) => ({ version, review })),
  );
  const count = reviews.length + view.findings.length + view.conditions.length;
  return (
    <Section
      id="open"
      folio="1"
      title="Open"
      summary={count === 0 ? "nothing" : `${count} ${count === 1 ? "item" : "items"}`}
    >
      {count === 0 && <p className="text-ink-2">No review, finding or condition is open.</p>}
      <ul>
        {reviews.map(({ version, review }) => (
          <li key={review.id} className="flex flex-wrap items-center gap-3 border-b border-hair py-1.5">
            <Link className="link" href={`/reviews/${review.id}`}>
              Review of version {version.number}
              {version.label ? ` · ${version.label}` : ""} for {review.environment.toLowerCase()}
            </Link>
            <ReviewState state={review.state} />
          </li>
        ))}
        {view.findings.map((finding) => (
          <li
            key={`${finding.reviewId}${finding.number}`}
            className="flex flex-wrap items-center gap-3 border-b border-hair py-1.5"
          >
            <Link className="link" href={`/reviews/${finding.reviewId}#findings`}>
              Finding {finding.number}, {finding.severity}
            </Link>
            <Chip tone="change">{finding.state}</Chip>
            <span className="text-[13px] text-muted">{finding.owner.name}</span>
          </li>
        ))}
        {view.conditions.map((condition) => (
          <li
            key={`${condition.reviewId}${condition.number}`}
            className="flex flex-wrap items-baseline gap-3 border-b border-hair py-1.5"
          >
            <Link className="link max-w-[56ch]" href={`/reviews/${condition.reviewId}#findings`}>
              {condition.text}
            </Link>
            <span className="text-[13px] text-muted">{condition.owner.name}</span>
            <span className="ml-auto text-right text-[13px]">
              <DueDay iso={condition.dueAt} now={now} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Version({ model, version, now }: { model: string; version: ModelVersionView; now: number }) {
  return (
    <li className="grid border-b border-hair py-2 sm:grid-cols-[64px_minmax(0,1fr)]">
      <span className="text-[13px] text-muted">
        <Day iso={version.frozenAt ?? version.createdAt} now={now} />
      </span>
      <div>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <b className="font-[650]">
            Version {version.number}
            {version.label ? ` · ${version.label}` : ""}
          </b>
          {version.reviews.length === 0 && (
            <Chip tone="draft">{version.state === "draft" ? "Draft" : version.state}</Chip>
          )}
          {version.number > 1 && (
            <Link
              className="link ml-auto text-[13px]"
              href={`/models/${model}/compare/${version.number - 1}..${version.number}`}
            >
              Compare with version {version.number - 1}
            </Link>
          )}
        </p>
        {version.description && <p className="max-w-[68ch] text-ink-2">{version.description}</p>}
        {version.reviews.map((review) => (
          <p key={review.id} className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-[14px]">
            <Link className="link" href={`/reviews/${review.id}`}>
              Review for {review.environment.toLowerCase()}
            </Link>
            <ReviewState state={review.state} />
            {review.decisions.length > 0 && (
              <span className="text-[13px] text-muted">
                {review.decisions
                  .map(({ person, act }) => `${person.name} ${(actWords[act] ?? act).toLowerCase()}`)
                  .join("; ")}
              </span>
            )}
          </p>
        ))}
      </div>
    </li>
  );
}

/** What a suspension does at once, with what it concerns by name. */
function suspending({ aliases, timeline }: ModelView): string[] {
  const open = timeline.flatMap(({ reviews }) => reviews.filter(({ endedAt }) => endedAt === null)).length;
  return [
    "Every gate denies every version of it from then on, whatever its approvals say.",
    ...aliases.map(({ name, version }) => `${name} goes on naming version ${version.number}, which may not run.`),
    ...(open > 0 ? [`${open} open ${open === 1 ? "review stays" : "reviews stay"} open and cannot approve.`] : []),
    "It is recorded as signed by you; restoring it is another signature.",
  ];
}
const restoring = [
  "Gates answer by its approvals again: those that are still valid, and no others.",
  "It is recorded as signed by you.",
];

/** `act`: what the address asks for at once. */
function InUse({ view, act }: { view: ModelView; act: string | string[] | undefined }) {
  const { may } = view.you;
  return (
    <section aria-labelledby="in-use" className={panelClass}>
      <h2 id="in-use" className="text-[16px] font-[650]">
        In use
      </h2>
      {view.aliases.length === 0 && <p className="mt-1 text-ink-2">No alias names a version: nothing runs by name.</p>}
      <ul>
        {view.aliases.map((alias) => (
          <li key={alias.name} className="border-t border-hair py-2 first:border-t-0">
            <p>
              <code className="font-mono">{alias.name}</code>{" "}
              <b className="font-[650]">
                version {alias.version.number}
                {alias.version.label ? ` · ${alias.version.label}` : ""}
              </b>
            </p>
            <p className="text-[13px] text-muted">
              since <Moment iso={alias.movedAt} withTime={false} />
              {alias.approval && (
                <>
                  ; {alias.approval.environment.toLowerCase()}, approval {alias.approval.state} until{" "}
                  <Moment iso={alias.approval.validUntil} withTime={false} />
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
      <p className="mt-2 border-t border-hair pt-2 text-[13px] text-muted">
        Ask before a run:{" "}
        <code className="font-mono break-all">countersign gate {view.key}@champion --env production</code>
      </p>
      {(may.accept || may.reject) && <JudgeProposal modelId={view.id} may={may} />}
      {may.suspend && <HaltModel modelId={view.id} act="suspend" open={act === "suspend"} follows={suspending(view)} />}
      {may.restore && <HaltModel modelId={view.id} act="restore" follows={restoring} />}
    </section>
  );
}
