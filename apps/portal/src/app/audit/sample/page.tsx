import type { DecisionSample } from "@countersign/domain";
import { actWords, buttonClass, Empty, fieldClass, Moment, ReviewState, sheetClass } from "@countersign/ui";
import { requestSay } from "@countersign/ui/request-say";
import { useSay } from "@countersign/ui/say";
import type { Metadata } from "next";
import Link from "next/link";
import { environmentInside } from "../../../model/names.ts";
import { api, orNotFound } from "../../../server/caller.ts";
import { Crumbs } from "../../../server/crumbs.tsx";
import { Shell } from "../../../server/shell.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const say = await requestSay();
  return { title: say("Sample of decisions") };
}

/** A sample is drawn when a seed is given, and the drawing is an event: nothing is drawn by looking. */
export default async function SamplePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const say = await requestSay();
  const given = await searchParams;
  const text = (name: string): string => (typeof given[name] === "string" ? given[name] : "");
  const [seed, from, until] = [text("seed"), text("from"), text("until")];
  const count = text("count") || "25";
  const caller = await api(`/audit/sample?${new URLSearchParams({ seed, count, from, until }).toString()}`);
  const { you, roles } = await caller.me({});
  const sample =
    seed === ""
      ? null
      : await orNotFound(
          caller.sample({ seed, count: Number(count), ...(from ? { from } : {}), ...(until ? { until } : {}) }),
        );
  return (
    <Shell current="audit" you={you} roles={roles}>
      <div className={sheetClass}>
        <Crumbs steps={[[say("Audit trail"), "/audit"], [say("Sample")]]} />
        <h1 className="font-serif text-[27px] font-[600]">{say("Sample of decisions")}</h1>
        <p className="mt-1 max-w-[68ch] text-ink-2">
          {say.rich(
            "Signed decisions of reviews that have ended, drawn by lot: those whose SHA-256 of <code>SEED:ID</code> is lowest. Whoever has the seed draws the same ones again. Take one that nobody here could foresee, such as thrown dice. That you drew is in the trail.",
            { code: (inside) => <code>{inside}</code> },
          )}
        </p>
        <form method="get" className="mt-4 flex flex-wrap items-end gap-3" aria-label={say("Draw a sample")}>
          <label className="block min-w-48 flex-1">
            <span className="mb-1 block text-[13px] font-[550]">{say("Seed")}</span>
            <input name="seed" defaultValue={seed} required maxLength={100} autoComplete="off" className={fieldClass} />
          </label>
          <label className="block w-24">
            <span className="mb-1 block text-[13px] font-[550]">{say("How many")}</span>
            <input name="count" type="number" min={1} max={200} defaultValue={count} required className={fieldClass} />
          </label>
          {[["from", say("Signed from"), from] as const, ["until", say("Until"), until] as const].map(
            ([name, says, value]) => (
              <label key={name} className="block">
                <span className="mb-1 block text-[13px] font-[550]">{says}</span>
                <input type="date" name={name} defaultValue={value} className={fieldClass} />
              </label>
            ),
          )}
          <button type="submit" className={buttonClass("primary")}>
            {say("Draw")}
          </button>
        </form>
        {sample && <Drawn sample={sample} />}
      </div>
    </Shell>
  );
}

function Drawn({ sample: { population, drawn } }: { sample: DecisionSample }) {
  const say = useSay();
  if (drawn.length === 0)
    return (
      <div className="mt-6">
        <Empty title={say("Nothing to draw from")}>
          {say("No decision of a review that has ended was signed in these days.")}
        </Empty>
      </div>
    );
  return (
    <section aria-label={say("Drawn")} className="mt-6">
      <p className="border-b border-rule pb-1">
        {say.rich("<b>{n}</b> of {of, plural, one {# decision} other {# decisions}}", {
          n: drawn.length,
          of: population,
          b: (inside) => <b className="font-[650]">{inside}</b>,
        })}
      </p>
      <ol>
        {drawn.map((one) => (
          <li key={one.id} className="border-b border-hair py-row">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Link className="link font-[550]" href={`/reviews/${one.review.id}`}>
                {say("{model}, version {n}", { model: one.model.title, n: one.version.number })}
                {one.version.label ? ` · ${one.version.label}` : ""}
              </Link>
              <ReviewState state={one.review.state} />
              <span className="text-[13px] text-muted">
                {say("for {environment}", { environment: environmentInside(say, one.environment) })}
              </span>
            </p>
            <p>
              {one.person.name}, {say.term(one.role)}: <b className="font-[650]">{say(actWords[one.act] ?? one.act)}</b>
              , <Moment iso={one.signedAt} />
            </p>
            {one.reason && <p className="max-w-[68ch] whitespace-pre-line text-ink-2">{one.reason}</p>}
            <p className="font-mono text-[12px] wrap-anywhere text-muted">
              {one.id} · {one.lot}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
