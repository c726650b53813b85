import { createHash } from "node:crypto";
import { rows } from "@countersign/db";
import type { Refusal, Submission, VersionFile } from "@countersign/domain";
import {
  type Actor,
  type AnyCommand,
  decideReview,
  draftVersion,
  type Deps,
  execute,
  markSection,
  openDeps,
  proposeConditions,
  query,
  recommendReview,
  recordCheckResult,
  type Result,
  reviewView,
  roundPlan,
  sealRound,
  submitVersion,
  uploadArtifact,
} from "@countersign/usecases";
import { inject } from "vitest";
import { type TestDatabase, testDatabase } from "../database.ts";
import type { TestServer } from "../templates.ts";
import { modelKey, type Name, passwordOf, type WorldState } from "./state.ts";

/** Values that the checks measure; a name of the policy that is not given measures well. */
export type Values = Partial<Record<string, number | "error">>;

export interface Version {
  versionId: string;
  model: string;
  number: number;
}

export interface Review extends Version {
  reviewId: string;
}

export const job: Actor = { kind: "job", name: "test" };
const good: Record<string, number> = { "artifact.integrity": 0, "perf.roc_auc": 0.82, "perf.gini": 0.64 };

/** A living instance in a database of its own, with people by name. Commands are the product's; only measured values are given. */
export class World implements WorldState {
  readonly database: TestDatabase;
  readonly deps: Deps;
  /** Under the worker's database role, which alone records results. */
  readonly workerDeps: Deps;
  readonly people: WorldState["people"];
  readonly modelId: string;
  readonly ci: WorldState["ci"];
  #made = 0;

  constructor(database: TestDatabase, deps: Deps, workerDeps: Deps, state: WorldState) {
    this.database = database;
    this.deps = deps;
    this.workerDeps = workerDeps;
    this.people = state.people;
    this.modelId = state.modelId;
    this.ci = state.ci;
  }

  as(name: Name): Actor {
    return { kind: "user", personId: this.people[name] };
  }

  get token(): Actor {
    return { kind: "token", tokenId: this.ci.tokenId };
  }

  /** Gives a command as a person (with their password where it asks), a token or a job; answers value or refusal. */
  async try<O = Record<string, unknown>>(
    who: Name | Actor,
    command: { name: string },
    input: object,
    options: { idempotencyKey?: string; deps?: Deps } = {},
  ): Promise<Result<O>> {
    const definition = command as unknown as AnyCommand;
    const proved =
      typeof who === "string" && definition.reauthenticate ? { password: passwordOf(who), ...input } : input;
    const { deps, ...rest } = options;
    const actor = typeof who === "string" ? this.as(who) : who;
    return (await execute(
      deps ?? (actor.kind === "job" ? this.workerDeps : this.deps),
      actor,
      definition,
      proved,
      rest,
    )) as Result<O>;
  }

  /** The same, where it must succeed. */
  async act<O = Record<string, unknown>>(who: Name | Actor, command: { name: string }, input: object): Promise<O> {
    const result = await this.try<O>(who, command, input);
    if (!result.ok) throw new Error(`${command.name} was refused: ${JSON.stringify(result.refusal)}`);
    return result.value;
  }

  /** The same, where it must be refused. */
  async refused(who: Name | Actor, command: { name: string }, input: object): Promise<Refusal> {
    const result = await this.try(who, command, input);
    if (result.ok) throw new Error(`${command.name} was carried out: ${JSON.stringify(result.value)}`);
    return result.refusal;
  }

  /** A draft of the model with real bytes behind each file. */
  async draft(
    change: {
      by?: Name | Actor;
      run?: Submission["run"];
      label?: string;
      content?: string;
      model?: string;
      card?: string;
    } = {},
  ): Promise<Version> {
    const by = change.by ?? "tomas";
    const content = change.content ?? `model ${++this.#made}`;
    const files = await Promise.all([
      this.#file(by, "model", "model.onnx", content),
      this.#file(by, "test", "test.parquet", `test ${content}`),
      ...(change.card ? [this.#file(by, "card", "model-card.md", change.card)] : []),
    ]);
    const submission: Submission = {
      countersign: 1,
      model: change.model ?? modelKey,
      task: "binary",
      files: { onnx: "model.onnx" },
      data: { test: { path: "test.parquet", target: "defaulted" } },
      decision: { threshold: 0.2, favourable: "below" },
      run: change.run ?? { trainer: "tomas@northgate.example", commit: "4f1c2b0" },
      ...(change.label ? { label: change.label } : {}),
    };
    return this.act<Version>(by, draftVersion, { submission, files });
  }

  async #file(by: Name | Actor, role: VersionFile["role"], path: string, content: string): Promise<VersionFile> {
    const bytes = Buffer.from(content);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const actor = typeof by === "string" ? this.as(by) : by;
    const uploaded = await uploadArtifact(
      this.deps,
      actor,
      sha256,
      (async function* () {
        yield bytes;
      })(),
    );
    if (!uploaded.ok) throw new Error(`upload: ${uploaded.reason}`);
    return { role, path, sha256, size: bytes.length, ...(role === "model" ? { part: "onnx" } : {}) };
  }

  async submit(version: Version, environment = "production", by: Name | Actor = "tomas"): Promise<Review> {
    const { reviewId } = await this.act<{ reviewId: string }>(by, submitVersion, {
      versionId: version.versionId,
      environment,
    });
    return { ...version, reviewId };
  }

  /** Records what each queued check of the open round measured. */
  async measure(review: Review, values: Values = {}): Promise<string> {
    const [round] = (await rows(this.deps.database, "round", { review_id: review.reviewId })).toSorted(
      (a, b) => b.number - a.number,
    );
    const plan = await roundPlan(this.deps, round?.id ?? "");
    if (!plan) throw new Error("the review has no open round");
    const inputs = Object.fromEntries(
      plan.version.files.map((file) => [file.role === "model" ? `model:${file.path}` : file.role, file.sha256]),
    );
    for (const { checkRunId, rule } of plan.queued) {
      const value = values[rule.check] ?? good[rule.check] ?? 0;
      const detections =
        rule.check === "artifact.integrity" && value !== 0
          ? [{ code: "file.changed", where: "model.onnx", text: "model.onnx is not the file that was registered." }]
          : [];
      const measured =
        value === "error"
          ? { status: "error" as const, reason: "The check ended unexpectedly.", measurements: [] }
          : { status: "measured" as const, measurements: [{ value, n: 1000, detections }] };
      await this.act(job, recordCheckResult, {
        checkRunId,
        result: {
          check: rule.check,
          version: "1.0.0",
          params: rule.params ?? {},
          ...measured,
          assurance: "recomputed",
          inputs,
          engine: {},
          isolation: "test",
        },
      });
    }
    return plan.roundId;
  }

  /** A submitted version whose checks have ended and whose round is sealed. */
  async sealed(
    values: Values = {},
    change: Parameters<World["draft"]>[0] & { environment?: string } = {},
  ): Promise<Review> {
    const review = await this.submit(
      await this.draft(change),
      change.environment ?? "production",
      change.by ?? "tomas",
    );
    const roundId = await this.measure(review, values);
    await this.seal(review, roundId);
    return review;
  }

  async seal(review: Review, roundId: string): Promise<void> {
    await this.act(job, sealRound, { reviewId: review.reviewId, roundId });
  }

  async view(review: Review, who: Name = "liwei") {
    const view = await query(this.deps, this.as(who), reviewView, { reviewId: review.reviewId });
    if (!view.ok) throw new Error(`the review cannot be seen: ${view.refusal.kind}`);
    return view.value;
  }

  /** Marks every section as read by a person. */
  async read(review: Review, who: Name): Promise<void> {
    const { sections } = await this.view(review, who);
    for (const { section, sha256 } of sections)
      await this.act(who, markSection, { reviewId: review.reviewId, section, contentSha256: sha256 });
  }

  /** What a signature says it saw, as the page would send it. */
  async seen(review: Review, who: Name = "liwei") {
    const { evidenceSha256, conditionsSha256 } = await this.view(review, who);
    return { reviewId: review.reviewId, evidenceSha256, conditionsSha256 };
  }

  async recommend(review: Review, who: Name = "liwei"): Promise<void> {
    await this.read(review, who);
    await this.act(who, recommendReview, {
      ...(await this.seen(review, who)),
      reason: "Measured on the registered bytes; nothing stands against it.",
    });
  }

  async propose(review: Review, covers: string[] = ["perf.gini"], ownerId = this.people.amara): Promise<void> {
    const dueAt = new Date(this.deps.now().getTime() + 60 * 86_400_000).toISOString();
    await this.act("liwei", proposeConditions, {
      reviewId: review.reviewId,
      conditions: [{ text: "Report monthly to the committee.", ownerId, dueAt, covers }],
    });
  }

  async approve(review: Review, who: Name): Promise<string> {
    await this.read(review, who);
    const seen = await this.seen(review, who);
    const act = seen.conditionsSha256 ? "approve_with_conditions" : "approve";
    const { state } = await this.act<{ state: string }>(who, decideReview, {
      ...seen,
      act,
      reason: "The evidence is complete and within limits.",
    });
    return state;
  }

  /** A version approved for production by Li Wei, Priya and Daniel. */
  async approved(change: Parameters<World["draft"]>[0] = {}): Promise<Review> {
    const review = await this.sealed({}, change);
    await this.recommend(review);
    await this.approve(review, "priya");
    await this.approve(review, "daniel");
    return review;
  }

  async end(): Promise<void> {
    await this.deps.database.end();
    await this.workerDeps.database.end();
    await this.database.end();
  }
}

/** A living instance for one test file, or on a server that the caller started. */
export async function newWorld(server: TestServer = inject("server")): Promise<World> {
  const { artifacts, world } = server;
  const database = await testDatabase("world", server);
  const depsAs = (role: "countersign_app" | "countersign_worker"): Promise<Deps> =>
    openDeps({ databaseUrl: database.url(role), artifacts, portalUrl: "http://portal.test", name: "countersign-test" });
  return new World(database, await depsAs("countersign_app"), await depsAs("countersign_worker"), world);
}
