import type { EventChange, EventDetail } from "@countersign/domain";
import { Moment, Section, ScrollTable, sheetClass } from "@countersign/ui";
import { requestSay } from "@countersign/ui/request-say";
import { useSay } from "@countersign/ui/say";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { VerifyEntry } from "../../../client/verify-entry.tsx";
import { api, orNotFound } from "../../../server/caller.ts";
import { Crumbs } from "../../../server/crumbs.tsx";
import { claimedLogKey } from "../../../server/log-key.ts";
import { Shell } from "../../../server/shell.tsx";
import { actorName } from "../../../trail/words.ts";

export async function generateMetadata(): Promise<Metadata> {
  const say = await requestSay();
  return { title: say("Entry of the audit trail") };
}

export default async function EntryPage({ params }: { params: Promise<{ index: string }> }) {
  const { index } = await params;
  if (!/^\d{1,15}$/.test(index)) notFound();
  const caller = await api(`/audit/${index}`);
  const view = await orNotFound(caller.event({ index: Number(index) }));
  const { you, roles } = await caller.me({});
  const { event, content } = view;
  const say = await requestSay();
  return (
    <Shell current="audit" you={you} roles={roles}>
      <div className={sheetClass}>
        <Crumbs steps={[[say("Audit trail"), "/audit"], [`#${index}`]]} />
        <h1 className="font-serif text-[27px] leading-[1.18] font-[600] text-balance">
          <span className="font-normal text-muted">#{say.count(event.idx ?? Number(index))}</span>{" "}
          {say(event.sentence.message, { ...event.sentence.values, who: actorName(say, event) })}
        </h1>
        <Facts view={view} />
        <Section
          id="changes"
          folio="1"
          title={say("What it changed")}
          summary={
            content
              ? say("{n, plural, =0 {no row} one {# row} other {# rows}}", { n: content.changes.length })
              : say("not shown yet")
          }
        >
          {!content && (
            <p className="text-ink-2">
              {say("It is shown when the review has ended or you have given your own decision.")}
            </p>
          )}
          {content?.data.map(({ name, value }) => (
            <p key={name} className="wrap-anywhere">
              <span className="text-muted">{say.term(name)}</span> {value ?? "–"}
            </p>
          ))}
          {content?.changes.map((change) => (
            <Change key={change.table + change.id} change={change} />
          ))}
        </Section>
        <Section id="log" folio="2" title={say("In the log")} summary={say("as its bytes stand there")}>
          {content ? (
            <pre className="bg-sunken p-3 font-mono text-[13px] wrap-anywhere whitespace-pre-wrap">{content.leaf}</pre>
          ) : (
            <p className="text-ink-2">{say("Its bytes say what was decided: they are shown when the decision is.")}</p>
          )}
        </Section>
        <Section
          id="proof"
          folio="3"
          title={say("Proof")}
          summary={view.proof ? say("in the newest signed tree") : say("waits for the notary")}
        >
          <Proof view={view} vkey={await claimedLogKey()} index={index} />
        </Section>
      </div>
    </Shell>
  );
}

function Facts({ view: { event, of, database, before, after } }: { view: EventDetail }) {
  const say = useSay();
  const kind = say.term(event.actorKind);
  return (
    <dl className="mt-3 mb-6 flex flex-wrap gap-x-6 gap-y-1 text-[14px] [&>div]:flex [&>div]:gap-1.5 [&_dd]:min-w-0 [&_dd]:wrap-anywhere [&_dt]:shrink-0 [&_dt]:text-muted">
      <div>
        <dt>{say("When")}</dt>
        <dd>
          <Moment iso={event.at} />
        </dd>
      </div>
      {event.origin !== "live" && (
        <div>
          <dt>{say("As of ({origin})", { origin: say.term(event.origin) })}</dt>
          <dd>
            <Moment iso={event.claimedAt} />
          </dd>
        </div>
      )}
      {database && (
        <div>
          <dt>{say("Database")}</dt>
          <dd className="font-mono text-[13px]">
            {say("{at}, transaction {tx}, {user}", { at: database.at, tx: database.tx, user: database.usr })}
          </dd>
        </div>
      )}
      <div>
        <dt>{say("Act")}</dt>
        <dd className="font-mono text-[13px]">{event.act}</dd>
      </div>
      <div>
        <dt>{say("By")}</dt>
        <dd>
          {event.roles.length === 0
            ? say("a {kind}", { kind })
            : say(event.roles.length === 1 ? "a {kind} with the role {roles}" : "a {kind} with the roles {roles}", {
                kind,
                roles: event.roles.map((role) => say.term(role)).join(", "),
              })}
        </dd>
      </div>
      {of && (
        <div>
          <dt>{say("About")}</dt>
          <dd>
            {of.href ? (
              <Link className="link" href={of.href}>
                {of.name}
              </Link>
            ) : (
              of.name
            )}
          </dd>
        </div>
      )}
      <div>
        <dt>{say("Stream")}</dt>
        <dd>
          {say.rich("<link>{stream}</link>, entry {n}", {
            stream: event.stream,
            n: event.sver,
            link: (inside) => (
              <Link className="link" href={`/audit?stream=${encodeURIComponent(event.stream)}`}>
                {inside}
              </Link>
            ),
          })}
          {before !== null && (
            <>
              {" · "}
              <Link className="link" href={`/audit/${before}`} rel="prev">
                {say("before it")}
              </Link>
            </>
          )}
          {after !== null && (
            <>
              {" · "}
              <Link className="link" href={`/audit/${after}`} rel="next">
                {say("after it")}
              </Link>
            </>
          )}
        </dd>
      </div>
    </dl>
  );
}

function Change({ change }: { change: EventChange }) {
  const say = useSay();
  return (
    <div className="mt-4 first:mt-0">
      <h3 className="font-[650]">
        {say.term(change.table)}{" "}
        <span className="font-normal text-muted">{change.isNew ? say("new") : say("changed")}</span>{" "}
        <code className="font-mono text-[12px] font-normal text-muted wrap-anywhere">{change.id}</code>
      </h3>
      <ScrollTable
        label={`${change.table} ${change.id}`}
        head={[
          { text: say("Field"), width: "w-[28%]" },
          ...(change.isNew ? [say("Value")] : [say("Before"), say("After")]),
        ]}
        className="min-w-[480px] table-fixed"
      >
        {change.fields.map(({ name, before, after }) => (
          <tr key={name} className="border-t border-hair align-top">
            <td className="py-1 pr-3 text-muted">{say.term(name)}</td>
            {!change.isNew && <td className="py-1 pr-3 wrap-anywhere">{before ?? "–"}</td>}
            <td className="py-1 wrap-anywhere">{after ?? "–"}</td>
          </tr>
        ))}
      </ScrollTable>
    </div>
  );
}

function Proof({ view: { proof, content }, vkey, index }: { view: EventDetail; vkey: string | null; index: string }) {
  const say = useSay();
  if (!proof)
    return (
      <p className="text-ink-2">{say("No signed checkpoint covers the entry yet. The notary signs within seconds.")}</p>
    );
  return (
    <>
      <p className="max-w-[68ch] text-ink-2">
        {say(
          "The entry’s place, the hashes that lead from it to the root of the tree, and the root as the notary signed it (C2SP tlog-proof). Any tool of that format checks it against a key that you have from elsewhere.",
        )}
      </p>
      <div
        className="mt-2 overflow-x-auto bg-sunken p-3"
        role="region"
        aria-label={say("Proof of the entry")}
        tabIndex={0}
      >
        <pre className="font-mono text-[13px]">{proof}</pre>
      </div>
      {content && vkey && <VerifyEntry leaf={content.leaf} proof={proof} vkey={vkey} />}
      <p className="mt-2">
        <a
          className="link"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(proof)}`}
          download={`entry-${index}.tlog-proof`}
        >
          {say("Save the proof")}
        </a>
      </p>
    </>
  );
}
