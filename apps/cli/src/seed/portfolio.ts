import {
  acceptCondition,
  decideReview,
  giveConditionEvidence,
  raiseFinding,
  requestChanges,
  withdrawReview,
} from "@countersign/usecases";
import type { Cast } from "./cast.ts";
import { inventory, type NewModel, story } from "./models.ts";
import { approve, recommend, viewOf } from "./review.ts";
import type { Stage } from "./stage.ts";
import { variant } from "./variant.ts";

type End = "approve" | "reject" | "request_changes" | "withdraw" | "open" | "draft";

interface PortfolioVersion {
  /** The story's submission that it is a variant of. */
  from: string;
  label: string;
  days: number;
  end: End;
}

/** Models that make the inbox look lived in: approved, replaced, rejected, sent back, withdrawn, waiting, drafted. */
const portfolio: { model: NewModel; versions: PortfolioVersion[] }[] = [
  {
    model: {
      key: "overdraft-pd",
      title: "Overdraft PD",
      task: "binary",
      tier: "T3",
      days: 360,
      purpose: "Orders reminders on overdrawn accounts. No account is closed on it.",
    },
    versions: [
      { from: "credit/countersign-1.0.yaml", label: "2025.4", days: 300, end: "approve" },
      { from: "credit/countersign-1.1.yaml", label: "2026.1", days: 170, end: "approve" },
      { from: "credit/countersign-1.0.yaml", label: "2026.2", days: 70, end: "reject" },
      { from: "credit/countersign-1.2.yaml", label: "2026.3", days: 8, end: "request_changes" },
    ],
  },
  {
    model: {
      key: "card-limit",
      title: "Card limit review",
      task: "binary",
      tier: "T3",
      days: 340,
      purpose: "Picks accounts whose card limit a person looks at again.",
    },
    versions: [
      { from: "credit/countersign-1.1.yaml", label: "1", days: 200, end: "approve" },
      { from: "credit/countersign-1.0.yaml", label: "1-simple", days: 90, end: "withdraw" },
      { from: "credit/countersign-1.2.yaml", label: "2", days: 4, end: "open" },
    ],
  },
  {
    model: {
      key: "branch-staffing",
      title: "Branch staffing",
      task: "regression",
      tier: "T4",
      days: 240,
      purpose: "Expected visits per branch and week, for rosters.",
    },
    versions: [
      { from: "regression/countersign-1.0.yaml", label: "spring", days: 150, end: "approve" },
      { from: "regression/countersign-1.0.yaml", label: "autumn", days: 1, end: "draft" },
    ],
  },
];

export async function lived(stage: Stage, cast: Cast): Promise<void> {
  for (const { model, versions } of portfolio) {
    await inventory(stage, cast, model);
    for (const version of versions) await tell(stage, cast, model.key, version);
  }
}

async function tell(
  stage: Stage,
  cast: Cast,
  key: string,
  { from, label, days, end }: PortfolioVersion,
): Promise<void> {
  const step = `${key}:${label.replaceAll(".", "-")}`;
  const named = /^\d+$/.test(label) ? `v${label}` : label;
  const drafted = await stage.draft(step, cast.ci, await variant(story(from), key, named), stage.at(days));
  if (end === "draft") return;
  const { reviewId } = await stage.submit(`${step}:submit`, cast.ci, drafted, "production", stage.at(days, 9, 20));
  if (end === "open") return;
  const view = await viewOf(stage, cast.liwei, reviewId);
  const evidence = { reviewId, evidenceSha256: view.evidenceSha256, conditionsSha256: view.conditionsSha256 };
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
    await stage.act(
      `${step}:reject`,
      cast.daniel,
      decideReview,
      {
        ...evidence,
        act: "reject",
        reason:
          "It is worse than the version in production by more than the margin, and simpler is no reason for that here.",
      },
      stage.at(days - 3),
    );
    return;
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
    await stage.act(
      `${step}:changes`,
      cast.liwei,
      requestChanges,
      { ...evidence, reason: "The datasheet must cover the rows that this version was trained on." },
      stage.at(days - 2, 10),
    );
    return;
  }
  const covers = view.checks.filter((check) => check.outcome === "condition").map((check) => check.check);
  const recommends = view.you.signOff?.act === "recommend";
  if (recommends) {
    await recommend(
      stage,
      step,
      cast.liwei,
      reviewId,
      stage.at(days - 4),
      "Evidence is complete for this tier; what needs watching has a condition.",
      covers.length === 0
        ? []
        : [
            {
              text: "Report the watched outcomes at the next quarterly review of the model.",
              owner: cast.amara,
              dueAt: stage.at(days - 124),
              covers,
            },
          ],
    );
  }
  await approve(
    stage,
    `${step}:priya`,
    cast.priya,
    reviewId,
    stage.at(days - 5),
    "Read against the version in production; the differences are explained.",
  );
  // What fell due since then has been met: its owner reported, the validator accepted.
  for (const condition of days > 124 ? (await viewOf(stage, cast.amara, reviewId)).conditions : []) {
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
