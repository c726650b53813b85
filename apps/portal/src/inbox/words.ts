import type { InboxItem, InboxReading, InboxTab } from "@countersign/domain";

export const tabs: readonly InboxTab[] = ["turn", "waiting", "mine", "decided", "snoozed"];
export const tabWords: Record<InboxTab, string> = {
  turn: "Your turn",
  waiting: "Waiting on others",
  mine: "Sent by me",
  decided: "Decided",
  snoozed: "Put off",
};

const day = 86_400_000;
/** What is a person's turn, by when it is due: signatures, conditions and findings alike. */
export const groups: { title: string; has(item: InboxItem, now: number): boolean }[] = [
  { title: "Late", has: (item) => item.overdue },
  { title: "Due this week", has: (item, now) => !item.overdue && Date.parse(item.dueAt) - now <= 7 * day },
  { title: "Later", has: (item, now) => !item.overdue && Date.parse(item.dueAt) - now > 7 * day },
];

/** It is somebody else's to act on. */
export const isOthers = ({ kind }: InboxItem): boolean => kind === "waiting" || kind === "mine";

const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** `since today`, `since 3 days`. */
export function sinceWords(iso: string, now: number): string {
  const days = Math.floor((now - Date.parse(iso)) / day);
  return days < 1 ? "since today" : `since ${counted(days, "day")}`;
}

/** What the words for how much there is to read mean. */
export const readsLegend =
  "short read: up to 5 checks, changed files and documents that are left · medium read: up to 11 · long read: 12 or more";

/** How much there is to read: a word for it, and of what. */
export function readOf({ checks, changes, documents }: InboxReading): { word: string; of: string } {
  const all = checks + changes + documents;
  const parts = [
    ...(checks > 0 ? [counted(checks, "check")] : []),
    ...(changes > 0 ? [counted(changes, "changed file")] : []),
    ...(documents > 0 ? [counted(documents, "document")] : []),
  ];
  const word = all === 0 ? "all read" : all <= 5 ? "short read" : all <= 11 ? "medium read" : "long read";
  return { word, of: parts.join(", ") };
}

const partWords: Record<string, string> = {
  in_force: "Waits for evidence",
  evidence_given: "Evidence given",
  open: "Open",
  answered: "Answered",
};
export const partState = (state: string): string => partWords[state] ?? state.replaceAll("_", " ");

/** `Retail credit PD, version 2 · 1.1`, and which condition or finding of it. */
export const titleOf = (item: InboxItem): string => `${item.model.title}, ${whichOf(item)}`;
export const whichOf = ({ version, part, kind }: InboxItem): string =>
  `version ${version.number}${version.label ? ` · ${version.label}` : ""}${part ? `, ${kind} ${part.number}` : ""}`;

/** Which environment it is for, and who asked. */
export const askedFor = ({ environment, requestedBy }: InboxItem): string =>
  `For ${environment.toLowerCase()}, asked by ${requestedBy.name}.`;
