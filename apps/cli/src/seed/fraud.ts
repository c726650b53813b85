import {
  approvalsPastValidity,
  commentOnReview,
  execute,
  expireApproval,
  promoteAlias,
  raiseFinding,
  resumeReview,
  rollBackAlias,
} from "@countersign/usecases";
import { ask, type Asked, type Beside } from "./beside.ts";
import type { Cast } from "./cast.ts";
import type { Template } from "./light.ts";
import { inventory, type NewModel } from "./inventory.ts";
import { approve, sendBack } from "./review.ts";
import type { Stage } from "./stage.ts";

const model: NewModel = {
  key: "card-fraud-screen",
  title: "Card fraud screening",
  task: "binary",
  tier: "T1",
  days: 310,
  purpose:
    "Holds card payments that look like fraud until the customer confirms them in the app. A person decides within an hour whether a held payment is released.",
};

/** Card fraud: an approval that ran out, an alias that was moved and moved back, a second round, a reviewer who built it. */
export async function fraud(stage: Stage, cast: Cast, template: Template): Promise<void> {
  const modelId = await inventory(stage, cast, model, cast.nils);
  const limits = "Cards issued in the last 30 days have no history and are always shown to a person.";
  const of: Beside = { stage, cast, template, model, limits };
  const inStaging = { stage, cast, modelId };

  const first = await ask(
    of,
    { label: "1.0", days: 280, news: "First build that answers over the payment switch." },
    "staging",
  );
  await staged(inStaging, first, 279, "The files are clean and the interface answers as specified.");
  await expire(stage, stage.at(99, 9, 5));
  const second = await ask(
    of,
    { label: "1.1", days: 150, news: "Adds how often a merchant's payments were disputed in the last 90 days." },
    "staging",
  );
  await staged(inStaging, second, 149, "Staging will show whether the feed of disputes arrives in time.");
  const third = await ask(
    of,
    { label: "1.2", days: 60, news: "Adds the distance to the last payment, looked up while the payment waits." },
    "staging",
  );
  await staged(inStaging, third, 59, "Nothing unsafe in it; how long the new look-up takes is what staging is for.");
  await stage.act(
    "card-fraud-screen:back",
    cast.hanna,
    rollBackAlias,
    {
      modelId,
      alias: "candidate",
      version: "1.1",
      reason:
        "Version 1.2 answers in 340 ms for the slowest one in a hundred; the payment switch gives up after 250 ms.",
    },
    stage.at(56, 16, 40),
  );
  await answered(of);
  await built(of);
  await soon(of);
}

/** Approved by the validator for staging, and deployed there the day after. */
async function staged(
  { stage, cast, modelId }: { stage: Stage; cast: Cast; modelId: string },
  { step, version, reviewId }: Asked,
  days: number,
  reason: string,
): Promise<void> {
  await approve(stage, `${step}:liwei`, cast.liwei, reviewId, stage.at(days), reason);
  const input = { modelId, alias: "candidate", version: String(version.number) };
  await stage.act(`${step}:promote`, cast.hanna, promoteAlias, input, stage.at(days - 1, 11));
}

/** What the worker does when the validity of an approval has run out. It may be quicker than the story. */
async function expire(stage: Stage, at: string): Promise<void> {
  const deps = stage.depsAt(at);
  for (const approvalId of await approvalsPastValidity(deps)) {
    const job = { kind: "job", name: "approvals_expire" } as const;
    const done = await execute(deps, job, expireApproval, { approvalId }, { claimedAt: at });
    if (!done.ok && done.refusal.kind !== "wrong_state")
      throw new Error(`An approval could not expire: ${done.refusal.kind}`);
  }
}

/** Sent back, answered with a table, approved in the second round. */
async function answered(of: Beside): Promise<void> {
  const { stage, cast } = of;
  const { step, reviewId } = await ask(
    of,
    {
      label: "1.3",
      days: 45,
      news: "Takes the distance from a table that is filled overnight: no look-up while the payment waits.",
    },
    "shadow",
  );
  await sendBack(
    stage,
    step,
    cast.priya,
    reviewId,
    stage.at(43, 14),
    "The card does not say how many genuine payments would have been held. Give the share for each kind of merchant.",
  );
  await stage.act(
    `${step}:table`,
    cast.tomas,
    commentOnReview,
    {
      reviewId,
      section: "checks",
      body: "Genuine payments held, over four weeks: groceries 0.4 %, fuel 0.6 %, travel 1.3 %, electronics 2.1 %, everything else below 0.9 %.",
    },
    stage.at(40, 10),
  );
  const why = "The shares for each kind of merchant stand in the discussion; the model is the same.";
  await stage.act(`${step}:resume`, cast.tomas, resumeReview, { reviewId, why }, stage.at(40, 10, 30));
  await stage.sealed(reviewId);
  await approve(
    stage,
    `${step}:priya`,
    cast.priya,
    reviewId,
    stage.at(38, 15),
    "At most 2.1 % of genuine payments held, in electronics: the call centre can carry that.",
  );
}

/** One of the two approvers helped to build it: it waits for the other alone. */
async function built(of: Beside): Promise<void> {
  const { stage, cast } = of;
  const { step, reviewId } = await ask(
    of,
    {
      label: "1.4",
      days: 9,
      news: "Adds a rule for series of small payments at one merchant, written by Daniel Okafor from last year's cases.",
      committers: ["daniel.okafor@northgate.example"],
    },
    "shadow",
  );
  const body =
    "The rule for small payments is mine, so I stay out of this one. Priya has my notes on the cases behind it.";
  await stage.act(`${step}:comment`, cast.daniel, commentOnReview, { reviewId, section: null, body }, stage.at(8, 9));
}

/** In staging with a finding that is open, and due tomorrow. */
async function soon(of: Beside): Promise<void> {
  const { stage, cast } = of;
  const { step, reviewId } = await ask(
    of,
    { label: "1.5", days: 2, news: "Reads the merchant's category from the daily feed instead of the payment itself." },
    "staging",
  );
  await stage.act(
    `${step}:finding`,
    cast.liwei,
    raiseFinding,
    {
      reviewId,
      severity: "medium",
      title: "Not said what happens when the merchant feed is late",
      body: "The feed is loaded at 02:00 and read at scoring time. Say what the model answers on a day on which the feed did not arrive.",
    },
    stage.at(1, 10),
  );
}
