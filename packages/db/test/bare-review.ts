import { createHash } from "node:crypto";
import { jcsBytes } from "@countersign/canonical";
import { type Row, rows } from "@countersign/db";
import type { Review, World, worldPolicy } from "@countersign/testing";
import { defineEnvironment } from "@countersign/usecases";
import { fakeId, type Forger, now, transaction } from "./forge.ts";

/** A review with what a forger would look up first. */
export interface Scene extends Review {
  review: Row<"review">;
  round: Row<"round">;
}

const blobOf = (document: unknown): { sha256: string; bytes: Buffer } => {
  const bytes = Buffer.from(jcsBytes(document));
  return { sha256: createHash("sha256").update(bytes).digest("hex"), bytes };
};

interface Bare {
  /** Another one than production is defined, with the document as its policy. */
  environment?: string;
  /** Check runs of the round, with the verdict each ended with. An error is put aside and not run again. */
  runs?: Record<string, "pass" | "error">;
}

/** A review opened by raw SQL, with these check runs and no others; sealed by the worker, waiting for approval. */
export async function bareReview(
  world: World,
  document: typeof worldPolicy,
  { environment = "production", runs = {} }: Bare = {},
): Promise<Scene> {
  const version = await world.sealed();
  const app = (work: (sql: Forger) => Promise<unknown>) =>
    must(transaction(world.database.as("countersign_app").pool, world.people.sofia, work));
  if (environment !== "production")
    await world.act("ingrid", defineEnvironment, {
      workspaceId: "wsp_default",
      key: environment,
      title: environment,
      protects: [],
    });
  if (environment !== "production")
    await app((sql) =>
      publish(sql, world, { ...document, appliesTo: { ...document.appliesTo, environments: [environment] } }),
    );
  const [place] = await rows(world.deps.database, "environment", { key: environment });
  const reviewId = fakeId("rev");
  const roundId = fakeId("rnd");
  await app(async (sql) => {
    if (environment === "production") {
      const [standing] = await rows(world.deps.database, "review", { id: version.reviewId });
      await sql.record(await sql.update("review", standing?.id ?? "", { state: "withdrawn", ended_at: now() }));
    }
    const policy = await sql.query("select gov.policy_for($1, $2) as id", [version.versionId, place?.id]);
    const review = await sql.insert("review", {
      id: reviewId,
      version_id: version.versionId,
      model_id: world.modelId,
      workspace_id: "wsp_default",
      environment_id: place?.id ?? "",
      policy_revision_id: String(policy.rows[0]?.["id"]),
      tier: "T1",
      state: "in_validation",
      round: 1,
      requested_by: world.people.tomas,
      requested_at: now(),
      due_at: now(10),
      ended_at: null,
    });
    await sql.record([
      review,
      await sql.insert("round", {
        id: roundId,
        review_id: reviewId,
        number: 1,
        state: "gathering",
        base_version_id: null,
        evidence_sha256: null,
        opened_at: now(),
        sealed_at: null,
        closed_at: null,
      }),
    ]);
  });
  const worker = (work: (sql: Forger) => Promise<unknown>) =>
    must(transaction(world.database.as("countersign_worker").pool, world.people.sofia, work));
  for (const [key, verdict] of Object.entries(runs)) {
    const id = fakeId("chk");
    const run = {
      id,
      review_id: reviewId,
      round_id: roundId,
      check_key: key,
      attempt: 1,
      state: "queued",
      status: null,
      verdict: null,
      outcome: null,
      result_sha256: null,
      queued_at: now(),
      ended_at: null,
    };
    await app(async (sql) => sql.record(await sql.insert("check_run", run)));
    await worker(async (sql) =>
      sql.record(await sql.update("check_run", id, { state: "ended", status: "measured", verdict, ended_at: now() })),
    );
    if (verdict === "error")
      await app(async (sql) => sql.record(await sql.update("check_run", id, { state: "superseded" })));
  }
  await worker(async (sql) => {
    await sql.record(
      await sql.update("round", roundId, { state: "sealed", evidence_sha256: "e".repeat(64), sealed_at: now() }),
    );
  });
  await app(async (sql) => sql.record(await sql.update("review", reviewId, { state: "pending_approval" })));
  const [review] = await rows(world.deps.database, "review", { id: reviewId });
  const [round] = await rows(world.deps.database, "round", { id: roundId });
  if (!review || !round) throw new Error("the bare review is not there");
  return { ...version, reviewId, review, round };
}

async function publish(sql: Forger, world: World, document: typeof worldPolicy): Promise<void> {
  const { sha256, bytes } = blobOf(document);
  const policy = fakeId("pol");
  const revision = fakeId("prv");
  await sql.query("insert into audit.blob values ($1, $2)", [sha256, bytes]);
  await sql.record(
    await sql.insert("policy", { id: policy, workspace_id: "wsp_default", key: document.key, created_at: now() }),
  );
  await sql.record(
    await sql.insert("policy_revision", {
      id: revision,
      policy_id: policy,
      workspace_id: "wsp_default",
      number: 1,
      sha256,
      state: "proposed",
      proposed_by: world.people.sofia,
      confirmed_by: null,
      proposed_at: now(),
      published_at: null,
      ended_at: null,
    }),
  );
  await sql.record(
    await sql.update("policy_revision", revision, {
      state: "published",
      confirmed_by: world.people.hanna,
      published_at: now(),
    }),
  );
}

export async function must(outcome: Promise<unknown>): Promise<void> {
  const error = await outcome;
  if (error) throw error;
}
