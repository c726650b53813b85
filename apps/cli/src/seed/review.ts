import {
  decideReview,
  markSection,
  proposeConditions,
  recommendReview,
  requestChanges,
  reviewView,
  query,
  type Actor,
} from "@countersign/usecases";
import type { DemoActor } from "./cast.ts";
import type { Stage } from "./stage.ts";

export interface Condition {
  text: string;
  owner: DemoActor;
  dueAt: string;
  covers: string[];
}

/** What a signature says that its signer has seen. */
interface Seen {
  reviewId: string;
  evidenceSha256: string | null;
  conditionsSha256: string | null;
}

export async function viewOf(stage: Stage, who: Actor, reviewId: string) {
  const view = await query(stage.deps, who, reviewView, { reviewId });
  if (!view.ok) throw new Error(`The review ${reviewId} cannot be read: ${view.refusal.kind}`);
  return view.value;
}

/** A reviewer reads every section of the sealed evidence and marks it. */
export async function readSections(
  stage: Stage,
  step: string,
  who: DemoActor,
  reviewId: string,
  at: string,
): Promise<Seen> {
  const { sections, evidenceSha256, conditionsSha256 } = await viewOf(stage, who, reviewId);
  for (const { section, sha256 } of sections)
    await stage.act(`${step}:mark:${section}`, who, markSection, { reviewId, section, contentSha256: sha256 }, at);
  return { reviewId, evidenceSha256, conditionsSha256 };
}

/** Proposes the conditions of a round; returns their digest. */
export async function propose(
  stage: Stage,
  step: string,
  who: DemoActor,
  reviewId: string,
  at: string,
  conditions: Condition[],
): Promise<string> {
  const input = conditions.map(({ owner, ...condition }) => ({ ...condition, ownerId: owner.personId }));
  const { sha256 } = await stage.act<{ sha256: string }>(
    `${step}:conditions`,
    who,
    proposeConditions,
    { reviewId, conditions: input },
    at,
  );
  return sha256;
}

/** Reads what has not been read, proposes the conditions, recommends. */
export async function recommend(
  stage: Stage,
  step: string,
  who: DemoActor,
  reviewId: string,
  at: string,
  reason: string,
  conditions: Condition[] = [],
): Promise<void> {
  const seen = await readSections(stage, step, who, reviewId, at);
  if (conditions.length > 0) seen.conditionsSha256 = await propose(stage, step, who, reviewId, at, conditions);
  await stage.act(`${step}:recommend`, who, recommendReview, { ...seen, reason }, at);
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
  const seen = await readSections(stage, step, who, reviewId, at);
  const act = seen.conditionsSha256 ? "approve_with_conditions" : "approve";
  await stage.act(`${step}:${act}`, who, decideReview, { ...seen, act, reason }, at);
}

/** Ends the review with a rejection. */
export async function reject(
  stage: Stage,
  step: string,
  who: DemoActor,
  reviewId: string,
  at: string,
  reason: string,
): Promise<void> {
  const { evidenceSha256, conditionsSha256 } = await viewOf(stage, who, reviewId);
  const input = { reviewId, evidenceSha256, conditionsSha256, act: "reject", reason };
  await stage.act(`${step}:reject`, who, decideReview, input, at);
}

/** Ends the first round: the developers answer. What they have answered already was sent back before. */
export async function sendBack(
  stage: Stage,
  step: string,
  who: DemoActor,
  reviewId: string,
  at: string,
  reason: string,
): Promise<void> {
  const { round, evidenceSha256, conditionsSha256 } = await viewOf(stage, who, reviewId);
  if (round.number > 1) return;
  const input = { reviewId, evidenceSha256, conditionsSha256, reason };
  await stage.act(`${step}:changes`, who, requestChanges, input, at);
}
