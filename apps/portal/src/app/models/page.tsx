import type { ModelListItem } from "@countersign/domain";
import { buttonClass, Chip, Empty, fieldClass, Icon, TierMark, sheetClass, ShortDay } from "@countersign/ui";
import { requestSay } from "@countersign/ui/request-say";
import { useSay } from "@countersign/ui/say";
import { savedViews } from "@countersign/usecases";
import { daysUntil, dueText, msg } from "@countersign/words";
import type { Metadata } from "next";
import Link from "next/link";
import { asked, type Selection, selectionOf } from "../../model/selection.ts";
import { versionName } from "../../model/names.ts";
import { modelStates } from "../../model/words.ts";
import { SavedViews } from "../../client/saved-views.tsx";
import { api, orNotFound } from "../../server/caller.ts";
import { deps } from "../../server/deps.ts";
import { Shell } from "../../server/shell.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const say = await requestSay();
  return { title: say("Models") };
}

export default async function ModelsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { after, ...selection } = selectionOf(await searchParams);
  const say = await requestSay();
  const caller = await api("/models");
  const { models, total, matching, next } = await orNotFound(
    caller.models({ ...asked(selection), ...(after ? { after } : {}) }),
  );
  const { you, roles } = await caller.me({});
  const views = await savedViews(await deps(), you.id, "models");
  const now = Date.now();
  const narrowed = Boolean(selection.q || selection.state || selection.tier);
  const address = (change: Selection & { format?: string }): string => {
    const query = new URLSearchParams(
      Object.entries({ ...selection, ...change }).filter((entry): entry is [string, string] => Boolean(entry[1])),
    );
    return query.size > 0 ? `?${query.toString()}` : "";
  };
  return (
    <Shell current="models" you={you} roles={roles}>
      <div className={sheetClass}>
        <h1 className="font-serif text-[27px] font-[600]">
          {say("Models")}{" "}
          <span className="ml-2 font-sans text-[15px] font-normal text-muted">
            {narrowed
              ? say("{matching} of {total}", { matching: say.count(matching), total: say.count(total) })
              : say.count(total)}
          </span>
        </h1>
        <form method="get" action="/models" className="mt-4 flex flex-wrap items-end gap-3">
          <label className="block grow">
            <span className="mb-1 block text-[13px] font-[550]">{say("Key, title or owner")}</span>
            <input className={fieldClass} name="q" type="search" defaultValue={selection.q ?? ""} autoComplete="off" />
          </label>
          <label className="block">
            <span className="mb-1 block text-[13px] font-[550]">{say("State")}</span>
            <select className={fieldClass} name="state" defaultValue={selection.state ?? ""}>
              <option value="">{say("any")}</option>
              {Object.entries(modelStates).map(([state, [, , word]]) => (
                <option key={state} value={state}>
                  {say(word)}
                </option>
              ))}
            </select>
          </label>
          <label className="block">
            <span className="mb-1 block text-[13px] font-[550]">{say("Tier")}</span>
            <select className={fieldClass} name="tier" defaultValue={selection.tier ?? ""}>
              <option value="">{say("any")}</option>
              {["T1", "T2", "T3", "T4"].map((tier) => (
                <option key={tier} value={tier}>
                  {say("Tier {n}", { n: tier.slice(1) })}
                </option>
              ))}
            </select>
          </label>
          {selection.sort && <input type="hidden" name="sort" value={selection.sort} />}
          <button type="submit" className={buttonClass()}>
            {say("Filter")}
          </button>
          <a className={buttonClass()} href={`/models/export${address({})}`} download="models.csv">
            <Icon name="download" /> {say("Export CSV")}
          </a>
          <a className={buttonClass()} href={`/models/export${address({ format: "xlsx" })}`} download="models.xlsx">
            <Icon name="download" /> {say("Excel")}
          </a>
        </form>
        <SavedViews page="models" path="/models" selection={address({}).slice(1)} views={views} />
        {models.length === 0 ? (
          <div className="mt-6">
            {narrowed ? (
              <Empty title={say("No model matches")}>
                <Link className="link" href="/models">
                  {say("Clear the filters")}
                </Link>
              </Empty>
            ) : (
              <Empty title={say("There is no model yet")}>
                {say.rich(
                  "Register one with <code>countersign register</code>; a model risk manager accepts and tiers it.",
                  {
                    code: (inside) => <code>{inside}</code>,
                  },
                )}
              </Empty>
            )}
          </div>
        ) : (
          <>
            <Table models={models} address={address} sort={asked(selection).order} now={now} />
            {(next !== null || after) && (
              <nav aria-label={say("Pages")} className="mt-4 flex gap-3">
                {after && (
                  <Link className={buttonClass()} href={`/models${address({})}`}>
                    {say("First page")}
                  </Link>
                )}
                {next !== null && (
                  <Link className={buttonClass()} href={`/models${address({ after: next })}`}>
                    {say("Next page")}
                  </Link>
                )}
              </nav>
            )}
          </>
        )}
      </div>
    </Shell>
  );
}

const columns: { key: string; word: string; sorts: boolean; right?: boolean }[] = [
  { key: "title", word: msg("Model"), sorts: true },
  { key: "tier", word: msg("Tier"), sorts: true },
  { key: "state", word: msg("State"), sorts: false },
  { key: "use", word: msg("In use"), sorts: false },
  { key: "newest", word: msg("Newest"), sorts: false },
  { key: "owner", word: msg("Owner"), sorts: true },
  { key: "date", word: msg("Next date"), sorts: true },
  { key: "open", word: msg("Open"), sorts: true, right: true },
];

function Table({
  models,
  address,
  sort,
  now,
}: {
  models: ModelListItem[];
  address: (change: Selection) => string;
  sort: string;
  now: number;
}) {
  const say = useSay();
  return (
    <table className="mt-4 w-full border-collapse text-left text-[14px] max-lg:block">
      <thead className="max-lg:sr-only">
        <tr className="border-b border-rule text-[13px] text-muted">
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              aria-sort={sort === column.key ? (column.key === "open" ? "descending" : "ascending") : undefined}
              className={`py-1 pr-3 align-bottom font-normal last:pr-0 ${column.right ? "text-right" : ""}`}
            >
              {column.sorts ? (
                <Link
                  href={`/models${address({ sort: column.key })}`}
                  className={`inline-block min-h-6 underline-offset-2 hover:underline ${sort === column.key ? "font-[650] text-ink" : ""}`}
                >
                  {say(column.word)}
                  {sort === column.key ? (column.key === "open" ? " ↓" : " ↑") : ""}
                </Link>
              ) : (
                <span className="inline-block min-h-6">{say(column.word)}</span>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-lg:block">
        {models.map((model) => {
          const [tone, icon, word] = modelStates[model.state] ?? (["draft", "open", model.state] as const);
          const newest = model.versions.at(-1);
          return (
            <tr
              key={model.id}
              className="border-b border-hair align-top hover:bg-sunken/50 max-lg:flex max-lg:flex-wrap max-lg:gap-x-3 max-lg:py-2.5 lg:[&>td]:py-row"
            >
              <th scope="row" className="pr-3 text-left font-normal max-lg:w-full lg:py-row">
                <Link href={`/models/${model.key}`} className="font-[650] hover:underline">
                  {model.title}
                </Link>
                <code className="block font-mono text-[12px] text-muted">{model.key}</code>
              </th>
              <td className="pr-3">{model.tier ? <TierMark tier={model.tier} /> : say("not tiered")}</td>
              <td className="pr-3">
                <Chip tone={tone} icon={icon}>
                  {say(word)}
                </Chip>
              </td>
              <td className="pr-3 max-lg:w-full">
                {model.aliases.length === 0 && (
                  <span className="text-muted">
                    <span className="lg:hidden">{say("In use")}: </span>
                    {say("nothing")}
                  </span>
                )}
                {model.aliases.map((alias) => (
                  <span key={alias.name} className="block">
                    {say.rich("version {version} <muted>{alias}, since {day}</muted>", {
                      version: versionName(alias.version),
                      alias: alias.name,
                      day: <ShortDay iso={alias.movedAt} now={now} />,
                      muted: (inside) => <span className="text-[13px] text-muted lg:block">{inside}</span>,
                    })}
                  </span>
                ))}
              </td>
              <td className="pr-3">
                <span className="text-muted lg:hidden">{say("Newest")}: </span>
                {newest ? (
                  <>
                    {newest.number}
                    {newest.label ? <span className="text-muted"> · {newest.label}</span> : null}
                  </>
                ) : (
                  <span className="text-muted">{say("none")}</span>
                )}
              </td>
              <td className="pr-3">{model.owner.name}</td>
              <td className={`pr-3 ${model.nextDate ? "max-lg:w-full" : "max-lg:hidden"}`}>
                <NextDate date={model.nextDate} now={now} />
              </td>
              <td className="lg:text-right">
                {model.openReviews + model.openFindings === 0 ? (
                  <span className="text-muted max-lg:hidden">–</span>
                ) : (
                  <>
                    {model.openReviews > 0 &&
                      say("{n, plural, one {# review} other {# reviews}}", { n: model.openReviews })}
                    {model.openReviews > 0 && model.openFindings > 0 && ", "}
                    {model.openFindings > 0 &&
                      say("{n, plural, one {# finding} other {# findings}}", { n: model.openFindings })}
                  </>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** A day that comes within so many days is counted down to. */
const soon = 30;

/** The nearest day that waits for a model, with what it is. Said in words, so that colour carries nothing alone. */
function NextDate({ date, now }: { date: ModelListItem["nextDate"]; now: number }) {
  const say = useSay();
  if (!date) return <span className="text-muted">–</span>;
  const left = daysUntil(date.at, now);
  const ended = Date.parse(date.at) <= now;
  const what = date.what === "condition" ? say.term("condition") : ended ? say("approval ended") : say("approval ends");
  return (
    <>
      <span className="text-muted lg:hidden">{say("Next date")}: </span>
      <span className={left < 0 || (ended && date.what === "approval") ? "font-[650] text-fail" : ""}>
        <ShortDay iso={date.at} now={now} />
      </span>{" "}
      <span className="text-[13px] text-muted lg:block">
        {left <= soon ? say("{what}, {when}", { what, when: dueText(say, left) }) : what}
      </span>
    </>
  );
}
