import type { Language } from "@countersign/words";
import type { NoticeChoice, NoticeKind } from "../notices.ts";

/** What a person has chosen of how they are told things. */
export interface Preferences {
  /** Null: what the browser asks for. */
  language: Language | null;
  /** IANA name; null: none chosen. */
  zone: string | null;
  notices: Record<NoticeKind, NoticeChoice>;
  /** Whether there is a mail each weekday morning with what waits. */
  digest: boolean;
  /** Hours of the day, as `22:00`, in which nothing is mailed but what concerns the account. */
  quiet: { from: string; to: string } | null;
}

/** Something that a person was told, other than that it is their turn. */
export interface UpdateItem {
  id: string;
  at: string;
  seen: boolean;
  /** What happened, in a sentence. */
  text: string;
  /** What it is about, where that is a version. */
  title: string | null;
  /** Path of the page that it leads to. */
  path: string;
}

export interface UpdatesView {
  items: UpdateItem[];
  unread: number;
  /** What the next older ones are asked for with; null: these are the last. */
  before: string | null;
}
