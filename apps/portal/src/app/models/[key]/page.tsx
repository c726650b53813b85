import type { ModelVersionView, ModelView } from "@countersign/domain";
import {
  Chip,
  Day,
  DueDay,
  Empty,
  Moment,
  PartState,
  ReviewState,
  Section,
  TierMark,
  panelClass,
  sheetClass,
} from "@countersign/ui";
import { requestSay } from "@countersign/ui/request-say";
import { useSay } from "@countersign/ui/say";
import { msg, type Say } from "@countersign/words";
import type { Metadata } from "next";
import Link from "next/link";
import { cache } from "react";
import { HaltModel, JudgeProposal } from "../../../client/model-acts.tsx";
import { TierForm } from "../../../client/tier-form.tsx";
import { Connections, ModelDocuments } from "../../../model/connections.tsx";
import { environmentInside, versionName } from "../../../model/names.ts";
import { ModelPeople } from "../../../model/people.tsx";
import { Use } from "../../../model/use.tsx";
import { modelStates } from "../../../model/words.ts";
import { api, orNotFound } from "../../../server/caller.ts";
import { Crumbs } from "../../../server/crumbs.tsx";
import { Shell } from "../../../server/shell.tsx";

/** What asks before a run, in the parts that may not be torn apart. */
const gate = { command: "countersign gate", option: "--env production" } as const;

interface Props {
  params: Promise<{ key: string }>;
  searchParams: Promise<{ act?: string | string[] }>;
}

/** Read once for the title and the page. */
const read = cache(async (key: string) =>
  orNotFound((await api(`/models/${key}`)).model({ model: decodeURIComponent(key) })),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const view = await read((await params).key);
  const say = await requestSay();
  return { title: `${view.key}, ${say.term(view.state)}` };
}

export default async function ModelPage({ params, searchParams }: Props) {
  const view = await read((await params).key);
  const say = await requestSay();
  const [tone, icon, word] = modelStates[view.state] ?? (["draft", "open", view.state] as const);
  const now = Date.now();
  return (
    <Shell
      current="models"
      you={view.you.person}
      roles={view.you.roles}
      panel={<InUse view={view} act={(await searchParams).act} />}
      changes={{ of: [`model:${view.id}`], says: say("This model has changed") }}
    >
      <div className={sheetClass}>
        <Crumbs steps={[[say("Models"), "/models"], [view.key]]} />
        <h1 className="font-serif text-[27px] leading-[1.18] font-[600] text-balance">{view.title}</h1>
        {view.purpose && <p className="mt-3 max-w-[62ch] font-serif text-[16px] leading-normal">{view.purpose}</p>}
        <dl className="mt-3 mb-6 flex flex-wrap gap-x-6 gap-y-1 text-[14px] [&>div]:flex [&>div]:gap-1.5 [&_dt]:text-muted">
          <div>
            <dt className="sr-only">{say("State")}</dt>
            <dd>
              <Chip tone={tone} icon={icon}>
                {say(word)}
              </Chip>
            </dd>
          </div>
          <div>
            <dt className="sr-only">{say("Tier")}</dt>
            <dd>{view.tier ? <TierMark tier={view.tier} /> : say("not tiered yet")}</dd>
          </div>
          <div>
            <dt>{say("Task")}</dt>
            <dd>{say.term(view.task)}</dd>
          </div>
          <div>
            <dt>{say("Owner")}</dt>
            <dd>{view.owner.name}</dd>
          </div>
          <div>
            <dt>{say("Registered")}</dt>
            <dd>
              <Moment iso={view.createdAt} withTime={false} />
            </dd>
          </div>
        </dl>
        <Open view={view} now={now} />
        <Use view={view} />
        <Section
          id="versions"
          folio="3"
          title={say("Versions")}
          summary={say("{n} registered", { n: view.timeline.length })}
          action={
            <Link className="link" href={`/audit?stream=model:${view.id}`}>
              {say("History of the model")}
            </Link>
          }
        >
          {view.timeline.length === 0 && (
            <Empty title={say("No version yet")}>
              {say.rich("<code>countersign register</code> registers one from CI or from a terminal.", {
                code: (inside) => <code>{inside}</code>,
              })}
            </Empty>
          )}
          <ol>
            {view.timeline.map((version) => (
              <Version key={version.id} model={view.key} version={version} now={now} />
            ))}
          </ol>
        </Section>
        <Section
          id="tier"
          folio="4"
          title={say("Tier")}
          summary={view.tier ? say("tier {n}", { n: view.tier.slice(1) }) : say("not tiered yet")}
        >
          {view.tierReasons.length === 0 ? (
            <p className="text-ink-2">{say("A model risk manager tiers the model before a review can begin.")}</p>
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
        <ModelPeople people={view.people} />
        <ModelDocuments about={view.about} />
        <Connections view={view} />
      </div>
    </Shell>
  );
}

function Open({ view, now }: { view: ModelView; now: number }) {
  const say = useSay();
  const reviews = view.timeline.flatMap((version) =>
    version.reviews.filter((review) => review.endedAt === null).map((review) => ({ version, review })),
  );
  const count = reviews.length + view.findings.length + view.conditions.length;
  return (
    <Section
      id="open"
      folio="1"
      title={say("Open")}
      summary={count === 0 ? say("nothing") : say("{n, plural, one {# item} other {# items}}", { n: count })}
    >
      {count === 0 && <p className="text-ink-2">{say("No review, finding or condition is open.")}</p>}
      <ul>
        {reviews.map(({ version, review }) => (
          <li
            key={review.id}
            className="flex flex-wrap items-center gap-3 border-b border-hair py-[calc(var(--row)*0.75)]"
          >
            <Link className="link" href={`/reviews/${review.id}`}>
              {say("Review of version {version} for {environment}", {
                version: versionName(version),
                environment: environmentInside(say, review.environment),
              })}
            </Link>
            <ReviewState state={review.state} />
          </li>
        ))}
        {view.findings.map((finding) => (
          <li
            key={`${finding.reviewId}${finding.number}`}
            className="flex flex-wrap items-center gap-3 border-b border-hair py-[calc(var(--row)*0.75)]"
          >
            <Link className="link" href={`/reviews/${finding.reviewId}#findings`}>
              {say("Finding {n}, {severity}", { n: finding.number, severity: say.term(finding.severity) })}
            </Link>
            <PartState state={finding.state}>{say.term(finding.state)}</PartState>
            <span className="text-[13px] text-muted">{finding.owner.name}</span>
          </li>
        ))}
        {view.conditions.map((condition) => (
          <li
            key={`${condition.reviewId}${condition.number}`}
            className="flex flex-wrap items-baseline gap-3 border-b border-hair py-[calc(var(--row)*0.75)]"
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

const decided: Record<string, string> = {
  recommend: msg("{person} recommends approval"),
  approve: msg("{person} approves"),
  approve_with_conditions: msg("{person} approves with conditions"),
  request_changes: msg("{person} requests changes"),
  reject: msg("{person} rejects"),
};

function Version({ model, version, now }: { model: string; version: ModelVersionView; now: number }) {
  const say = useSay();
  return (
    <li className="grid border-b border-hair py-row gap-x-3 sm:grid-cols-[minmax(52px,max-content)_minmax(0,1fr)]">
      <span className="text-[13px] text-muted">
        <Day iso={version.frozenAt ?? version.createdAt} now={now} />
      </span>
      <div>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <b className="font-[650]">{say("Version {version}", { version: versionName(version) })}</b>
          {version.reviews.length === 0 && (
            <Chip tone="draft" icon={version.state === "draft" ? "open" : "lock"}>
              {version.state === "draft" ? say("Draft") : say.term(version.state)}
            </Chip>
          )}
          {version.number > 1 && (
            <Link
              className="link ml-auto text-[13px] max-sm:ml-0 max-sm:basis-full"
              href={`/models/${model}/compare/${version.number - 1}..${version.number}`}
            >
              {say("Compare with version {version}", { version: version.number - 1 })}
            </Link>
          )}
        </p>
        {version.description && <p className="max-w-[68ch] text-ink-2">{version.description}</p>}
        {version.reviews.map((review) => (
          <p key={review.id} className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-[14px]">
            <Link className="link" href={`/reviews/${review.id}`}>
              {say("Review for {environment}", { environment: environmentInside(say, review.environment) })}
            </Link>
            <ReviewState state={review.state} />
            {review.decisions.length > 0 && (
              <span className="text-[13px] text-muted">
                {review.decisions
                  .map(({ person, act }) => say(decided[act] ?? act, { person: person.name }))
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
function suspending(say: Say, { aliases, timeline }: ModelView): string[] {
  const open = timeline.flatMap(({ reviews }) => reviews.filter(({ endedAt }) => endedAt === null)).length;
  return [
    say("Every gate denies every version of it from then on, whatever its approvals say."),
    ...aliases.map(({ name, version }) =>
      say("{alias} goes on naming version {version}, which may not run.", { alias: name, version: version.number }),
    ),
    ...(open > 0
      ? [
          say(
            "{n, plural, one {# open review stays open and cannot approve.} other {# open reviews stay open and cannot approve.}}",
            { n: open },
          ),
        ]
      : []),
    say("It is recorded as signed by you; restoring it is another signature."),
  ];
}
const restoring = (say: Say): string[] => [
  say("Gates answer by its approvals again: those that are still valid, and no others."),
  say("It is recorded as signed by you."),
];

/** `act`: what the address asks for at once. */
function InUse({ view, act }: { view: ModelView; act: string | string[] | undefined }) {
  const say = useSay();
  const { may } = view.you;
  return (
    <section aria-labelledby="in-use" className={panelClass}>
      <h2 id="in-use" className="font-serif text-[18px] leading-snug font-[600]">
        {say("In use")}
      </h2>
      {view.aliases.length === 0 && (
        <p className="mt-1 text-ink-2">{say("No alias names a version: nothing runs by name.")}</p>
      )}
      <ul>
        {view.aliases.map((alias) => (
          <li key={alias.name} className="border-t border-hair py-2 first:border-t-0">
            <p>
              <code className="font-mono">{alias.name}</code>{" "}
              <b className="font-[650]">{say("version {version}", { version: versionName(alias.version) })}</b>
            </p>
            <p className="text-[13px] text-muted">
              {alias.approval
                ? say.rich("since {since}; {environment}, approval {state} until {until}", {
                    since: <Moment iso={alias.movedAt} withTime={false} />,
                    environment: environmentInside(say, alias.approval.environment),
                    state: say.term(alias.approval.state),
                    until: <Moment iso={alias.approval.validUntil} withTime={false} />,
                  })
                : say.rich("since {since}", { since: <Moment iso={alias.movedAt} withTime={false} /> })}
            </p>
          </li>
        ))}
      </ul>
      <p className="mt-2 border-t border-hair pt-2 text-[13px] text-muted">
        {say("Ask before a run:")}{" "}
        <code className="block font-mono wrap-anywhere">
          {gate.command} <span className="inline-block max-w-full">{`${view.key}@champion`}</span>{" "}
          <span className="whitespace-nowrap">{gate.option}</span>
        </code>
      </p>
      {(may.accept || may.reject) && <JudgeProposal modelId={view.id} may={may} />}
      {may.suspend && (
        <HaltModel modelId={view.id} act="suspend" open={act === "suspend"} follows={suspending(say, view)} />
      )}
      {may.restore && <HaltModel modelId={view.id} act="restore" follows={restoring(say)} />}
    </section>
  );
}
