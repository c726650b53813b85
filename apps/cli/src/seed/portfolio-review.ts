import {
  acceptCondition,
  commentOnReview,
  giveConditionEvidence,
  raiseFinding,
  withdrawDecision,
  withdrawReview,
} from "@countersign/usecases";
import type { Cast } from "./cast.ts";
import { approve, type Condition, recommend, reject, sendBack, viewOf } from "./review.ts";
import type { Drafted, Stage } from "./stage.ts";
import { story } from "./story-file.ts";
import { variant } from "./variant.ts";

type End =
  | "approve"
  /** Recommended, then again with a further condition: the first recommendation is superseded, and the condition not met. */
  | "approve_with_second_thoughts"
  | "reject"
  | "request_changes"
  | "withdraw"
  /** Recommended, and the signature taken back. */
  | "take_back"
  | "draft";

/** A version for production: a variant of a story's submission, with everything that checks ask for. */
export interface Built {
  from: string;
  label: string;
  days: number;
  end: End;
}

const stepOf = (key: string, { label }: Built): string => `${key}:${label.replaceAll(".", "-")}`;

/** Registers a full version for production. */
export async function draftBuilt(stage: Stage, cast: Cast, key: string, version: Built): Promise<Drafted> {
  const { from, label, days } = version;
  const named = /^\d+$/.test(label) ? `v${label}` : label;
  return stage.draft(stepOf(key, version), cast.ci, await variant(story(from), key, named), stage.at(days));
}

/** Everything that came of its review. */
export async function reviewBuilt(stage: Stage, cast: Cast, version: Built, drafted: Drafted): Promise<void> {
  const { days, end } = version;
  if (end === "draft") return;
  const step = stepOf(drafted.model, version);
  const { reviewId } = await stage.submit(`${step}:submit`, cast.ci, drafted, "production", stage.at(days, 9, 20));
  if (end === "withdraw") {
    await stage.act(
      `${step}:withdraw`,
      cast.tomas,
      withdrawReview,
      { reviewId, reason: "Superseded by the next refit before anybody had read it." },
      stage.at(days - 2),
    );
    return;
  }
  if (end === "reject") {
    const reason =
      "It is worse than the version in production by more than the margin, and simpler is no reason for that here.";
    return reject(stage, step, cast.daniel, reviewId, stage.at(days - 3), reason);
  }
  if (end === "request_changes") {
    await stage.act(
      `${step}:finding`,
      cast.liwei,
      raiseFinding,
      {
        reviewId,
        severity: "high",
        title: "Training rows of the third quarter are not described",
        body: "The datasheet stops at the second quarter. Describe the newer rows and how they were chosen.",
      },
      stage.at(days - 2),
    );
    const reason = "The datasheet must cover the rows that this version was trained on.";
    return sendBack(stage, step, cast.liwei, reviewId, stage.at(days - 2, 10), reason);
  }
  const view = await viewOf(stage, cast.liwei, reviewId);
  const covers = view.checks.filter((check) => check.outcome === "condition").map((check) => check.check);
  const watch: Condition = {
    text: "Report the watched outcomes at the next quarterly review of the model.",
    owner: cast.amara,
    dueAt: stage.at(days - 124),
    covers,
  };
  if (end === "take_back") return takeBack(stage, cast, step, reviewId, { days, watch });
  if (view.you.signOff?.act === "recommend") {
    const reason = "Evidence is complete for this tier; what needs watching has a condition.";
    const conditions = covers.length === 0 ? [] : [watch];
    await recommend(stage, step, cast.liwei, reviewId, stage.at(days - 4), reason, conditions);
  }
  if (end === "approve_with_second_thoughts") await secondThoughts(stage, cast, step, reviewId, { days, watch });
  await approve(
    stage,
    `${step}:priya`,
    cast.priya,
    reviewId,
    stage.at(days - 5),
    "Read against the version in production; the differences are explained.",
  );
  // What fell due since then has been met: its owner reported, the validator accepted.
  for (const condition of (await viewOf(stage, cast.amara, reviewId)).conditions) {
    if (condition.dueAt !== watch.dueAt || days <= 124) continue;
    await stage.act(
      `${step}:evidence:${condition.number}`,
      cast.amara,
      giveConditionEvidence,
      { conditionId: condition.id, evidence: "Reported at the quarterly review; nothing outside the expected range." },
      stage.at(days - 110),
    );
    await stage.act(
      `${step}:accept:${condition.number}`,
      cast.liwei,
      acceptCondition,
      { conditionId: condition.id },
      stage.at(days - 112),
    );
  }
}

/** An approver asks for more; the validator proposes it and recommends anew. */
async function secondThoughts(
  stage: Stage,
  cast: Cast,
  step: string,
  reviewId: string,
  { days, watch }: { days: number; watch: Condition },
): Promise<void> {
  const body = "A tenth of the accounts change places against the version in production. Collections should see which.";
  const at = stage.at(days - 4, 11);
  await stage.act(`${step}:comment`, cast.priya, commentOnReview, { reviewId, section: "changes", body }, at);
  const more: Condition = {
    text: "Show collections the accounts that changed places by more than two deciles, and record what they say.",
    owner: cast.amara,
    dueAt: stage.at(9),
    covers: [],
  };
  const reason = "As before, with the condition that Priya asked for.";
  await recommend(stage, `${step}:again`, cast.liwei, reviewId, stage.at(days - 4, 15), reason, [watch, more]);
}

/** Recommended too quickly: the validator takes the signature back, and it is their turn again. */
async function takeBack(
  stage: Stage,
  cast: Cast,
  step: string,
  reviewId: string,
  { days, watch }: { days: number; watch: Condition },
): Promise<void> {
  const why = "Better than version 1 on the same accounts; the change of picks has its condition.";
  await recommend(stage, step, cast.liwei, reviewId, stage.at(days - 1), why, watch.covers.length > 0 ? [watch] : []);
  const reason =
    "I compared it with 1-simple, which never ran. I read the comparison with version 1 before I sign again.";
  await stage.act(`${step}:take-back`, cast.liwei, withdrawDecision, { reviewId, reason }, stage.at(days - 2));
}
