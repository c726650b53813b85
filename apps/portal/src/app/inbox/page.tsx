import type { InboxItem } from "@countersign/domain";
import { Day, DueDay, Empty, Icon, ReviewState, TierMark } from "@countersign/ui";
import type { Metadata } from "next";
import Link from "next/link";
import { api } from "../../server/caller.ts";
import { Shell } from "../../server/shell.tsx";

export const metadata: Metadata = { title: "Inbox" };

interface Group {
  title: string;
  note?: string;
  has: (item: InboxItem, now: number) => boolean;
}
const week = 7 * 86_400_000;
const soon = (item: InboxItem, now: number): boolean => Date.parse(item.dueAt) - now <= week;

/** What is yours comes first, by when it is due; what is nobody's turn here comes last. */
const groups: Group[] = [
  { title: "Late", note: "your turn", has: (item) => item.kind === "turn" && item.overdue },
  {
    title: "Due this week",
    note: "your turn",
    has: (item, now) => item.kind === "turn" && !item.overdue && soon(item, now),
  },
  { title: "Later", note: "your turn", has: (item, now) => item.kind === "turn" && !item.overdue && !soon(item, now) },
  {
    title: "Conditions and findings of yours",
    has: (item) => item.kind === "condition" || item.kind === "finding",
  },
  { title: "Sent by you", note: "nothing for you to do", has: (item) => item.kind === "mine" },
  { title: "Waiting on others", note: "nothing for you to do", has: (item) => item.kind === "waiting" },
  { title: "Decided", note: "the last you had a part in", has: (item) => item.kind === "decided" },
];

export default async function InboxPage() {
  const view = await (await api("/inbox")).inbox({});
  const turns = view.items.filter((item) => item.kind === "turn");
  const late = turns.filter((item) => item.overdue).length;
  const now = Date.now();
  return (
    <Shell current="inbox" you={view.you} roles={view.roles} turns={turns.length}>
      <div className="mx-auto max-w-[1080px] px-4 py-5 md:px-7">
        <h1 className="font-serif text-[27px] font-[600]">
          Inbox{" "}
          <span className="ml-2 font-sans text-[15px] font-normal text-muted">
            {turns.length === 0
              ? "nothing waits for you"
              : `${turns.length} ${turns.length === 1 ? "waits" : "wait"} for you${late > 0 ? `, ${late} late` : ""}`}
          </span>
        </h1>
        {view.items.length === 0 && (
          <div className="mt-6">
            <Empty title="Nothing waits for you">
              When a version is submitted and it is your turn, it appears here with the reason and the date.
            </Empty>
          </div>
        )}
        {groups.map(({ has, title, note }) => {
          const items = view.items.filter((item) => has(item, now));
          return items.length === 0 ? null : (
            <section
              key={title}
              aria-label={note === "your turn" ? `Your turn: ${title.toLowerCase()}` : title}
              className="mt-7"
            >
              <h2 className="border-b border-rule pb-1 font-serif text-[18px] font-[600] md:pl-[120px]">
                {title} {note && <span className="ml-1 font-sans text-[13px] font-normal text-muted">{note}</span>}
              </h2>
              <ul>
                {items.map((item) => (
                  <Entry key={`${item.reviewId}${item.kind}${item.reason}`} item={item} now={now} />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </Shell>
  );
}

function Entry({ item, now }: { item: InboxItem; now: number }) {
  const { model, version } = item;
  return (
    <li className="grid border-b border-hair hover:bg-sunken md:grid-cols-[104px_minmax(0,1fr)]">
      <div className="pt-2.5 pr-3 text-right text-[13px] text-muted md:border-r-[3px] md:border-double md:border-folio max-md:px-1 max-md:text-left">
        {item.kind === "decided" ? (
          <Day iso={item.endedAt ?? item.requestedAt} now={now} />
        ) : (
          <DueDay iso={item.dueAt} now={now} />
        )}
      </div>
      <Link href={`/reviews/${item.reviewId}`} className="block px-1 py-2.5 md:px-4">
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-[650]">
            {model.title}, version {version.number}
            {version.label ? ` · ${version.label}` : ""}
          </span>
          <ReviewState state={item.state} />
          <span className="text-[13px]">
            <TierMark tier={model.tier} />
          </span>
          {item.kind === "turn" && (
            <span className="ml-auto inline-flex items-center gap-1 font-[550] text-accent">
              <Icon name="arrow" /> Open
            </span>
          )}
        </span>
        <span className="mt-0.5 block text-ink-2">
          {item.reason}
          {item.onlyYou ? " Only you are missing." : ""}{" "}
          <span className="text-muted">
            For {item.environment.toLowerCase()}, asked by {item.requestedBy.name}.
          </span>
        </span>
      </Link>
    </li>
  );
}
