import type { Role } from "@countersign/policy";
import type { Phrase } from "@countersign/words";

export interface PersonView {
  id: string;
  /** "erased" where the disclosure is gone. */
  name: string;
}

/** Whether somebody may do something now, and why not. */
export type Allowed = { allowed: true } | { allowed: false; why: string };

export interface VersionRef {
  id: string;
  number: number;
  label: string | null;
}

export interface EventView {
  idx: number | null;
  at: string;
  claimedAt: string;
  origin: string;
  act: string;
  stream: string;
  sver: number;
  actor: PersonView | null;
  actorKind: string;
  roles: string[];
  /** State now of the signature that this entry is; `hidden` while the reader does not see it; null: it is none. */
  seal: string | null;
  /** One sentence in plain words, with `who` for whoever acted: still to be said, so that a page can show the name as a link. */
  sentence: Phrase;
}

/** What a stream is of, by name, and its page; null: it has none of its own. */
export interface StreamName {
  name: string;
  href: string | null;
}

/** What a trail was narrowed to. */
export interface TrailOf {
  named: StreamName[];
  /** How many models more the words fit: their entries are not here. */
  more: number;
}

export interface EventPage {
  events: EventView[];
  /** Names of their streams; those that the reader may not see are absent. */
  names: Record<string, StreamName>;
  /** What it is narrowed to by name; null: it is not. */
  of: TrailOf | null;
  /** Ask with `before` to go on; null at the end. */
  next: number | null;
  total: number;
  checkpoint: { size: number; note: string; signedAt: string } | null;
  origin: string | null;
}

export interface MeView {
  you: PersonView;
  roles: Role[];
  /** Titles of the workspaces in which you hold a role, by name. */
  workspaces: string[];
}
