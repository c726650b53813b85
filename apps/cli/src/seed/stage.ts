import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Submission } from "@countersign/domain";
import {
  type Actor,
  type AnyCommand,
  type Deps,
  draftVersion,
  execute,
  query,
  submitVersion,
  uploadArtifact,
  versionStatus,
} from "@countersign/usecases";
import { submissionSchema } from "@countersign/usecases/descriptor";
import { createReadStream } from "node:fs";
import { parse } from "yaml";
import { collectFiles } from "../register/collect.ts";

const dayMs = 86_400_000;

/**
 * Tells acts at their claimed times through the product's own commands. Every step has a name, which is its
 * idempotency key: told again after a kill, what has happened answers as before and the rest goes on.
 */
export class Stage {
  readonly deps: Deps;
  readonly #today: number;

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

  /** Runs a command now, as a live act: the one that ends set-up cannot itself be seeded. */
  async actLive<O = unknown>(actor: Actor, command: { name: string }, input: unknown): Promise<O> {
    const result = await execute(this.deps, actor, command as unknown as AnyCommand, input);
    if (!result.ok) throw new Error(`“${command.name}” was refused: ${JSON.stringify(result.refusal)}`);
    return result.value as O;
  }

  /** Uploads and drafts a version from a `countersign.yaml`; answers its id and number. */
  async draft(
    step: string,
    actor: Actor,
    file: string,
    at: string,
  ): Promise<{ versionId: string; number: number; model: string }> {
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
    version: { versionId: string; number: number; model: string },
    environment: string,
    at: string,
  ): Promise<{ reviewId: string; evidenceSha256: string }> {
    const review = await this.act<{ reviewId: string }>(
      step,
      actor,
      submitVersion,
      { versionId: version.versionId, environment },
      at,
    );
    return { reviewId: review.reviewId, evidenceSha256: await this.sealed(actor, version, review.reviewId) };
  }

  /** `pollMs`: how often it is asked for. */
  async sealed(
    actor: Actor,
    version: { number: number; model: string },
    reviewId: string,
    pollMs = 150,
  ): Promise<string> {
    for (const until = Date.now() + 180_000; Date.now() < until;) {
      const status = await query(this.deps, actor, versionStatus, {
        model: version.model,
        version: String(version.number),
      });
      const review = status.ok ? status.value.reviews.find((entry) => entry.reviewId === reviewId) : undefined;
      if (review?.evidenceSha256 && review.roundState !== "gathering") return review.evidenceSha256;
      await new Promise((done) => setTimeout(done, pollMs));
    }
    throw new Error(`The checks of ${version.model}/${version.number} did not end in three minutes.`);
  }
}
