import type { InboxView, UpdateItem } from "@countersign/domain";
import { buttonClass, Day, Empty, sheetClass } from "@countersign/ui";
import { requestSay } from "@countersign/ui/request-say";
import { useSay } from "@countersign/ui/say";
import Link from "next/link";
import { ReadUpdates } from "../client/read-updates.tsx";
import { api } from "../server/caller.ts";
import { Shell } from "../server/shell.tsx";
import { Tabs } from "./tabs.tsx";

/** What one was told beside whose turn it is: newest first, what is unread marked. `before`: only what is older than this. */
export async function Updates({ view, before }: { view: InboxView; before: string | undefined }) {
  const {
    items,
    unread,
    before: older,
  } = await (await api("/inbox?tab=updates")).notices.list(before === undefined ? {} : { before });
  const now = Date.now();
  const say = await requestSay();
  const [newest] = items;
  return (
    <Shell current="inbox" you={view.you} roles={view.roles} turns={view.counts.turn}>
      <div className={sheetClass}>
        <div className="flex flex-wrap items-baseline gap-x-4">
          <h1 className="font-serif text-[27px] font-[600]">{say("Inbox")}</h1>
          <p className="text-ink-2">{say("what you were told")}</p>
        </div>
        <Tabs current="updates" counts={view.counts} unread={unread} />
        {newest === undefined ? (
          <div className="mt-6">
            <Empty title={say(before === undefined ? "You were told nothing yet" : "Nothing is older")}>
              {say(
                "Decisions on what you sent, answers to you, dates of yours, and what others do to your account stand here.",
              )}
            </Empty>
          </div>
        ) : (
          <section aria-labelledby="updates-title" className="mt-6">
            <div className="flex flex-wrap items-end justify-between gap-3 border-b border-rule pb-1">
              <h2 id="updates-title" className="pl-[87px] font-serif text-[18px] leading-snug font-[600] md:pl-[107px]">
                {say("Updates")}
              </h2>
              {unread > 0 && before === undefined && <ReadUpdates newest={newest.id} />}
            </div>
            <ul>
              {items.map((item) => (
                <Update key={item.id} item={item} now={now} />
              ))}
            </ul>
          </section>
        )}
        {older !== null && (
          <p className="mt-5 pl-[87px] md:pl-[107px]">
            <Link className={buttonClass()} href={`/inbox?tab=updates&before=${older}`}>
              {say("Older")}
            </Link>
          </p>
        )}
        <p className="mt-6 text-[13px] text-muted">
          {say.rich("What of this is mailed, and when, is chosen <me>under your name</me>.", {
            me: (inside) => (
              <Link className="link" href="/me#preferences">
                {inside}
              </Link>
            ),
          })}
        </p>
      </div>
    </Shell>
  );
}

function Update({ item: { at, seen, text, title, path }, now }: { item: UpdateItem; now: number }) {
  const say = useSay();
  return (
    <li className="grid grid-cols-[76px_minmax(0,1fr)] border-b border-hair hover:bg-sunken/45 md:grid-cols-[92px_minmax(0,1fr)]">
      <div className="border-r-[3px] border-double border-folio py-row pr-2.5 text-right text-[13px]">
        <Day iso={at} now={now} />
      </div>
      <div className="min-w-0 py-row pl-3 md:pl-4">
        <Link className={`hover:underline ${seen ? "" : "font-[650]"}`} href={path}>
          {title ?? say("Your account")}
        </Link>
        {!seen && (
          <span className="ml-2 inline-block rounded-[3px] bg-accent-tint px-1.5 text-[12px] font-[600] text-accent">
            {say("new")}
          </span>
        )}
        <p className="mt-0.5 text-ink-2">{text}</p>
      </div>
    </li>
  );
}
