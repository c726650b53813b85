import { createHash } from "node:crypto";
import { jcsBytes } from "@countersign/canonical";
import {
  appendEvents,
  enqueue,
  holdAlone,
  insertRow,
  insertRows,
  lockStreams,
  putBlob,
  putDisclosure,
  updateRow,
  type WriteTx,
} from "@countersign/db/write";
import type { Refusal } from "@countersign/domain";
import {
  type Act,
  acts,
  disclose,
  encodeOpenCore,
  type RecordedActor,
  type Row,
  type RowImage,
  streamOf,
  type StrictJson,
  type TableName,
} from "@countersign/record";
import { msg } from "@countersign/words";
import type { KnownActor } from "./actor.ts";
import { Refused, type Run } from "./command.ts";
import type { Deps } from "./deps.ts";
import { splitRows } from "./split.ts";

/** A core holds 16 KiB at most, of which the database takes a few for its place in the stream. */
const coreBytesMax = 16_000;

interface Entry {
  act: Act;
  stream: string;
  data: { [key: string]: StrictJson };
  rows: RowImage[];
  pii: string[];
}

/** Collects what a command changes into events, and writes them last. */
export class Journal implements Run {
  readonly deps: Deps;
  readonly tx: WriteTx;
  readonly known: KnownActor;
  readonly at: string;
  readonly authenticatedAt: string | null;
  workspaceId: string | null = null;
  readonly #entries: Entry[] = [];
  #hidden: string[] = [];

  constructor(deps: Deps, tx: WriteTx, known: KnownActor, at: string, authenticatedAt: string | null) {
    this.deps = deps;
    this.tx = tx;
    this.known = known;
    this.at = at;
    this.authenticatedAt = authenticatedAt;
  }

  async lock(stream: string): Promise<void> {
    await lockStreams(this.tx, [stream]);
  }

  async endsPowerOf(id: string): Promise<void> {
    await holdAlone(this.tx, `actor:${id}`);
  }

  insert<T extends TableName>(table: T, row: Row<T>): Promise<Row<T>> {
    return insertRow(this.tx, table, row);
  }

  insertAll<T extends TableName>(table: T, rows: Row<T>[]): Promise<void> {
    return insertRows(this.tx, table, rows);
  }

  async update<T extends TableName>(
    table: T,
    id: string,
    set: Partial<Row<T>>,
    expected?: Partial<Row<T>>,
  ): Promise<Row<T>> {
    const updated = await updateRow(this.tx, table, id, set, expected);
    return updated ?? this.refuse({ kind: "moved_meanwhile" });
  }

  record(act: Act, stream: string, data: { [key: string]: StrictJson } = {}): void {
    const writes: readonly TableName[] = acts[act].writes;
    const rows: RowImage[] = [];
    for (const image of this.tx.changed.splice(0)) {
      const mine = writes.includes(image.t) && streamOf(image.t, image.row as Row<TableName>) === stream;
      (mine ? rows : this.tx.changed).push(image);
    }
    for (const part of splitRows(rows, this.#hidden)) this.#entries.push({ act, stream, data, ...part });
    this.#hidden = [];
  }

  async hide(name: string, text: string): Promise<string> {
    const disclosure = disclose(this.deps.salt(), name, text);
    await putDisclosure(this.tx, disclosure.digest, disclosure.encoded);
    this.#hidden.push(disclosure.digest);
    return disclosure.digest;
  }

  async keep(document: unknown): Promise<string> {
    const bytes = jcsBytes(document);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    await putBlob(this.tx, sha256, bytes);
    return sha256;
  }

  async enqueue(task: string, payload: { [key: string]: StrictJson }, key?: string): Promise<void> {
    await enqueue(this.tx, task, payload, key ?? null);
  }

  refuse(refusal: Refusal): never {
    throw new Refused(refusal);
  }

  /** Appends the events; throws when nothing was recorded or when a change is in no event. */
  async flush(actor: RecordedActor): Promise<void> {
    if (this.#entries.length === 0) throw new Error("A command changed nothing that it recorded");
    const stray = this.tx.changed[0];
    if (stray) throw new Error(`A change of ${stray.t} ${String(stray.row["id"])} is in no event`);
    const streams = new Set(this.#entries.map((entry) => entry.stream));
    // One stream is locked by the append itself; several are locked first, in one order, so that two commands never wait for each other.
    if (streams.size > 1) await lockStreams(this.tx, [...streams]);
    const cause = this.deps.id("req");
    await appendEvents(
      this.tx,
      this.#entries.map((entry) => {
        const core: Parameters<typeof encodeOpenCore>[0] = {
          v: 1,
          act: entry.act,
          id: this.deps.id("evt"),
          stream: entry.stream,
          actor,
          ws: this.workspaceId,
          claimed_at: this.at,
          origin: this.deps.origin,
          cause,
          data: entry.data,
          rows: entry.rows,
          pii: entry.pii,
        };
        if (jcsBytes(core).length > coreBytesMax)
          this.refuse({
            kind: "limit_exceeded",
            what: msg("the record of one act"),
            limit: coreBytesMax,
            unit: msg("bytes"),
          });
        return encodeOpenCore(core);
      }),
    );
  }
}
