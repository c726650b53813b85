import { msg, type Say } from "@countersign/words";
import type { InboxItem, InboxReading, InboxTab } from "@countersign/domain";

export const tabs: readonly InboxTab[] = ["turn", "waiting", "mine", "decided", "snoozed"];
export const tabWords: Record<InboxTab, string> = {
  turn: msg("Your turn"),
  waiting: msg("Waiting on others"),
  mine: msg("Sent by me"),
  decided: msg("Decided"),
  snoozed: msg("Put off"),
};

const day = 86_400_000;
/** What is a person's turn, by when it is due: signatures, conditions and findings alike. */
export const groups: { title: string; label: string; has(item: InboxItem, now: number): boolean }[] = [
  { title: msg("Late"), label: msg("Your turn: late"), has: (item) => item.overdue },
  {
    title: msg("Due this week"),
    label: msg("Your turn: due this week"),
    has: (item, now) => !item.overdue && Date.parse(item.dueAt) - now <= 7 * day,
  },
  {
    title: msg("Later"),
    label: msg("Your turn: later"),
    has: (item, now) => !item.overdue && Date.parse(item.dueAt) - now > 7 * day,
  },
];

/** It is somebody else's to act on. */
export const isOthers = ({ kind }: InboxItem): boolean => kind === "waiting" || kind === "mine";

/** `since today`, `since 3 days`. */
export function sinceWords(say: Say, iso: string, now: number): string {
  const days = Math.floor((now - Date.parse(iso)) / day);
  return days < 1 ? say("since today") : say("since {n, plural, one {# day} other {# days}}", { n: days });
}

/** What the words for how much there is to read mean. */
export const readsLegend = msg(
  "short read: up to 5 checks, changed files and documents that are left · medium read: up to 11 · long read: 12 or more",
);

/** How much there is to read: a word for it, and of what. */
export function readOf(say: Say, { checks, changes, documents }: InboxReading): { word: string; of: string } {
  const all = checks + changes + documents;
  const parts = [
    ...(checks > 0 ? [say("{n, plural, one {# check} other {# checks}}", { n: checks })] : []),
    ...(changes > 0 ? [say("{n, plural, one {# changed file} other {# changed files}}", { n: changes })] : []),
    ...(documents > 0 ? [say("{n, plural, one {# document} other {# documents}}", { n: documents })] : []),
  ];
  const word = say(all === 0 ? "all read" : all <= 5 ? "short read" : all <= 11 ? "medium read" : "long read");
  return { word, of: parts.join(", ") };
}

const partWords: Record<string, string> = {
  in_force: msg("Waits for evidence"),
  evidence_given: msg("Evidence given"),
  open: msg("Open"),
  answered: msg("Answered"),
};
export const partState = (say: Say, state: string): string =>
  partWords[state] ? say(partWords[state]) : say.term(state);

/** `Retail credit PD, version 2 · 1.1`, and which condition or finding of it. */
export const titleOf = (say: Say, item: InboxItem): string => `${item.model.title}, ${whichOf(say, item)}`;
export const whichOf = (say: Say, { version, part, kind }: InboxItem): string =>
  say("version {n}", { n: version.number }) +
  (version.label ? ` · ${version.label}` : "") +
  (part ? `, ${say(kind === "condition" ? "condition {n}" : "finding {n}", { n: part.number })}` : "");

/** Which environment it is for, and who asked. */
export const askedFor = (say: Say, { environment, requestedBy }: InboxItem): string =>
  say("For {environment}, asked by {name}.", {
    environment: say.language === "en" ? environment.toLowerCase() : environment,
    name: requestedBy.name,
  });
