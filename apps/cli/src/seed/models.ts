import {
  acceptCondition,
  answerFinding,
  commentOnReview,
  giveConditionEvidence,
  raiseFinding,
} from "@countersign/usecases";
import type { Cast } from "./cast.ts";
import { inventory, type NewModel } from "./inventory.ts";
import { approve, recommend, viewOf } from "./review.ts";
import { written } from "./samples.ts";
import type { Drafted, Stage } from "./stage.ts";
import { story } from "./story-file.ts";

/** Consumer credit: version 1 in production, version 2 waiting for two approvers, 3 a draft, 4 with planted faults. */
export async function credit(stage: Stage, cast: Cast): Promise<void> {
  await inventory(stage, cast, {
    key: "credit-pd",
    title: "Retail credit PD",
    task: "binary",
    tier: "T1",
    days: 330,
    purpose:
      "Probability that a personal loan defaults within twelve months. Below 0.20 an application is approved; the others go to a person.",
  });
  const first = await stage.draft("credit:1", cast.ci, story("credit/countersign-1.0.yaml"), stage.at(214));
  const asked = await stage.submit("credit:1:submit", cast.ci, first, "production", stage.at(214, 9, 20));
  await recommend(
    stage,
    "credit:1",
    cast.liwei,
    asked.reviewId,
    stage.at(210),
    "Calibration and discrimination hold; error rates differ by age band, which the condition watches.",
    [
      {
        text: "Report error rates by age band to the credit risk committee after the first quarter in production.",
        owner: cast.amara,
        dueAt: stage.at(110),
        covers: ["fairness.equalized_odds_difference"],
      },
    ],
  );
  await approve(
    stage,
    "credit:1:priya",
    cast.priya,
    asked.reviewId,
    stage.at(208),
    "A simple, well understood model. The condition gives us sight of the age bands.",
  );
  await approve(stage, "credit:1:daniel", cast.daniel, asked.reviewId, stage.at(207), written);
  const [condition] = (await viewOf(stage, cast.amara, asked.reviewId)).conditions;
  await stage.act(
    "credit:1:evidence",
    cast.amara,
    giveConditionEvidence,
    {
      conditionId: condition?.id,
      evidence:
        "The report of the first quarter went to the committee: false negative rates by age band stayed within 0.04 of the test set.",
    },
    stage.at(115),
  );
  await stage.act("credit:1:accept", cast.liwei, acceptCondition, { conditionId: condition?.id }, stage.at(113));

  const second = await stage.draft("credit:2", cast.ci, story("credit/countersign-1.1.yaml"), stage.at(6));
  await stage.draft("credit:3", cast.ci, story("credit/countersign-1.2.yaml"), stage.at(5));
  const fourth = await stage.draft("credit:4", cast.ci, story("credit/countersign-2.0.yaml"), stage.at(2));
  await Promise.all([
    challenger(stage, cast, second),
    stage.submit("credit:4:submit", cast.ci, fourth, "production", stage.at(2, 9, 20)),
  ]);
}

/** The version that is to replace the first: a finding answered, recommended, two approvers to sign. */
async function challenger(stage: Stage, cast: Cast, second: Drafted): Promise<void> {
  const open = await stage.submit("credit:2:submit", cast.ci, second, "production", stage.at(6, 9, 20));
  const finding = await stage.act<{ findingId: string }>(
    "credit:2:finding",
    cast.liwei,
    raiseFinding,
    {
      reviewId: open.reviewId,
      severity: "medium",
      title: "Card does not say why a tenth of decisions change",
      body: "Churn against version 1 is 10.4 %. The card names the gain in discrimination, not who is decided on differently.",
    },
    stage.at(4),
  );
  await stage.act(
    "credit:2:answer",
    cast.tomas,
    answerFinding,
    {
      findingId: finding.findingId,
      answer:
        "Mostly thin files between 0.15 and 0.25, where the trees use utilisation with debt to income. We will break the changed decisions down for the first 60 days.",
    },
    stage.at(3),
  );
  await stage.act(
    "credit:2:comment",
    cast.amara,
    commentOnReview,
    {
      reviewId: open.reviewId,
      section: "changes",
      body: "Operations has staffed the manual queue for the changed decisions.",
    },
    stage.at(3, 11),
  );
  await recommend(
    stage,
    "credit:2",
    cast.liwei,
    open.reviewId,
    stage.at(1),
    "Better than version 1 beyond chance on the same applications. Two outcomes need watching; both have an owner and a date.",
    [
      {
        text: "Report error rates by age band and region monthly for two quarters; bring the model back if any difference exceeds 0.30.",
        owner: cast.amara,
        dueAt: stage.at(-150),
        covers: ["fairness.equalized_odds_difference"],
      },
      {
        text: "Review a sample of 200 applications whose decision changed against version 1 within 60 days.",
        owner: cast.tomas,
        dueAt: stage.at(-60),
        covers: ["champion.churn"],
      },
    ],
  );
}

/** Clinical: version 1 approved and in use; version 2 has nothing wrong and too little evidence for its use. */
export async function clinical(stage: Stage, cast: Cast, secondRevision: () => Promise<void>): Promise<void> {
  await inventory(stage, cast, {
    key: "lesion-triage",
    title: "Breast lesion triage",
    task: "binary",
    tier: "T1",
    days: 300,
    purpose: "Orders biopsies by the probability that a lesion is malignant. Never the only reason against a biopsy.",
  });
  const first = await stage.draft("clinical:1", cast.ci, story("clinical/countersign-1.0.yaml"), stage.at(160));
  const asked = await stage.submit("clinical:1:submit", cast.ci, first, "production", stage.at(160, 9, 20));
  const view = await viewOf(stage, cast.liwei, asked.reviewId);
  const needed = view.checks.filter((check) => check.outcome === "condition").map((check) => check.check);
  await recommend(
    stage,
    "clinical:1",
    cast.liwei,
    asked.reviewId,
    stage.at(157),
    "Every lower bound is above its limit and every registered slice has enough malignant cases.",
    needed.length === 0
      ? []
      : [
          {
            text: "Follow up the outcomes that need a condition with more cases before the next version.",
            owner: cast.amara,
            dueAt: stage.at(-20),
            covers: needed,
          },
        ],
  );
  await approve(
    stage,
    "clinical:1:priya",
    cast.priya,
    asked.reviewId,
    stage.at(156),
    "Sensitivity is shown with a lower bound that I accept for triage.",
  );
  await approve(
    stage,
    "clinical:1:daniel",
    cast.daniel,
    asked.reviewId,
    stage.at(155),
    "Evidence is sufficient for the slices registered beforehand.",
  );
  await secondRevision();
  const second = await stage.draft("clinical:2", cast.ci, story("clinical/countersign-1.1.yaml"), stage.at(4));
  await stage.submit("clinical:2:submit", cast.ci, second, "production", stage.at(4, 9, 20));
}

/** A public benchmark, under review. */
export async function german(stage: Stage, cast: Cast): Promise<NewModel> {
  const model: NewModel = {
    key: "german-credit",
    title: "German credit benchmark",
    task: "binary",
    tier: "T3",
    days: 90,
    purpose: "A public benchmark, kept to compare methods with. No decision rests on it.",
  };
  await inventory(stage, cast, model);
  const drafted = await stage.draft("german:1", cast.ci, story("credit-real/countersign-1.0.yaml"), stage.at(3));
  await stage.submit("german:1:submit", cast.ci, drafted, "production", stage.at(3, 9, 20));
  return model;
}

/** A model for planning, approved. */
export async function visits(stage: Stage, cast: Cast): Promise<NewModel> {
  const model: NewModel = {
    key: "doctor-visits",
    title: "Doctor visits",
    task: "regression",
    tier: "T4",
    days: 120,
    purpose: "Expected visits per year, for planning of staff.",
  };
  await inventory(stage, cast, model);
  const drafted = await stage.draft("visits:1", cast.ci, story("regression/countersign-1.0.yaml"), stage.at(80));
  const asked = await stage.submit("visits:1:submit", cast.ci, drafted, "production", stage.at(80, 9, 20));
  await approve(
    stage,
    "visits:1:priya",
    cast.priya,
    asked.reviewId,
    stage.at(79),
    "Planning use only; errors are as reported and the intervals cover what they promise.",
  );
  return model;
}
