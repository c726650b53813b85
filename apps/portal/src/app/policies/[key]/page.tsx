import type { PolicyView } from "@countersign/domain";
import {
  buttonClass,
  Digest,
  Chip,
  type ChipTone,
  type IconName,
  Moment,
  Note,
  outcomeWords,
  Section,
  panelClass,
  ScrollTable,
  sheetClass,
} from "@countersign/ui";
import { requestSay } from "@countersign/ui/request-say";
import { useSay } from "@countersign/ui/say";
import { msg, type Say } from "@countersign/words";
import type { Metadata } from "next";
import Link from "next/link";
import { cache } from "react";
import { ConfirmRevision } from "../../../client/confirm-revision.tsx";
import { afterWords, appliesWords, signatureWords } from "../../../policy/words.ts";
import { Differences } from "../../../policy/differences.tsx";
import { DryRun } from "../../../policy/dry-run.tsx";
import { ruleLines } from "../../../policy/settings.ts";
import { allowed } from "../../../review/words.ts";
import { api, orNotFound } from "../../../server/caller.ts";
import { Crumbs } from "../../../server/crumbs.tsx";
import { Shell } from "../../../server/shell.tsx";

const stateWords: Record<string, [ChipTone, IconName, string]> = {
  published: ["ok", "check", msg("In force")],
  proposed: ["change", "half", msg("To be confirmed")],
  superseded: ["draft", "ended", msg("Superseded")],
  withdrawn: ["draft", "ended", msg("Withdrawn")],
};

const stateWord = (say: Say, state: string): string => say(stateWords[state]?.[2] ?? state);

function RevisionState({ state }: { state: string }) {
  const say = useSay();
  const [tone, icon] = stateWords[state] ?? (["draft", "open"] as const);
  return (
    <Chip tone={tone} icon={icon}>
      {stateWord(say, state)}
    </Chip>
  );
}

interface Props {
  params: Promise<{ key: string }>;
  searchParams: Promise<{ revision?: string }>;
}

/** Read once for the title and the page. `revision`: as asked for in the address. */
const read = cache(async (key: string, revision?: string) =>
  orNotFound(
    (await api(`/policies/${key}`)).policy.view({
      policy: decodeURIComponent(key),
      ...(revision === undefined ? {} : { revision: Number(revision) }),
    }),
  ),
);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { key, revision } = await read((await params).key, (await searchParams).revision);
  const say = await requestSay();
  const state = stateWord(say, revision.state);
  return {
    title: say("{key} revision {n}, {state}", {
      key,
      n: revision.number,
      state: say.language === "en" ? state.toLowerCase() : state,
    }),
  };
}

export default async function PolicyPage({ params, searchParams }: Props) {
  const view = await read((await params).key, (await searchParams).revision);
  const { document, revision } = view;
  const say = await requestSay();
  return (
    <Shell current="policies" you={view.you.person} roles={view.you.roles} panel={<Revisions view={view} />}>
      <div className={sheetClass}>
        <Crumbs steps={[[say("Policies"), "/policies"], [view.key]]} />
        <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
          <h1 className="grow font-serif text-[27px] leading-[1.18] font-[600] text-balance">
            {document.title}
            <span className="font-normal text-muted"> · {say("revision {n}", { n: revision.number })}</span>
          </h1>
          {view.you.propose && (
            <Link className={buttonClass()} href={`/policies/${view.key}/draft`}>
              {say("Draft a revision")}
            </Link>
          )}
        </div>
        <dl className="mt-3 mb-5 flex flex-wrap gap-x-6 gap-y-1 text-[14px] [&>div]:flex [&>div]:gap-1.5 [&_dt]:text-muted">
          <div>
            <dt className="sr-only">{say("State")}</dt>
            <dd>
              <RevisionState state={revision.state} />
            </dd>
          </div>
          <div>
            <dt>{say("Proposed")}</dt>
            <dd>
              {say.rich("{day} by {name}", {
                day: <Moment iso={revision.proposedAt} withTime={false} />,
                name: revision.proposedBy.name,
              })}
            </dd>
          </div>
          {revision.publishedAt && (
            <div>
              <dt>{say("In force since")}</dt>
              <dd>
                {say.rich("{day}, confirmed by {name}", {
                  day: <Moment iso={revision.publishedAt} withTime={false} />,
                  name: revision.confirmedBy?.name ?? "",
                })}
              </dd>
            </div>
          )}
          <div>
            <dt>{say("Digest")}</dt>
            <dd>
              <Digest sha256={revision.sha256} />
            </dd>
          </div>
        </dl>
        {revision.state === "proposed" && (
          <div className="mb-5">
            <Note tone="warn" title={say("Publishing needs a second person.")}>
              {view.you.confirm.allowed
                ? say("Read what changes, then confirm it with your password.")
                : view.you.confirm.why}
            </Note>
            {view.you.confirm.allowed && <ConfirmRevision revisionId={revision.id} number={revision.number} />}
          </div>
        )}
        {view.differences && (
          <Section
            id="differences"
            folio="±"
            title={say("Against revision {n}", { n: view.differences.against })}
            summary={say("{n, plural, one {# rule differs} other {# rules differ}}", {
              n: view.differences.list.length,
            })}
          >
            <Differences differences={view.differences} now={say("This one")} />
          </Section>
        )}
        {view.dryRun && (
          <Section id="dry-run" folio="?" title={say("Dry run")} summary={say("made when it was proposed")}>
            <DryRun dryRun={view.dryRun} />
          </Section>
        )}
        <Section id="applies" folio="1" title={say("Applies to")}>
          <p>{appliesWords(say, document.appliesTo)}</p>
        </Section>
        <Section id="signatures" folio="2" title={say("Signatures")}>
          <ul className="grid gap-1">
            {signatureWords(say, document).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <h3 className="mt-4 font-[650]">{say("What a signature means")}</h3>
          <ul className="grid gap-1">
            {document.signOffs.map(({ role, act, meaning }) => (
              <li key={`${role}${act}`} className="max-w-[68ch] font-serif">
                “{meaning}” <span className="font-sans text-[13px] text-muted">{say.term(role)}</span>
              </li>
            ))}
          </ul>
        </Section>
        <Section
          id="checks"
          folio="3"
          title={say("Checks")}
          summary={say("{n} required", { n: document.checks.length })}
        >
          <Rules view={view} />
        </Section>
        <Section id="after" folio="4" title={say("Documents, conditions, validity")}>
          <ul className="grid gap-1">
            {afterWords(say, document).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Section>
        <Section
          id="reviews"
          folio="5"
          title={say("Open reviews")}
          summary={say("{n} judged by this revision", { n: view.reviews.length })}
        >
          {view.reviews.length === 0 && (
            <p className="text-ink-2">{say("No open review is judged by this revision.")}</p>
          )}
          <ul>
            {view.reviews.map((review) => (
              <li key={review.id} className="border-b border-hair py-1">
                <Link className="link" href={`/reviews/${review.id}`}>
                  {review.model}, {say("version {n}", { n: review.version.number })}
                  {review.version.label ? ` · ${review.version.label}` : ""}
                </Link>{" "}
                <span className="text-muted">{say("for {environment}", { environment: review.environment })}</span>
              </li>
            ))}
          </ul>
        </Section>
      </div>
    </Shell>
  );
}

function Rules({ view }: { view: PolicyView }) {
  const say = useSay();
  return (
    <ScrollTable
      label={say("Checks and their limits")}
      head={[say("Rule"), { text: say("Must be"), width: "w-[18%]" }, { text: say("If not"), width: "w-[40%]" }]}
      className="sm:min-w-[560px] max-sm:[&_thead]:sr-only"
    >
      {view.document.checks.map((rule) => (
        <tr
          key={rule.check}
          className="border-b border-hair align-top max-sm:block max-sm:py-1.5 [&>td]:max-sm:block [&>td]:max-sm:py-0"
        >
          <td className="py-1.5 pr-3">
            <span className="font-[600]">{rule.title ?? rule.check}</span>
            <code className="block font-mono text-[12px] text-muted">{rule.check}</code>
            {ruleLines(say, rule).map((line) => (
              <span key={line} className="block max-w-[46ch] text-[13px] text-ink-2">
                {line}
              </span>
            ))}
          </td>
          <td className="py-1.5 pr-3 font-mono text-[13px]">
            {rule.limits.map((limit) => (
              <span key={JSON.stringify(limit)} className="block">
                {allowed(limit, say)}
              </span>
            ))}
          </td>
          <td className="py-1.5">
            {rule.limits.map((limit) => (
              <span key={JSON.stringify(limit)} className="block">
                {say(limit.verdict === "fail" ? "fails" : "warns")}:{" "}
                {say(outcomeWords[rule.outcome[limit.verdict] ?? "blocks"])}
              </span>
            ))}
            {rule.outcome.insufficient && (
              <span className="block text-muted">
                {say("too little evidence")}: {say(outcomeWords[rule.outcome.insufficient])}
              </span>
            )}
          </td>
        </tr>
      ))}
    </ScrollTable>
  );
}

function Revisions({ view }: { view: PolicyView }) {
  const say = useSay();
  return (
    <section aria-labelledby="revisions" className={panelClass}>
      <h2 id="revisions" className="font-serif text-[18px] leading-snug font-[600]">
        {say("Revisions")}
      </h2>
      <ol className="mt-2">
        {view.revisions.map((revision) => (
          <li key={revision.id} className="border-t border-hair py-2">
            <p className="flex items-center gap-2">
              <Link
                href={`/policies/${view.key}?revision=${revision.number}`}
                aria-current={revision.number === view.revision.number ? "true" : undefined}
                className="font-[550] underline underline-offset-2 aria-[current]:no-underline"
              >
                {say("Revision {n}", { n: revision.number })}
              </Link>
              <span className="ml-auto">
                <RevisionState state={revision.state} />
              </span>
            </p>
            <p className="text-[13px] text-muted">
              {revision.proposedBy.name}
              {revision.confirmedBy ? `, ${say("confirmed by {name}", { name: revision.confirmedBy.name })}` : ""},{" "}
              <Moment iso={revision.publishedAt ?? revision.proposedAt} withTime={false} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
