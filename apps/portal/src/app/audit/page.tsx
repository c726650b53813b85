import type { TrailFormat, TrailOf } from "@countersign/domain";
import { Empty, buttonClass, fieldClass, sheetClass } from "@countersign/ui";
import { requestSay } from "@countersign/ui/request-say";
import { useSay } from "@countersign/ui/say";
import { savedViews } from "@countersign/usecases";
import { msg } from "@countersign/words";
import type { Metadata } from "next";
import Link from "next/link";
import { FileLink } from "../../client/ask-for-file.tsx";
import { Judged } from "../../client/chain.tsx";
import { SavedViews } from "../../client/saved-views.tsx";
import { StreamField } from "../../client/stream-field.tsx";
import { TrailCheck } from "../../client/trail-check.tsx";
import { api, orNotFound } from "../../server/caller.ts";
import { claimedLogKey } from "../../server/log-key.ts";
import { deps } from "../../server/deps.ts";
import { Shell } from "../../server/shell.tsx";
import { Entries } from "../../trail/entries.tsx";
import { narrowed } from "../../trail/filters.ts";

export async function generateMetadata(): Promise<Metadata> {
  const say = await requestSay();
  return { title: say("Audit trail") };
}

const kinds = [
  "decision",
  "review",
  "check",
  "approval",
  "alias",
  "condition",
  "finding",
  "version",
  "model",
  "policy",
  "role",
  "person",
  "token",
  "attempt",
  "evidence",
  "trail",
];

const formats: [TrailFormat, string][] = [
  ["csv", msg("Export CSV")],
  ["xlsx", msg("Export XLSX")],
  ["ndjson", msg("Export with proofs (NDJSON)")],
];

export default async function AuditPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const say = await requestSay();
  const given = await searchParams;
  const filters = narrowed(given);
  const caller = await api(`/audit?${new URLSearchParams(filters).toString()}`);
  const before = Number(given["before"]);
  // Reading the trail is itself an event.
  const page = await orNotFound(caller.trail({ limit: 50, ...filters, ...(before > 0 ? { before } : {}) }));
  const { you, roles } = await caller.me({});
  const vkey = await claimedLogKey();
  const views = await savedViews(await deps(), you.id, "audit");
  const address = (changed: Record<string, string>): string =>
    `/audit?${new URLSearchParams({ ...filters, ...changed }).toString()}`;
  const exported = (format: string): string =>
    `/audit/export?${new URLSearchParams({ ...filters, format }).toString()}`;
  const person = page.events.find(({ actor }) => actor?.id === filters.person)?.actor;
  return (
    <Shell
      current="audit"
      you={you}
      roles={roles}
      changes={{ of: filters.stream?.includes(":") ? [filters.stream] : "all", says: say("There are newer entries") }}
    >
      <div className={sheetClass}>
        <h1 className="font-serif text-[27px] font-[600]">{say("Audit trail")}</h1>
        <p className="mt-1 max-w-[68ch] text-ink-2">
          {say.rich(
            page.checkpoint
              ? "{n} entries. Log <code>{log}</code>."
              : "{n} entries, not signed yet. Log <code>{log}</code>.",
            {
              n: say.count(page.total),
              log: page.origin ?? say("not begun"),
              code: (inside) => <code className="font-mono text-[13px]">{inside}</code>,
            },
          )}
        </p>
        {roles.every((role) => role === "auditor") && (
          <p className="mt-3 border-l-4 border-accent bg-accent-tint px-3 py-2">
            {say(
              "You read as auditor: everything of your workspaces, and you change nothing. That you read it is an entry too.",
            )}{" "}
            <Link className="link" href="/help#roles">
              {say("What can I do here?")}
            </Link>
          </p>
        )}
        {page.checkpoint && page.origin && vkey && (
          <TrailCheck
            origin={page.origin}
            vkey={vkey}
            signed={{ size: page.checkpoint.size, at: page.checkpoint.signedAt }}
          />
        )}
        <form
          method="get"
          className="mt-4 flex flex-wrap items-end gap-3"
          role="search"
          aria-label={say("Filter the trail")}
        >
          <label className="block">
            <span className="mb-1 block text-[13px] font-[550]">{say("Kind of act")}</span>
            <select name="act" defaultValue={filters.act ?? ""} className={fieldClass}>
              <option value="">{say("All")}</option>
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {say.term(kind)}
                </option>
              ))}
            </select>
          </label>
          <StreamField key={filters.stream} value={filters.stream ?? ""} />
          {(["from", "until"] as const).map((name) => (
            <label key={name} className="block">
              <span className="mb-1 block text-[13px] font-[550] capitalize">
                {say(name === "from" ? "from" : "until")}
              </span>
              <input type="date" name={name} defaultValue={filters[name] ?? ""} className={fieldClass} />
            </label>
          ))}
          {filters.person && <input type="hidden" name="person" value={filters.person} />}
          <button type="submit" className={buttonClass()}>
            {say("Filter")}
          </button>
          <Link href="/audit" className={buttonClass()}>
            {say("Clear")}
          </Link>
        </form>
        <SavedViews page="audit" path="/audit" selection={new URLSearchParams(filters).toString()} views={views} />
        {Object.keys(filters).length > 0 && (
          <p className="mt-3 text-[14px] text-ink-2">
            {filters.person
              ? say("Not the whole trail: only what fits the filters and was done by {who}.", {
                  who: person?.name ?? say("one person"),
                })
              : say("Not the whole trail: only what fits the filters.")}{" "}
            {(filters.from ?? filters.until) && say("Days are days in UTC.")}
            {page.of && <NarrowedTo of={page.of} typed={filters.stream ?? ""} />}
          </p>
        )}
        {page.events.length === 0 ? (
          <div className="mt-6">
            <Empty title={say("No entries")}>{say("Nothing in the trail fits these filters.")}</Empty>
          </div>
        ) : (
          <div className="mt-6">
            <Judged origin={page.origin ?? ""}>
              <Entries events={page.events} names={page.names} actorHref={(id) => address({ person: id })} />
            </Judged>
          </div>
        )}
        <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
          {page.next !== null && (
            <Link className={buttonClass()} href={address({ before: String(page.next) })}>
              {say("Older entries")}
            </Link>
          )}
          <span className="grow" />
          {/* Each is an event of its own: a link that is followed only on purpose. */}
          <Link className="link" href="/audit/sample">
            {say("Sample decisions")}
          </Link>
          {formats.map(([format, says]) => (
            <FileLink key={format} href={exported(format)} wanted={{ kind: "trail", format, of: filters }}>
              {say(says)}
            </FileLink>
          ))}
        </div>
      </div>
    </Shell>
  );
}

/** What the name that was typed came to. */
function NarrowedTo({ of: { named, more }, typed }: { of: TrailOf; typed: string }) {
  const say = useSay();
  if (named.length === 0)
    return typed.includes(":") ? null : <> {say("Nothing that you may see is named “{typed}”.", { typed })}</>;
  return (
    <>
      {" "}
      {say.rich("Only entries about {things}.", {
        things: named.map(({ name, href }, i) => (
          <span key={name}>
            {i > 0 && ", "}
            {href ? (
              <Link className="link" href={href}>
                {name}
              </Link>
            ) : (
              name
            )}
          </span>
        )),
      })}{" "}
      {more > 0 &&
        say("{n, plural, one {# more model fits} other {# more models fit}} the words: type more of the name.", {
          n: more,
        })}
    </>
  );
}
