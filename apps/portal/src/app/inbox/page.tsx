import { practisingRoles, type InboxItem, type InboxTab, type InboxView } from "@countersign/domain";
import { Empty, buttonClass, sheetClass } from "@countersign/ui";
import { requestSay } from "@countersign/ui/request-say";
import { useSay } from "@countersign/ui/say";
import type { Say } from "@countersign/words";
import type { Metadata } from "next";
import Link from "next/link";
import { cache } from "react";
import { InboxPeeks, InboxSelection, KeysHint } from "../../client/inbox-selection.tsx";
import { PracticeOffer } from "../../client/practice.tsx";
import { readEnv } from "../../env.ts";
import { FirstSteps } from "../../inbox/first-steps.tsx";
import { Entry } from "../../inbox/entry.tsx";
import { Peek } from "../../inbox/peek.tsx";
import { Tabs } from "../../inbox/tabs.tsx";
import { Updates } from "../../inbox/updates.tsx";
import { groups, readsLegend, tabs, titleOf } from "../../inbox/words.ts";
import { api, orNotFound } from "../../server/caller.ts";
import { Shell } from "../../server/shell.tsx";

interface Props {
  searchParams: Promise<{ tab?: string | string[]; show?: string | string[]; before?: string }>;
}

/** As many entries as are shown at first, and as many more at each asking: each brings its peek, and half the time of a long inbox was spent on making them. */
const portion = 25;

async function asked({ searchParams }: Props): Promise<{ tab: InboxTab; first: number }> {
  const { tab, show } = await searchParams;
  const first = Math.min(1000, Math.trunc(Number(show)) || portion);
  return { tab: tabs.find((known) => known === tab) ?? "turn", first: Math.max(1, first) };
}

/** Read once for the title and the page. */
const read = cache(async (tab: InboxTab, first: number) =>
  orNotFound((await api(tab === "turn" ? "/inbox" : `/inbox?tab=${tab}`)).inbox({ tab, first })),
);

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { tab, first } = await asked(props);
  const { turn } = (await read(tab, first)).counts;
  const title = (await requestSay())("Inbox");
  return { title: turn === 0 ? title : `${title} (${turn})` };
}

interface Group {
  title: string;
  note?: string;
  /** Its name for whoever does not see where it stands. */
  label?: string;
  /** It is only told of here, and stands in full elsewhere. */
  aside?: { href: string; says: string };
  items: InboxItem[];
}

export default async function InboxPage(props: Props) {
  const { tab, first } = await asked(props);
  const view = await read(tab, first);
  const { tab: named, before } = await props.searchParams;
  if (named === "updates") return <Updates view={view} before={before} />;
  const { counts, late } = view;
  const say = await requestSay();
  const { unread } = await (await api("/inbox")).notices.list({ first: 0 });
  const steps = view.roles.includes("administrator") ? await (await api("/inbox")).instance.steps({}) : null;
  const practises = tab === "turn" && practisingRoles.some((role) => view.roles.includes(role));
  const practice = practises ? await (await api("/inbox")).practice.standing({}) : null;
  const now = Date.now();
  const shown = groupsOf(say, tab, view, now).filter(({ items }) => items.length > 0);
  const more = counts[tab] - shown.reduce((sum, { aside, items }) => sum + (aside ? 0 : items.length), 0);
  const entries = shown
    .flatMap(({ items }) => items)
    .map((item, i, all) => ({ id: idOf(item, all.slice(0, i)), item }));
  const idsOf = new Map(entries.map(({ id, item }) => [item, id]));
  return (
    <InboxSelection
      key={tab}
      entries={entries.map(({ id, item }) => ({
        id,
        reviewId: item.reviewId,
        title: titleOf(say, item),
        dueAt: item.dueAt,
        overdue: item.overdue,
        snoozedUntil: item.snoozedUntil,
        open: item.kind !== "decided",
        assignable: item.assignable,
      }))}
    >
      <Shell
        current="inbox"
        you={view.you}
        roles={view.roles}
        turns={counts.turn}
        besideOnly
        changes={
          steps?.steps.some(({ done }) => !done)
            ? { of: "all", says: say("Something has changed") }
            : { of: ["review:"], says: say("Reviews have changed") }
        }
        panel={
          entries.length > 0 && (
            <InboxPeeks
              peeks={entries.map(({ id, item }) => ({
                id,
                peek: <Peek item={item} you={view.you.id} roles={view.roles} now={now} />,
              }))}
            />
          )
        }
      >
        <div className={sheetClass}>
          <div className="flex flex-wrap items-baseline gap-x-4">
            <h1 className="font-serif text-[27px] font-[600]">{say("Inbox")}</h1>
            <p className="text-ink-2">{summary(say, counts.turn, late)}</p>
          </div>
          <Tabs current={tab} counts={counts} unread={unread} />
          {steps && tab === "turn" && <FirstSteps steps={steps} gateway={readEnv().gatewayUrl} />}
          {practice && <PracticeOffer offered={practice.offered} />}
          {counts[tab] === 0 && <Nothing tab={tab} waiting={counts.waiting + counts.mine} />}
          {shown.map(({ title, note, label, aside, items }) => (
            <section key={title} aria-label={label ?? title} className={aside ? "mt-8" : "mt-6"}>
              <h2
                className={`border-b pb-1 pl-[87px] leading-snug font-[600] md:pl-[107px] ${aside ? "border-hair text-[15px] text-ink-2" : "border-rule font-serif text-[18px]"}`}
              >
                {title} {note && <span className="ml-1 font-sans text-[15px] font-normal text-muted">{note}</span>}
              </h2>
              <ul className="@container">
                {items.map((item) => (
                  <Entry key={idsOf.get(item)} id={idsOf.get(item) ?? ""} item={item} now={now} />
                ))}
              </ul>
              {aside && items.length < counts.waiting && (
                <p className="mt-2 pl-[87px] md:pl-[107px]">
                  <Link className="link" href={aside.href}>
                    {aside.says}
                  </Link>
                </p>
              )}
            </section>
          ))}
          {more > 0 && (
            <p className="mt-5 pl-[87px] md:pl-[107px]">
              <Link
                className={buttonClass()}
                scroll={false}
                href={`/inbox?${new URLSearchParams({ ...(tab === "turn" ? {} : { tab }), show: String(first + portion) }).toString()}`}
              >
                {say("Show {n} more of {all}", { n: Math.min(more, portion), all: say.count(more) })}
              </Link>
            </p>
          )}
          {entries.length > 0 && <KeysHint />}
          {view.items.some(({ toRead }) => toRead) && (
            <p className="mt-1.5 text-[13px] text-muted">{say(readsLegend)}</p>
          )}
        </div>
      </Shell>
    </InboxSelection>
  );
}

/** A review may stand here more than once, for several conditions and findings of it. */
const idOf = (item: InboxItem, above: InboxItem[]): string => {
  const before = above.filter((other) => other.reviewId === item.reviewId).length;
  return before === 0 ? item.reviewId : `${item.reviewId}-${before}`;
};

function groupsOf(say: Say, tab: InboxTab, { items, counts }: InboxView, now: number): Group[] {
  const isWaiting = ({ kind }: InboxItem): boolean => kind === "waiting";
  const nothing = say("nothing for you to do");
  const waiting = { title: say("Waiting on others"), note: nothing, items: items.filter(isWaiting) };
  switch (tab) {
    case "turn":
      return [
        ...groups.map(({ title, label, has }) => ({
          title: say(title),
          label: say(label),
          items: items.filter((item) => !isWaiting(item) && has(item, now)),
        })),
        {
          ...waiting,
          aside: { href: "/inbox?tab=waiting", says: say("All {n} that wait on others", { n: counts.waiting }) },
        },
      ];
    case "waiting":
      return [waiting];
    case "mine":
      return [{ title: say("Sent by me"), note: nothing, items }];
    case "snoozed":
      return [{ title: say("Put off by you"), note: say("each comes back by itself"), items }];
    case "decided":
      return [{ title: say("Decided"), note: say("the last you had a part in"), items }];
  }
}

function summary(say: Say, yours: number, late: number): string {
  if (yours === 0) return say("nothing waits for you");
  const waits = say("{n, plural, one {# waits} other {# wait}} for you", { n: yours });
  return late === 0 ? waits : `${waits}, ${late === yours ? say("late") : say("{n} of them late", { n: late })}`;
}

function Nothing({ tab, waiting }: { tab: InboxTab; waiting: number }) {
  const say = useSay();
  const [title, says] = {
    turn: [
      say("Nothing waits for you"),
      waiting > 0
        ? say(
            "{n, plural, one {# request waits} other {# requests wait}} on others. When it is your turn, it stands here with the reason and the date.",
            { n: waiting },
          )
        : say("When a version is submitted and it is your turn, it stands here with the reason and the date."),
    ],
    waiting: [say("Nothing waits on others"), say("Every open request waits for you, was sent by you, or has ended.")],
    mine: [say("Nothing of yours is under way"), say("A version that you submit stands here with whom it waits for.")],
    snoozed: [
      say("Nothing is put off"),
      say("With h, or the dots at an entry's end, it comes back on the day you choose."),
    ],
    decided: [
      say("Nothing has been decided yet"),
      say("Reviews that you signed or asked for stand here when they have ended."),
    ],
  }[tab] as [string, string];
  return (
    <div className="mt-6">
      <Empty title={title}>{says}</Empty>
    </div>
  );
}
