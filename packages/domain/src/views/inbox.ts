import type { Role } from "@countersign/policy";
import type { PersonView, VersionRef } from "./common.ts";
import type { SinceView } from "./review.ts";

export interface InboxItem {
  reviewId: string;
  model: { key: string; title: string; tier: string };
  version: VersionRef;
  environment: string;
  state: string;
  /** Why it is here, in words: whose turn, and for what. */
  reason: string;
  /** `turn`: yours now. `waiting`: somebody else's. `mine`: you asked for it. `condition`, `finding`: yours to answer. */
  kind: "turn" | "waiting" | "mine" | "condition" | "finding" | "decided";
  dueAt: string;
  overdue: boolean;
  requestedBy: PersonView;
  requestedAt: string;
  /** When the review ended; null while it is open. */
  endedAt: string | null;
  blocking: number;
  needsCondition: number;
  /** Yours is the only signature missing. */
  onlyYou: boolean;
  /** The condition or finding that it is about; null where it is the review itself. */
  part: { number: number; state: string } | null;
  /** Until when you have put it off; null where you have not. */
  snoozedUntil: string | null;
  /** You may ask somebody for its sign-offs, take one, or hand yours over. */
  assignable: boolean;
  /** What there is for you to do, in a few words; null where nothing is. */
  todo: string | null;
  /** Whom it waits for, in words, and since when it has been their turn; null where nobody can act, machines do, or you. */
  waitsFor: { who: string; since: string } | null;
  /** What is left for you to read; null where no turn of yours is. A section that you marked as it stands counts no more. */
  toRead: InboxReading | null;
  peek: InboxPeek;
}

export interface InboxReading {
  /** Checks that block, need a condition or did not plainly pass. */
  checks: number;
  /** Files other than documents that differ from the version in production. */
  changes: number;
  documents: number;
}

/** What an entry shows before it is opened: nothing that the review's own page would not show the same person. */
export interface InboxPeek {
  purpose: string | null;
  round: number;
  /** What changed since you marked or signed something in an earlier round; null where you did neither. */
  again: SinceView | null;
  /** What stands between the version and its approval, but for signatures, worst first. */
  open: { text: string; grave: boolean }[];
  signatures: { person: PersonView; role: string; act: string; signedAt: string }[];
  /** Signatures that you do not see before you have given yours. */
  hiddenSignatures: number;
  missing: { role: Role; act: string; count: number }[];
}

/** Your turn, with conditions and findings of yours; waiting for others; sent by you; decided, with a part of yours; put off by you. */
export type InboxTab = "turn" | "waiting" | "mine" | "decided" | "snoozed";

export interface InboxView {
  /** The first of what was asked for. */
  items: InboxItem[];
  /** How many there are of each, shown or not. */
  counts: Record<InboxTab, number>;
  /** How many of your turn are late. */
  late: number;
  you: PersonView;
  roles: string[];
}
