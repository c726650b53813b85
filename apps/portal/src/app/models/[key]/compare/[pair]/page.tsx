import type { CheckEnd, VersionComparison, VersionRef } from "@countersign/domain";
import {
  buttonClass,
  Empty,
  fieldClass,
  outcomeWords,
  ReviewState,
  Section,
  Verdict,
  ScrollTable,
  sheetClass,
} from "@countersign/ui";
import { requestSay } from "@countersign/ui/request-say";
import { useSay } from "@countersign/ui/say";
import type { Say } from "@countersign/words";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { FieldTable } from "../../../../../comparison/fields.tsx";
import { MetricTable, OnlyOne } from "../../../../../comparison/metrics.tsx";
import { measuredInBoth } from "../../../../../comparison/moved.ts";
import { CardText } from "../../../../../comparison/text.tsx";
import { environmentInside, versionName } from "../../../../../model/names.ts";
import { titleWords } from "../../../../../review/words.ts";
import { api, orNotFound } from "../../../../../server/caller.ts";
import { Crumbs } from "../../../../../server/crumbs.tsx";
import { Shell } from "../../../../../server/shell.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const say = await requestSay();
  return { title: say("Compare") };
}

/** Two versions of a model by number: `/models/credit-pd/compare/1..2`. */
export default async function ComparisonPage({ params }: { params: Promise<{ key: string; pair: string }> }) {
  const { key, pair } = await params;
  const [, base, now] = /^(\d{1,9})\.\.(\d{1,9})$/.exec(decodeURIComponent(pair)) ?? [];
  if (!base || !now) notFound();
  const caller = await api(`/models/${key}/compare/${pair}`);
  const view = await orNotFound(caller.comparison({ model: decodeURIComponent(key), base, now }));
  const say = await requestSay();
  const moved = measuredInBoth(view.metrics);
  return (
    <Shell current="models" you={view.you.person} roles={view.you.roles}>
      <div className={sheetClass}>
        <Crumbs steps={[[say("Models"), "/models"], [view.model.key, `/models/${view.model.key}`], [say("Compare")]]} />
        <h1 className="font-serif text-[27px] leading-[1.18] font-[600] text-balance">
          {say.rich("{model} <quiet>· version {base} and version {now}</quiet>", {
            model: view.model.title,
            base: view.base.number,
            now: view.now.number,
            quiet: (inside) => <span className="font-normal text-muted">{inside}</span>,
          })}
        </h1>
        <Choice view={view} />
        <div className="my-5 grid gap-4 md:grid-cols-2">
          <Side version={view.base} />
          <Side version={view.now} />
        </div>
        <Section
          id="metrics"
          folio="1"
          title={say("Metrics")}
          summary={
            view.environment
              ? say("as reviewed for {environment}", { environment: environmentInside(say, view.environment) })
              : say("not comparable")
          }
        >
          {view.environment === null ? (
            <p className="text-ink-2">
              {say(
                "The two were never reviewed for the same environment, so nothing was measured of both in the same way.",
              )}
            </p>
          ) : moved.length === 0 ? (
            <p className="text-ink-2">{say("No metric that both have differs.")}</p>
          ) : (
            <MetricTable changes={moved} base={view.base} now={view.now} />
          )}
          <OnlyOne changes={view.metrics} base={view.base} now={view.now} />
        </Section>
        <Section id="checks" folio="2" title={say("Checks")} summary={checksSummary(say, view)}>
          {view.checks.length > 0 && <CheckTable view={view} />}
          {view.environment !== null && view.checks.length === 0 && (
            <p className="text-ink-2">{say("Every check ended alike.")}</p>
          )}
        </Section>
        <Section
          id="settings"
          folio="3"
          title={say("Settings, columns, requirements, files")}
          summary={view.changes.length === 0 ? say("the same") : say("{n} differ", { n: view.changes.length })}
        >
          {view.changes.length === 0 ? (
            <Empty title={say("Nothing differs")}>
              {say("Both were registered with the same settings and the same files.")}
            </Empty>
          ) : (
            <FieldTable changes={view.changes} base={view.base} now={view.now} />
          )}
        </Section>
        <Section id="card" folio="4" title={say("Model card")} summary={say(view.card ? "word by word" : "the same")}>
          {view.card ? (
            <CardText parts={view.card} base={view.base.number} now={view.now.number} />
          ) : (
            <p className="text-ink-2">{say("The text of the card is the same, or neither has one.")}</p>
          )}
        </Section>
      </div>
    </Shell>
  );
}

function Choice({ view }: { view: VersionComparison }) {
  const say = useSay();
  const choose = (name: "base" | "now", label: string, chosen: VersionRef) => (
    <label className="block">
      <span className="mb-1 block text-[13px] font-[550]">{label}</span>
      <select name={name} defaultValue={chosen.number} className={fieldClass}>
        {view.versions.map((version) => (
          <option key={version.id} value={version.number}>
            {say("Version {version}", { version: versionName(version) })}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <form action={`/models/${view.model.key}/compare`} className="mt-4 flex flex-wrap items-end gap-3">
      {choose("base", say("Compare"), view.base)}
      {choose("now", say("with"), view.now)}
      <button type="submit" className={buttonClass()}>
        {say("Compare")}
      </button>
      <Link
        className="link min-h-9 content-center"
        href={`/models/${view.model.key}/compare/${view.now.number}..${view.base.number}`}
      >
        {say("The other way round")}
      </Link>
    </form>
  );
}

function Side({ version }: { version: VersionComparison["base"] }) {
  const say = useSay();
  return (
    <section aria-label={say("Version {version}", { version: version.number })} className="border-t border-rule pt-2">
      <h2 className="flex flex-wrap items-center gap-x-3 font-[650]">
        {say("Version {version}", { version: versionName(version) })}
        {version.review && <ReviewState state={version.review.state} />}
      </h2>
      {version.description && <p className="mt-1 text-ink-2">{version.description}</p>}
      {version.review && (
        <p className="mt-1 text-[14px]">
          <Link className="link" href={`/reviews/${version.review.id}`}>
            {say("Review for {environment}", { environment: environmentInside(say, version.review.environment) })}
          </Link>
        </p>
      )}
    </section>
  );
}

const checksSummary = (say: Say, { environment, checks, checksAlike }: VersionComparison): string =>
  environment === null
    ? say("not comparable")
    : say("{n} ended otherwise, {alike} alike", { n: checks.length, alike: checksAlike });

function CheckTable({ view }: { view: VersionComparison }) {
  const say = useSay();
  return (
    <ScrollTable
      label={say("Checks compared")}
      head={[
        say("Check"),
        say("Version {version}", { version: view.base.number }),
        say("Version {version}", { version: view.now.number }),
      ]}
      twoValues
    >
      {view.checks.map((change) => (
        <tr key={change.check} className="border-t border-hair">
          <td className="min-w-44 py-1 pr-3">{titleWords(say, change.title)}</td>
          <td className="py-1 pr-3">
            <End end={change.base} />
          </td>
          <td className="py-1">
            <End end={change.now} />
          </td>
        </tr>
      ))}
    </ScrollTable>
  );
}

function End({ end }: { end: CheckEnd }) {
  const say = useSay();
  if (!end) return <span className="text-muted">{say("not asked")}</span>;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <Verdict verdict={end.verdict} />
      {end.outcome && end.verdict !== "pass" && (
        <span className="text-[13px] text-muted">{say(outcomeWords[end.outcome])}</span>
      )}
    </span>
  );
}
