import {
  decideReview,
  markSection,
  proposeConditions,
  recommendReview,
  reviewView,
  query,
  type Actor,
} from "@countersign/usecases";
import type { DemoActor } from "./cast.ts";
import type { Stage } from "./stage.ts";

interface Condition {
  text: string;
  owner: DemoActor;
  dueAt: string;
  covers: string[];
}

/** A reviewer reads every section of the sealed evidence and marks it. */
export async function readSections(
  stage: Stage,
  step: string,
  who: DemoActor,
  reviewId: string,
  at: string,
): Promise<void> {
  const view = await viewOf(stage, who, reviewId);
  for (const { section, sha256 } of view.sections) {
    await stage.act(`${step}:mark:${section}`, who, markSection, { reviewId, section, contentSha256: sha256 }, at);
  }
}

export async function viewOf(stage: Stage, who: Actor, reviewId: string) {
  const view = await query(stage.deps, who, reviewView, { reviewId });
  if (!view.ok) throw new Error(`The review ${reviewId} cannot be read: ${view.refusal.kind}`);
  return view.value;
}

/** Reads, proposes the conditions, recommends. */
export async function recommend(
  stage: Stage,
  step: string,
  who: DemoActor,
  reviewId: string,
  at: string,
  reason: string,
  conditions: Condition[] = [],
): Promise<void> {
  await readSections(stage, step, who, reviewId, at);
  let sha256: string | null = null;
  if (conditions.length > 0) {
    const input = conditions.map(({ owner, ...condition }) => ({ ...condition, ownerId: owner.personId }));
    const proposed = await stage.act<{ sha256: string }>(
      `${step}:conditions`,
      who,
      proposeConditions,
      { reviewId, conditions: input },
      at,
    );
    sha256 = proposed.sha256;
  }
  const view = await viewOf(stage, who, reviewId);
  await stage.act(
    `${step}:recommend`,
    who,
    recommendReview,
    { reviewId, evidenceSha256: view.evidenceSha256, conditionsSha256: sha256, reason },
    at,
  );
}

/** Reads and approves, with the proposed conditions where there are any. */
export async function approve(
  stage: Stage,
  step: string,
  who: DemoActor,
  reviewId: string,
  at: string,
  reason: string | null,
): Promise<void> {
  await readSections(stage, step, who, reviewId, at);
  const view = await viewOf(stage, who, reviewId);
  const act = view.conditionsSha256 ? "approve_with_conditions" : "approve";
  await stage.act(
    `${step}:${act}`,
    who,
    decideReview,
    { reviewId, act, evidenceSha256: view.evidenceSha256, conditionsSha256: view.conditionsSha256, reason },
    at,
  );
}
