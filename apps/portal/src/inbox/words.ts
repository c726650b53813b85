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
/** Entries of a person's turn as they are due. */
export const groups: { title: string; has(item: InboxItem, now: number): boolean }[] = [
  { title: "Late", has: (item) => item.kind === "turn" && item.overdue },
  {
    title: "Due this week",
    has: (item, now) => item.kind === "turn" && !item.overdue && Date.parse(item.dueAt) - now <= 7 * day,
  },
  {
    title: "Later",
    has: (item, now) => item.kind === "turn" && !item.overdue && Date.parse(item.dueAt) - now > 7 * day,
  },
  { title: "Conditions and findings of yours", has: (item) => item.kind === "condition" || item.kind === "finding" },
];

const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** `since today`, `since 3 days`. */
export function sinceWords(iso: string, now: number): string {
  const days = Math.floor((now - Date.parse(iso)) / day);
  return days < 1 ? "since today" : `since ${counted(days, "day")}`;
}

/** How much there is to read, in a letter and in words. */
export function sizeOf({ checks, changes, documents }: InboxReading): { letter: string; words: string } {
  const all = checks + changes + documents;
  const parts = [
    ...(checks > 0 ? [counted(checks, "check")] : []),
    ...(changes > 0 ? [counted(changes, "changed file")] : []),
    ...(documents > 0 ? [counted(documents, "document")] : []),
  ];
  const [letter, word] =
    all <= 2 ? ["XS", "Very little"] : all <= 5 ? ["S", "Little"] : all <= 11 ? ["M", "Some"] : ["L", "Much"];
  return { letter, words: parts.length === 0 ? "Nothing left to read" : `${word} to read: ${parts.join(", ")}` };
}

const partWords: Record<string, string> = {
  in_force: "Waits for evidence",
  evidence_given: "Evidence given",
  open: "Open",
  answered: "Answered",
};
export const partState = (state: string): string => partWords[state] ?? state.replaceAll("_", " ");

/** `Retail credit PD, version 2 · 1.1`, and which condition or finding of it. */
export const titleOf = ({ model, version, part, kind }: InboxItem): string =>
  `${model.title}, version ${version.number}${version.label ? ` · ${version.label}` : ""}${part ? `, ${kind} ${part.number}` : ""}`;
