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
  /** One sentence in plain words, with `who` for whoever acted: still to be said, so that a page can show the name as a link. */
  sentence: Phrase;
}

export interface EventPage {
  events: EventView[];
  /** Ask with `before` to go on; null at the end. */
  next: number | null;
  total: number;
  checkpoint: { size: number; note: string; signedAt: string } | null;
  origin: string | null;
}

export interface MeView {
  you: PersonView;
  roles: Role[];
}
