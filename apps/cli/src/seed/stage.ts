import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Submission } from "@countersign/domain";
import {
  type Actor,
  type AnyCommand,
  type Deps,
  draftVersion,
  execute,
  sealedReviews,
  submitVersion,
  uploadArtifact,
} from "@countersign/usecases";
import { submissionSchema } from "@countersign/usecases/descriptor";
import { createReadStream } from "node:fs";
import { parse } from "yaml";
import { collectFiles } from "../register/collect.ts";

const dayMs = 86_400_000;
const sealedWithinMs = 180_000;
const lookEveryMs = 100;

interface Waiting {
  resolve(evidenceSha256: string): void;
  reject(why: unknown): void;
  until: number;
}

/** A version as its drafting answers. */
export interface Drafted {
  versionId: string;
  number: number;
  model: string;
}

/**
 * Tells acts at their claimed times through the product's own commands. Every step has a name, which is its
 * idempotency key: told again after a kill, what has happened answers as before and the rest goes on.
 */
export class Stage {
  readonly deps: Deps;
  readonly #today: number;
  readonly #waiting = new Map<string, Waiting>();
  #looking = false;

  constructor(deps: Deps, today: Date) {
    this.deps = deps;
    this.#today = today.getTime();
  }

  /** The moment `days` before today (negative: after it), at an hour of the day (UTC); a past act is never later than now. */
  at(days: number, hour = 9, minute = 0): string {
    const midnight = Math.floor((this.#today - days * dayMs) / dayMs) * dayMs;
    const moment = midnight + hour * 3_600_000 + minute * 60_000;
    return new Date(days < 0 ? moment : Math.min(moment, this.#today)).toISOString();
  }

  depsAt(at: string): Deps {
    return { ...this.deps, origin: "seed", now: () => new Date(at) };
  }

  /** Runs a command; a refusal is a fault of the story and ends the seed with its words. */
  async act<O>(step: string, actor: Actor, command: { name: string }, input: unknown, at: string): Promise<O> {
    const result = await execute(this.depsAt(at), actor, command as unknown as AnyCommand, input, {
      idempotencyKey: `seed:${step}`,
      claimedAt: at,
    });
    if (!result.ok) throw new Error(`The demo's step “${step}” was refused: ${JSON.stringify(result.refusal)}`);
    return result.value as O;
  }

  /** Runs a command now, as a live act: the one that ends set-up, and what comes after it, cannot be seeded. */
  async actLive<O = unknown>(actor: Actor, command: { name: string }, input: unknown, step?: string): Promise<O> {
    const once = step === undefined ? {} : { idempotencyKey: `seed:${step}` };
    const result = await execute(this.deps, actor, command as unknown as AnyCommand, input, once);
    if (!result.ok) throw new Error(`“${command.name}” was refused: ${JSON.stringify(result.refusal)}`);
    return result.value as O;
  }

  /** Uploads and drafts a version from a `countersign.yaml`; answers its id and number. */
  async draft(step: string, actor: Actor, file: string, at: string): Promise<Drafted> {
    const folder = join(file, "..");
    const submission = submissionSchema.parse(parse(await readFile(file, "utf8"))) as Submission;
    const files = await collectFiles(submission, folder);
    for (const local of files) {
      const uploaded = await uploadArtifact(this.deps, actor, local.sha256, createReadStream(local.source));
      if (!uploaded.ok) throw new Error(`${local.path}: ${uploaded.reason}`);
    }
    return this.act(
      step,
      actor,
      draftVersion,
      { submission, files: files.map(({ source: _source, ...kept }) => kept) },
      at,
    );
  }

  /** Submits and waits until the worker has sealed the round. */
  async submit(
    step: string,
    actor: Actor,
    version: Drafted,
    environment: string,
    at: string,
  ): Promise<{ reviewId: string; evidenceSha256: string }> {
    const input = { versionId: version.versionId, environment };
    const { reviewId } = await this.act<{ reviewId: string }>(step, actor, submitVersion, input, at);
    return { reviewId, evidenceSha256: await this.sealed(reviewId) };
  }

  /** The digest of a round's evidence, as soon as the worker has sealed it. Whoever waits is asked for at once. */
  sealed(reviewId: string): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#waiting.set(reviewId, { resolve, reject, until: Date.now() + sealedWithinMs });
      if (!this.#looking) this.#look().catch((error: unknown) => this.#fail(error));
    });
  }

  async #look(): Promise<void> {
    this.#looking = true;
    while (this.#waiting.size > 0) {
      const sealed = await sealedReviews(this.deps, [...this.#waiting.keys()]);
      for (const [reviewId, { resolve, reject, until }] of this.#waiting) {
        const evidence = sealed.get(reviewId);
        if (evidence === undefined && Date.now() < until) continue;
        this.#waiting.delete(reviewId);
        if (evidence === undefined) reject(new Error(`The checks of ${reviewId} did not end in three minutes.`));
        else resolve(evidence);
      }
      await new Promise((done) => setTimeout(done, lookEveryMs));
    }
    this.#looking = false;
  }

  #fail(error: unknown): void {
    this.#looking = false;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
