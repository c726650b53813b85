import { row, type Row, rows } from "@countersign/db";
import type { Run, Scope } from "../kernel/command.ts";
import type { Ask } from "../kernel/query.ts";

export interface ReviewScope extends Scope {
  workspaceId: string;
  review: Row<"review">;
  round: Row<"round">;
  version: Row<"version">;
  model: Row<"model">;
  environment: Row<"environment">;
}

/** Locks and loads a review by id with its open round, version, model and environment. */
export async function reviewScope(run: Run, reviewId: string): Promise<ReviewScope | null> {
  await run.lock(`review:${reviewId}`);
  const review = await row(run.tx, "review", reviewId);
  if (!review) return null;
  const [[round], version, model, environment] = [
    await rows(run.tx, "round", { review_id: review.id, number: review.round }),
    await row(run.tx, "version", review.version_id),
    await row(run.tx, "model", review.model_id),
    await row(run.tx, "environment", review.environment_id),
  ];
  if (!round || !version || !model || !environment) throw new Error(`review ${review.id} is incomplete`);
  return {
    workspaceId: review.workspace_id,
    modelKey: model.key,
    target: review.id,
    review,
    round,
    version,
    model,
    environment,
  };
}

/** The review that a question is about, with what decides who may ask it. */
export async function seeReview({ reader }: Ask, { reviewId }: { reviewId: string }) {
  const review = await row(reader, "review", reviewId);
  const model = review ? await row(reader, "model", review.model_id) : null;
  return review && model ? { workspaceId: review.workspace_id, modelKey: model.key, review } : null;
}
