import type { InboxTab, InboxView } from "@countersign/domain";
import { useSay } from "@countersign/ui/say";
import Link from "next/link";
import { tabs, tabWords } from "./words.ts";

/** The views of the inbox with their counts, and the list of what one was told. */
export function Tabs({
  current,
  counts,
  unread,
}: {
  current: InboxTab | "updates";
  counts: InboxView["counts"];
  unread: number;
}) {
  const say = useSay();
  const links = [
    ...tabs.map((tab) => ({ tab, word: say(tabWords[tab]), count: counts[tab] })),
    { tab: "updates" as const, word: say("Updates"), count: unread },
  ];
  return (
    <nav
      aria-label={say("Inbox views")}
      className="mt-3 flex flex-wrap gap-x-[22px] max-sm:gap-x-3 border-b border-hair"
    >
      {links.map(({ tab, word, count }) => (
        <Link
          key={tab}
          href={tab === "turn" ? "/inbox" : `/inbox?tab=${tab}`}
          aria-current={tab === current ? "page" : undefined}
          className="-mb-px inline-flex min-h-9 items-center gap-[7px] border-b-2 border-transparent text-ink-2 hover:text-ink aria-[current]:border-accent aria-[current]:font-[650] aria-[current]:text-ink max-sm:min-h-11"
        >
          {word}{" "}
          <span className="font-normal text-muted">
            {say.count(count)}
            {tab === "updates" && <span className="sr-only"> {say("unread")}</span>}
          </span>
        </Link>
      ))}
    </nav>
  );
}
