import { type Database, type TailRow, trailEnd } from "@countersign/db";
import { movingJobs } from "../jobs/moving.ts";
import type { Job } from "../jobs/stored.ts";
import { isConnectionLost } from "../kernel/outage.ts";
import { endOfTrail, type Followed, readOn } from "./read-on.ts";

interface Batch {
  events: TailRow[];
  /** Entries that the newest checkpoint signs. */
  signed: number;
  /** Jobs that have moved since the last batch, of everybody. */
  jobs: Job[];
}

const everyMs = 1_000;

/** The end of the trail, read once a second for everybody who follows it, and not at all where nobody does. */
export class Tail {
  readonly #database: Database;
  readonly #listeners = new Set<(batch: Batch) => void>();
  #followed: Followed = { last: 0, known: [] };
  #signed = 0;
  /** How the jobs stood that were moving, as text, by id. */
  #jobs = new Map<string, string>();
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
      const { signed } = await trailEnd(this.#database);
      this.#followed = await endOfTrail(this.#database);
      this.#signed = signed;
      this.#jobs = standing(await movingJobs(this.#database));
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
      const { events, to } = await readOn(this.#database, this.#followed);
      this.#followed = to;
      const moved = signed !== this.#signed;
      this.#signed = signed;
      const moving = await movingJobs(this.#database);
      const jobs = moving.filter((job) => this.#jobs.get(job.id) !== JSON.stringify(job));
      this.#jobs = standing(moving);
      if (events.length > 0 || moved || jobs.length > 0)
        for (const hear of this.#listeners) hear({ events, signed, jobs });
    } catch (error) {
      // While the database is away nothing is told; what has happened is told when it is back.
      if (!isConnectionLost(error)) process.stderr.write(`the trail cannot be followed: ${String(error)}\n`);
    }
    this.#again();
  }
}

const standing = (jobs: Job[]): Map<string, string> => new Map(jobs.map((job) => [job.id, JSON.stringify(job)]));
