import { type Database, eventsAfter, type TailRow, trailEnd } from "@countersign/db";
import { isConnectionLost } from "../kernel/outage.ts";

interface Batch {
  events: TailRow[];
  /** Entries that the newest checkpoint signs. */
  signed: number;
}

const everyMs = 1_000;
/** So far behind the newest id an event may still be committed: ids are taken when it is written. */
const lookBack = 500;

/** The end of the trail, read once a second for everybody who follows it, and not at all where nobody does. */
export class Tail {
  readonly #database: Database;
  readonly #listeners = new Set<(batch: Batch) => void>();
  /** Outbox ids near the end that were told, or stood there before anybody listened. */
  #known = new Set<number>();
  #last = 0;
  #signed = 0;
  #begun: Promise<void> | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  /** What is committed from now on, until the signal. Rejects where the database is away. */
  async listen(signal: AbortSignal): Promise<AsyncIterable<Batch>> {
    const waiting: Batch[] = [];
    let wake = (): void => {};
    const hear = (batch: Batch): void => {
      waiting.push(batch);
      wake();
    };
    const stop = (): void => {
      this.#listeners.delete(hear);
      wake();
    };
    this.#listeners.add(hear);
    signal.addEventListener("abort", stop, { once: true });
    this.#begun ??= this.#begin();
    await this.#begun.catch((error: unknown) => {
      stop();
      throw error;
    });
    return (async function* () {
      while (!signal.aborted) {
        const next = waiting.shift();
        if (next) yield next;
        else await new Promise<void>((resolve) => (wake = resolve));
      }
    })();
  }

  async #begin(): Promise<void> {
    try {
      const { lastEvent, signed } = await trailEnd(this.#database);
      const near = await eventsAfter(this.#database, Math.max(0, lastEvent - lookBack), lookBack);
      this.#known = new Set(near.map(({ id }) => id));
      this.#last = lastEvent;
      this.#signed = signed;
      this.#again();
    } catch (error) {
      this.#begun = undefined;
      throw error;
    }
  }

  #again(): void {
    if (this.#listeners.size === 0) this.#begun = undefined;
    else setTimeout(() => void this.#read(), everyMs).unref();
  }

  async #read(): Promise<void> {
    try {
      const { signed } = await trailEnd(this.#database);
      const near = await eventsAfter(this.#database, Math.max(0, this.#last - lookBack), 10 * lookBack);
      const events = near.filter(({ id }) => !this.#known.has(id));
      this.#known = new Set([
        ...[...this.#known].filter((id) => id > this.#last - lookBack),
        ...events.map(({ id }) => id),
      ]);
      this.#last = near.at(-1)?.id ?? this.#last;
      const moved = signed !== this.#signed;
      this.#signed = signed;
      if (events.length > 0 || moved) for (const hear of this.#listeners) hear({ events, signed });
    } catch (error) {
      // While the database is away nothing is told; what has happened is told when it is back.
      if (!isConnectionLost(error)) process.stderr.write(`the trail cannot be followed: ${String(error)}\n`);
    }
    this.#again();
  }
}
