import type { CommandName, Refusal } from "@countersign/domain";
import type { Act, Row, StrictJson, TableName } from "@countersign/record";
import type { WriteTx } from "@countersign/db/write";
import type { z } from "zod";
import type { KnownActor } from "./actor.ts";
import type { Deps } from "./deps.ts";

/** What a command may do while it runs. Every change it makes must be taken into an event by `record`. */
export interface Run {
  deps: Deps;
  tx: WriteTx;
  known: KnownActor;
  /** Effective time of the act, ISO 8601 UTC with milliseconds. */
  at: string;
  /** When the actor proved who they are for this very act; null where the command asks no proof. */
  authenticatedAt: string | null;
  /** Locks a stream until commit, so that what is decided on cannot move. */
  lock(stream: string): Promise<void>;
  /** Waits for what a person or token has begun, before their power ends: what they do comes before its end, in the log too. */
  endsPowerOf(id: string): Promise<void>;
  insert<T extends TableName>(table: T, row: Row<T>): Promise<Row<T>>;
  insertAll<T extends TableName>(table: T, rows: Row<T>[]): Promise<void>;
  /** Compare-and-set; refuses with `moved_meanwhile` when the row is no longer as `expected`. */
  update<T extends TableName>(table: T, id: string, set: Partial<Row<T>>, expected?: Partial<Row<T>>): Promise<Row<T>>;
  /** Takes the rows of this stream changed so far, of the tables the act writes, into one event. */
  record(act: Act, stream: string, data?: { [key: string]: StrictJson }): void;
  /** Replaces personal data or free text by the digest of a salted disclosure. */
  hide(name: string, text: string): Promise<string>;
  /** Stores a document; returns the SHA-256 of its canonical bytes. */
  keep(document: unknown): Promise<string>;
  enqueue(task: string, payload: { [key: string]: StrictJson }, key?: string): Promise<void>;
  refuse(refusal: Refusal): never;
}

/** Facts that the permission and the command need, loaded through the workspace they belong to. */
export interface Scope {
  /** Workspace whose roles decide; null for an act on the instance itself. */
  workspaceId: string | null;
  /** Key of the model concerned: a token limited to models may touch no other. */
  modelKey?: string;
  /** What was acted on, for the record of a refusal. */
  target?: string;
}

export interface Command<I, S extends Scope, O> {
  name: CommandName;
  input: z.ZodType<I>;
  /** The person proves who they are for this act (`password` in the input): every signature, and acts on people. */
  reauthenticate?: boolean;
  /** Fields of the answer that are shown once: a remembered answer holds null in their place. */
  shownOnce?: readonly string[];
  /** Null: not found, or not for this actor to know of. */
  load(run: Run, input: I): Promise<S | null>;
  run(run: Run, scope: S, input: I): Promise<O>;
}

/** Declares a command; `execute` is the only way to run one. */
export const command = <I, S extends Scope, O>(definition: Command<I, S, O>): Command<I, S, O> => definition;

export type Result<O> = { ok: true; value: O } | { ok: false; refusal: Refusal };

/** A refusal on its way out of a command; `execute` turns it into a value. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.kind);
    this.refusal = refusal;
  }
}
