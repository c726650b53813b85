import { revokeApproval, suspendModel } from "@countersign/usecases";
import { ask, type Beside, draftBeside } from "./beside.ts";
import type { Cast } from "./cast.ts";
import type { Template } from "./light.ts";
import { inventory, type NewModel } from "./inventory.ts";
import { approve, viewOf } from "./review.ts";
import type { Stage } from "./stage.ts";

const model: NewModel = {
  key: "small-business-pd",
  title: "Small business PD",
  task: "binary",
  tier: "T2",
  days: 350,
  purpose:
    "Probability that a loan to a business with up to ten employees defaults within twelve months. It supports the credit officer, who decides.",
};

/** Small business loans: approvals by somebody who has left, one of them revoked, and the model suspended. */
export async function lending(stage: Stage, cast: Cast, template: Template): Promise<void> {
  const modelId = await inventory(stage, cast, model);
  const limits = "Estimated on businesses that have banked here for two years; younger ones are decided without it.";
  const of: Beside = { stage, cast, template, model, limits };
  const first = await ask(
    of,
    {
      label: "2025.1",
      days: 330,
      news: "Replaces the scorecard of 2019 for comparison; the officers do not see it yet.",
    },
    "shadow",
  );
  await approve(
    stage,
    `${first.step}:graham`,
    cast.graham,
    first.reviewId,
    stage.at(326),
    "It runs beside the old scorecard and no officer sees it: that is how we learn what it would have said.",
  );
  const second = await ask(
    of,
    { label: "2025.2", days: 240, news: "Estimated anew with the accounts taken over from Harbour Trade Bank." },
    "shadow",
  );
  await approve(
    stage,
    `${second.step}:graham`,
    cast.graham,
    second.reviewId,
    stage.at(236),
    "Twice as many defaults to learn from; the comparison with 2025.1 will show what they are worth.",
  );
  await stage.act(
    `${second.step}:revoke`,
    cast.sofia,
    revokeApproval,
    {
      approvalId: (await viewOf(stage, cast.sofia, second.reviewId)).approval?.id,
      reason:
        "Customers of Harbour Trade Bank did not agree that their accounts are used for this: it must not run any more.",
    },
    stage.at(101, 13, 20),
  );
  const third = await ask(
    of,
    { label: "2025.3", days: 98, news: "The same fields without the accounts of Harbour Trade Bank." },
    "shadow",
  );
  await approve(
    stage,
    `${third.step}:priya`,
    cast.priya,
    third.reviewId,
    stage.at(96),
    "None of the accounts concerned is in its training sample: I have seen the query that draws it.",
  );
  const fourth = await ask(
    of,
    { label: "2026.1", days: 64, news: "Adds six months of turnover on the business account." },
    "shadow",
  );
  await approve(
    stage,
    `${fourth.step}:daniel`,
    cast.daniel,
    fourth.reviewId,
    stage.at(61),
    "Turnover is what officers look at first; let us see whether it says the same to the model.",
  );
  await draftBeside(of, { label: "2026.2", days: 14, news: "A level of its own for hotels, bars and restaurants." });
  await stage.act(
    `${model.key}:suspend`,
    cast.hanna,
    suspendModel,
    {
      modelId,
      reason:
        "Loans to hotels, bars and restaurants have defaulted at 3.1 times the forecast in the last two quarters. Nobody relies on the score until they have been estimated anew.",
    },
    stage.at(11, 15, 5),
  );
}
