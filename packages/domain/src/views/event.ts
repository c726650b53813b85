import type { EventView, PersonView, StreamName, VersionRef } from "./common.ts";

/** A governed row as an event left it, beside what it was. */
export interface EventChange {
  table: string;
  id: string;
  isNew: boolean;
  /** Columns that the event set: all of a new row, else those that are another now. */
  fields: { name: string; before: string | null; after: string | null }[];
}

/** One entry of the trail in full. */
export interface EventDetail {
  event: EventView;
  /** What its stream is of; null: nothing that the reader may see. */
  of: StreamName | null;
  /** What PostgreSQL stamped: its clock in UTC, the transaction, the session's user. */
  database: { at: string; tx: string; usr: string } | null;
  /** Index of the entry before and after it in the same stream. */
  before: number | null;
  after: number | null;
  /** Null while it is a decision that the reader does not see yet. */
  content: {
    data: { name: string; value: string | null }[];
    changes: EventChange[];
    /** The bytes that are in the log, as text. */
    leaf: string;
  } | null;
  /** A tlog-proof of the entry in the newest checkpoint; null until one covers it. */
  proof: string | null;
}

/** A selection of the trail to take away, without its entries. */
export interface EventExport {
  origin: string | null;
  /** The signed note of the tree that the proofs lead to; null before the first. */
  checkpoint: string | null;
  /** Entries of that tree. */
  total: number;
  /** Entries that no checkpoint covers yet: they are not here. */
  unsigned: number;
  /** Entries of the tree that are not here: other than the selection, not for this reader, or beyond the most. */
  leftOut: number;
  /** How many entries it holds. */
  entries: number;
}

/** `leaf`: the bytes as text. `proof`: hashes from the leaf to the root, base64. */
export interface ExportedEntry {
  event: EventView;
  leaf: string;
  proof: string[];
}

/** Decisions drawn by lot, lowest first. */
export interface DecisionSample {
  /** How many decisions there were to draw from. */
  population: number;
  drawn: {
    id: string;
    /** SHA-256 of `SEED:ID`, hexadecimal. */
    lot: string;
    person: PersonView;
    role: string;
    act: string;
    reason: string | null;
    signedAt: string;
    review: { id: string; state: string };
    model: { key: string; title: string };
    version: VersionRef;
    environment: string;
  }[];
}
