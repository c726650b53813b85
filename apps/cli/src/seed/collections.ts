import {
  acceptCondition,
  answerFinding,
  assignReview,
  closeFinding,
  giveConditionEvidence,
  raiseFinding,
} from "@countersign/usecases";
import { ask, type Beside } from "./beside.ts";
import type { Cast } from "./cast.ts";
import type { Template } from "./light.ts";
import { inventory, type NewModel } from "./inventory.ts";
import { approve, propose, reject, viewOf } from "./review.ts";
import type { Stage } from "./stage.ts";

const model: NewModel = {
  key: "collections-priority",
  title: "Collections priority",
  task: "binary",
  tier: "T3",
  days: 300,
  purpose:
    "Orders the accounts in arrears that are called in the morning. It says who is called first, never what is offered.",
};

/** Collections: conditions met and reported on, a finding that was closed, a rejection, and a review handed from one person to another. */
export async function collections(stage: Stage, cast: Cast, template: Template): Promise<void> {
  await inventory(stage, cast, model, cast.nils);
  const limits = "Accounts of deceased customers and of those with a guardian are never in the list.";
  const of: Beside = { stage, cast, template, model, limits };
  const first = await ask(
    of,
    { label: "1.0", days: 270, news: "First ranking by the probability that a call leads to a payment." },
    "shadow",
  );
  await approve(
    stage,
    `${first.step}:graham`,
    cast.graham,
    first.reviewId,
    stage.at(266),
    "Compared with the order by amount for a quarter, without anybody being called by it.",
  );
  await met(of);
  const rejected = await ask(
    of,
    { label: "2.0", days: 120, news: "Ranks by the amount that a call is expected to bring." },
    "shadow",
  );
  await reject(
    stage,
    rejected.step,
    cast.daniel,
    rejected.reviewId,
    stage.at(117, 16),
    "It puts customers with a payment plan above those without one. The rules for calls forbid calling them at all.",
  );
  await closed(of);
  await reported(of);
  await handedOver(of);
}

/** Approved with a condition, which its owner met and the validator accepted. */
async function met(of: Beside): Promise<void> {
  const { stage, cast } = of;
  const { step, reviewId } = await ask(
    of,
    { label: "1.1", days: 200, news: "Leaves out accounts that were called in the last three days." },
    "shadow",
  );
  await propose(stage, step, cast.liwei, reviewId, stage.at(198), [
    {
      text: "Count the calls to customers with a payment plan in the first month, and report them to the vulnerable customers panel.",
      owner: cast.nils,
      dueAt: stage.at(160),
      covers: [],
    },
  ]);
  await approve(
    stage,
    `${step}:priya`,
    cast.priya,
    reviewId,
    stage.at(196),
    "The panel asked for that count; with it I am content.",
  );
  const [condition] = (await viewOf(stage, cast.nils, reviewId)).conditions;
  const evidence =
    "Eleven of 4,310 calls of the first month went to customers with a payment plan. The panel has the list and asked for no change.";
  const input = { conditionId: condition?.id, evidence };
  await stage.act(`${step}:evidence`, cast.nils, giveConditionEvidence, input, stage.at(165));
  await stage.act(`${step}:accept`, cast.liwei, acceptCondition, { conditionId: condition?.id }, stage.at(162));
}

/** Approved after a finding was answered, verified and closed. */
async function closed(of: Beside): Promise<void> {
  const { stage, cast } = of;
  const { step, reviewId } = await ask(
    of,
    { label: "2.1", days: 110, news: "As 2.0, with customers on a payment plan taken out of the list." },
    "shadow",
  );
  const { findingId } = await stage.act<{ findingId: string }>(
    `${step}:finding`,
    cast.liwei,
    raiseFinding,
    {
      reviewId,
      severity: "high",
      title: "Payment plans agreed in the afternoon are missed",
      body: "The mark for a payment plan is read at midnight of the day before: three customers with a plan were in the list of Tuesday.",
    },
    stage.at(108),
  );
  const answer = "The mark is now read when the list is printed at 07:00. Plans of the evening before are seen.";
  await stage.act(`${step}:answer`, cast.tomas, answerFinding, { findingId, answer }, stage.at(105));
  const resolution = "Looked through the lists of three mornings: no customer with a payment plan is in them.";
  await stage.act(`${step}:close`, cast.liwei, closeFinding, { findingId, resolution }, stage.at(103));
  await approve(
    stage,
    `${step}:priya`,
    cast.priya,
    reviewId,
    stage.at(102),
    "What stood against 2.0 is mended, and Li Wei has seen three lists that show it.",
  );
}

/** Approved with a condition whose evidence waits to be accepted. */
async function reported(of: Beside): Promise<void> {
  const { stage, cast } = of;
  const { step, reviewId } = await ask(
    of,
    { label: "2.2", days: 30, news: "Reads the mark for a payment plan from the new customer register." },
    "shadow",
  );
  await propose(stage, step, cast.liwei, reviewId, stage.at(28), [
    {
      text: "Show for ten mornings that the new register and the old file give the same list.",
      owner: cast.nils,
      dueAt: stage.at(-6),
      covers: [],
    },
  ]);
  await approve(
    stage,
    `${step}:daniel`,
    cast.daniel,
    reviewId,
    stage.at(28, 10),
    "The ranking is that of 2.1; whether the register says the same as the file is what the ten mornings show.",
  );
  const [condition] = (await viewOf(stage, cast.nils, reviewId)).conditions;
  const evidence =
    "Ten mornings compared: nine lists are the same, one differs by an account that was closed overnight.";
  const input = { conditionId: condition?.id, evidence };
  await stage.act(`${step}:evidence`, cast.nils, giveConditionEvidence, input, stage.at(2, 11));
}

/** Asked of one approver by the model risk manager, and handed over to the other. */
async function handedOver(of: Beside): Promise<void> {
  const { stage, cast } = of;
  const { step, reviewId } = await ask(
    of,
    {
      label: "2.3",
      days: 6,
      news: "Ranks customers who asked to be called in the evening by what an evening call leads to.",
    },
    "shadow",
  );
  const { personId: daniel } = cast.daniel;
  await stage.act(
    `${step}:assign`,
    cast.sofia,
    assignReview,
    { reviewId, personId: daniel, role: "approver" },
    stage.at(5, 9),
  );
  await stage.act(
    `${step}:hand-over`,
    cast.daniel,
    assignReview,
    { reviewId, personId: cast.priya.personId, role: "approver", insteadOf: daniel },
    stage.at(4, 17),
  );
}
