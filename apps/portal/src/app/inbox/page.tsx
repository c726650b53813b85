import type { InboxItem, InboxTab } from "@countersign/domain";
import { buttonClass, Empty } from "@countersign/ui";
import type { Metadata } from "next";
import Link from "next/link";
import { cache } from "react";
import { InboxPeeks, InboxSelection, KeysHint } from "../../client/inbox-selection.tsx";
import { readEnv } from "../../env.ts";
import { FirstSteps } from "../../inbox/first-steps.tsx";
import { Entry } from "../../inbox/entry.tsx";
import { Peek } from "../../inbox/peek.tsx";
import { Tabs } from "../../inbox/tabs.tsx";
import { Updates } from "../../inbox/updates.tsx";
import { groups, tabs, titleOf } from "../../inbox/words.ts";
import { api } from "../../server/caller.ts";
import { Shell } from "../../server/shell.tsx";

interface Props {
  searchParams: Promise<{ tab?: string | string[]; show?: string | string[]; before?: string }>;
}

/** As many entries as are shown at first, and as many more at each asking. */
const portion = 50;

async function asked({ searchParams }: Props): Promise<{ tab: InboxTab; first: number }> {
  const { tab, show } = await searchParams;
  const first = Math.min(1000, Math.trunc(Number(show)) || portion);
  return { tab: tabs.find((known) => known === tab) ?? "turn", first: Math.max(1, first) };
}

/** Read once for the title and the page. */
const read = cache(async (tab: InboxTab, first: number) =>
  (await api(tab === "turn" ? "/inbox" : `/inbox?tab=${tab}`)).inbox({ tab, first }),
);

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { tab, first } = await asked(props);
  const { turn } = (await read(tab, first)).counts;
  return { title: turn === 0 ? "Inbox" : `Inbox (${turn})` };
}

interface Group {
  title: string;
  note?: string;
  /** Its name for whoever does not see where it stands. */
  label?: string;
  items: InboxItem[];
}

export default async function InboxPage(props: Props) {
  const { tab, first } = await asked(props);
  const view = await read(tab, first);
  const { tab: named, before } = await props.searchParams;
  if (named === "updates") return <Updates view={view} before={before} />;
  const { counts, late } = view;
  const { unread } = await (await api("/inbox")).notices.list({ first: 0 });
  const steps = view.roles.includes("administrator") ? await (await api("/inbox")).instance.steps({}) : null;
  const now = Date.now();
  const shown = groupsOf(tab, view.items, now).filter(({ items }) => items.length > 0);
  const more = counts[tab] + (tab === "turn" ? counts.waiting : 0) - view.items.length;
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
        title: titleOf(item),
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
            ? { of: "all", says: "Something has changed" }
            : { of: ["review:"], says: "Reviews have changed" }
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
        <div className="mx-auto max-w-[1080px] px-4 py-5 md:px-7">
          <div className="flex flex-wrap items-baseline gap-x-4">
            <h1 className="font-serif text-[27px] font-[600]">Inbox</h1>
            <p className="text-ink-2">{summary(counts.turn, late)}</p>
          </div>
          <Tabs current={tab} counts={counts} unread={unread} />
          {steps && tab === "turn" && <FirstSteps steps={steps} gateway={readEnv().gatewayUrl} />}
          {counts[tab] === 0 && <Nothing tab={tab} waiting={counts.waiting + counts.mine} />}
          {shown.map(({ title, note, label, items }) => (
            <section key={title} aria-label={label ?? title} className="mt-6">
              <h2 className="border-b border-rule pb-1 pl-[77px] font-serif text-[18px] leading-snug font-[600] md:pl-[107px]">
                {title} {note && <span className="ml-1 font-sans text-[15px] font-normal text-muted">{note}</span>}
              </h2>
              <ul>
                {items.map((item) => (
                  <Entry key={idsOf.get(item)} id={idsOf.get(item) ?? ""} item={item} now={now} />
                ))}
              </ul>
            </section>
          ))}
          {more > 0 && (
            <p className="mt-5 pl-[77px] md:pl-[107px]">
              <Link
                className={buttonClass()}
                scroll={false}
                href={`/inbox?${new URLSearchParams({ ...(tab === "turn" ? {} : { tab }), show: String(first + portion) }).toString()}`}
              >
                Show {Math.min(more, portion)} more of {more.toLocaleString("en")}
              </Link>
            </p>
          )}
          {entries.length > 0 && <KeysHint />}
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

function groupsOf(tab: InboxTab, items: InboxItem[], now: number): Group[] {
  const waiting = {
    title: "Waiting on others",
    note: "nothing for you to do",
    items: items.filter(({ kind }) => kind === "waiting"),
  };
  switch (tab) {
    case "turn":
      return [
        ...groups.map(({ title, has }) => ({
          title,
          label: `Your turn: ${title.toLowerCase()}`,
          items: items.filter((item) => has(item, now)),
        })),
        waiting,
      ];
    case "waiting":
      return [waiting];
    case "mine":
      return [{ title: "Sent by me", note: "nothing for you to do", items }];
    case "snoozed":
      return [{ title: "Put off by you", note: "each comes back by itself", items }];
    case "decided":
      return [{ title: "Decided", note: "the last you had a part in", items }];
  }
}

const summary = (yours: number, late: number): string =>
  yours === 0
    ? "nothing waits for you"
    : `${yours} ${yours === 1 ? "waits" : "wait"} for you${late > 0 ? `, ${late === yours ? "" : `${late} of them `}late` : ""}`;

function Nothing({ tab, waiting }: { tab: InboxTab; waiting: number }) {
  const [title, says] = {
    turn: [
      "Nothing waits for you",
      waiting > 0
        ? `${waiting} ${waiting === 1 ? "request waits" : "requests wait"} on others. When it is your turn, it stands here with the reason and the date.`
        : "When a version is submitted and it is your turn, it stands here with the reason and the date.",
    ],
    waiting: ["Nothing waits on others", "Every open request waits for you, was sent by you, or has ended."],
    mine: ["Nothing of yours is under way", "A version that you submit stands here with whom it waits for."],
    snoozed: ["Nothing is put off", "With h, or the dots at an entry's end, it comes back on the day you choose."],
    decided: ["Nothing has been decided yet", "Reviews that you signed or asked for stand here when they have ended."],
  }[tab] as [string, string];
  return (
    <div className="mt-6">
      <Empty title={title}>{says}</Empty>
    </div>
  );
}
