import { buttonClass, Empty, fieldClass } from "@countersign/ui";
import { savedViews } from "@countersign/usecases";
import type { Metadata } from "next";
import Link from "next/link";
import { SavedViews } from "../../client/saved-views.tsx";
import { TrailCheck } from "../../client/trail-check.tsx";
import { api, orNotFound } from "../../server/caller.ts";
import { claimedLogKey } from "../../server/log-key.ts";
import { deps } from "../../server/deps.ts";
import { Shell } from "../../server/shell.tsx";
import { Entries } from "../../trail/entries.tsx";
import { narrowed } from "../../trail/filters.ts";

export const metadata: Metadata = { title: "Audit trail" };

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

/** `review …f551f` for `review:rev_…f551f`: the end of an id tells more than its beginning, which is the time. */
const short = (stream: string): string => {
  const [kind = "", id = ""] = stream.split(":");
  return id.length > 12 ? `${kind} …${id.slice(-6)}` : kind;
};

export default async function AuditPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
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
      changes={{ of: filters.stream ? [filters.stream] : "all", says: "There are newer entries" }}
    >
      <div className="mx-auto max-w-[1080px] px-4 py-5 md:px-7">
        <h1 className="font-serif text-[27px] font-[600]">Audit trail</h1>
        <p className="mt-1 max-w-[68ch] text-ink-2">
          {page.total.toLocaleString("en")} entries{page.checkpoint ? "" : ", not signed yet"}. Log{" "}
          <code className="font-mono text-[13px]">{page.origin ?? "not begun"}</code>.
        </p>
        {roles.every((role) => role === "auditor") && (
          <p className="mt-3 border-l-4 border-accent bg-accent-tint px-3 py-2">
            You read as auditor: everything of your workspaces, and you change nothing. That you read it is an entry
            too.{" "}
            <Link className="link" href="/help#roles">
              What can I do here?
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
        <form method="get" className="mt-4 flex flex-wrap items-end gap-3" role="search" aria-label="Filter the trail">
          <label className="block">
            <span className="mb-1 block text-[13px] font-[550]">Kind of act</span>
            <select name="act" defaultValue={filters.act ?? ""} className={fieldClass}>
              <option value="">All</option>
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {kind}
                </option>
              ))}
            </select>
          </label>
          <label className="block min-w-48 flex-1">
            <span className="mb-1 block text-[13px] font-[550]">Stream</span>
            <input
              name="stream"
              defaultValue={filters.stream ?? ""}
              placeholder="review:rev_…"
              className={`${fieldClass} font-mono text-[13px]`}
            />
          </label>
          {(["from", "until"] as const).map((name) => (
            <label key={name} className="block">
              <span className="mb-1 block text-[13px] font-[550] capitalize">{name}</span>
              <input type="date" name={name} defaultValue={filters[name] ?? ""} className={fieldClass} />
            </label>
          ))}
          {filters.person && <input type="hidden" name="person" value={filters.person} />}
          <button type="submit" className={buttonClass()}>
            Filter
          </button>
          <Link href="/audit" className={buttonClass()}>
            Clear
          </Link>
        </form>
        <SavedViews page="audit" path="/audit" selection={new URLSearchParams(filters).toString()} views={views} />
        {Object.keys(filters).length > 0 && (
          <p className="mt-3 text-[14px] text-ink-2">
            Not the whole trail: only what fits the filters
            {filters.person ? ` and was done by ${person?.name ?? "one person"}` : ""}. Days are days in UTC.
          </p>
        )}
        {page.events.length === 0 ? (
          <div className="mt-6">
            <Empty title="No entries">Nothing in the trail fits these filters.</Empty>
          </div>
        ) : (
          <div className="mt-5 border-t border-rule">
            <Entries
              events={page.events}
              actorHref={(id) => address({ person: id })}
              aside={(event) => (
                <Link
                  href={`/audit?stream=${encodeURIComponent(event.stream)}`}
                  title={event.stream}
                  className="ml-2 text-[13px] text-muted sm:whitespace-nowrap underline underline-offset-2"
                >
                  {short(event.stream)}, entry {event.sver}
                </Link>
              )}
            />
          </div>
        )}
        <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
          {page.next !== null && (
            <Link className={buttonClass()} href={address({ before: String(page.next) })}>
              Older entries
            </Link>
          )}
          <span className="grow" />
          {/* Each is an event of its own: a link that is followed only on purpose. */}
          <Link className="link" href="/audit/sample">
            Sample decisions
          </Link>
          <a className="link" href={exported("csv")} download>
            Export CSV
          </a>
          <a className="link" href={exported("xlsx")} download>
            Export XLSX
          </a>
          <a className="link" href={exported("ndjson")} download>
            Export with proofs (NDJSON)
          </a>
        </div>
      </div>
    </Shell>
  );
}
