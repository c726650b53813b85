import { newWorld, type Review, type World, worldPolicy } from "@countersign/testing";
import { afterAll, beforeAll } from "vitest";
import {
  acceptCondition,
  answerFinding,
  closeFinding,
  confirmPolicy,
  defineEnvironment,
  giveConditionEvidence,
  grantRole,
  proposeConditions,
  publishPolicy,
  raiseFinding,
  requestChanges,
  withdrawReview,
} from "../../src/index.ts";

import { conditional, fresh, sealed, submitted } from "../support/scene.ts";
import { type Guard, guarded, inDays } from "./guard.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
  // Somebody who builds and also judges, so that both sides of a finding can be theirs.
  await world.act("ingrid", grantRole, { personId: world.people.sofia, role: "developer" });
});
afterAll(() => world.end());

const of = (w: World) => ({ actor: w.as("nobody") });
const withdrawn = async (w: World): Promise<Review> => {
  const review = await submitted(w, of(w));
  await w.act("tomas", withdrawReview, { reviewId: review.reviewId, reason: "Submitted by mistake." });
  return review;
};
const changesAsked = async (w: World, review: Review): Promise<void> => {
  await w.act("liwei", requestChanges, { ...(await w.seen(review)), reason: "Please explain the third decile first." });
};
const terms = (w: World, change: object = {}) => [
  { text: "Report monthly to the committee.", ownerId: w.people.amara, dueAt: inDays(30), covers: [], ...change },
];

const finding = async (w: World, review: Review): Promise<string> =>
  (
    await w.act<{ findingId: string }>("liwei", raiseFinding, {
      reviewId: review.reviewId,
      severity: "low",
      title: "Old sample",
      body: "The sample is two years old.",
    })
  ).findingId;
const answered = async (w: World, review: Review, by: "tomas" | "sofia" = "tomas"): Promise<string> => {
  const findingId = await finding(w, review);
  await w.act(by, answerFinding, { findingId, answer: "Replaced by the sample of this year." });
  return findingId;
};
const closing = (findingId: string, change: object = {}) => ({
  findingId,
  resolution: "Verified on the new sample.",
  ...change,
});

const findings: Guard[] = [
  [
    "a finding is raised in an ended review",
    { kind: "wrong_state", what: "review" },
    async (w) => ({
      who: "liwei",
      command: raiseFinding,
      input: { reviewId: (await withdrawn(w)).reviewId, severity: "low", title: "Old sample", body: "Two years old." },
    }),
  ],
  [
    "a finding is answered twice",
    { kind: "wrong_state", what: "finding" },
    async (w) => ({
      who: "tomas",
      command: answerFinding,
      input: { findingId: await answered(w, await submitted(w, of(w))), answer: "Again." },
    }),
  ],
  [
    "a finding is closed twice",
    { kind: "wrong_state", what: "finding" },
    async (w) => {
      const findingId = await answered(w, await submitted(w, of(w)));
      await w.act("liwei", closeFinding, closing(findingId));
      return { who: "liwei", command: closeFinding, input: closing(findingId) };
    },
  ],
  [
    "a finding is closed by whoever owns it",
    { kind: "needs_second_person" },
    async (w) => {
      const review = await w.submit(await w.draft(), "production", "sofia");
      return { who: "sofia", command: closeFinding, input: closing(await answered(w, review)) };
    },
  ],
  [
    "a finding is closed by whoever answered it",
    { kind: "needs_second_person" },
    async (w) => ({
      who: "sofia",
      command: closeFinding,
      input: closing(await answered(w, await submitted(w, of(w)), "sofia")),
    }),
  ],
  [
    "a finding is opened again that nobody has answered",
    { kind: "wrong_state", what: "finding", state: "open" },
    async (w) => ({
      who: "liwei",
      command: closeFinding,
      input: closing(await finding(w, await submitted(w, of(w))), { reopen: true }),
    }),
  ],
];

const conditions: Guard[] = [
  [
    "conditions are proposed under a policy that allows none",
    { kind: "conditions_closed" },
    async (w) => {
      const environment = fresh("strict");
      await w.act("ingrid", defineEnvironment, { key: environment, title: "Without conditions", protects: [] });
      const document = {
        ...worldPolicy,
        key: environment,
        appliesTo: { ...worldPolicy.appliesTo, environments: [environment] },
        checks: worldPolicy.checks.slice(0, 2),
        conditions: { allowed: false, maxDays: 90 },
      };
      const { revisionId } = await w.act<{ revisionId: string }>("sofia", publishPolicy, { document });
      await w.act("hanna", confirmPolicy, { revisionId });
      return {
        who: "liwei",
        command: proposeConditions,
        input: { reviewId: (await w.sealed({}, { environment })).reviewId, conditions: terms(w) },
      };
    },
  ],
  [
    "conditions are proposed where changes are asked for",
    { kind: "wrong_state", what: "review" },
    async (w) => {
      const review = await sealed(w, of(w));
      await changesAsked(w, review);
      return { who: "liwei", command: proposeConditions, input: { reviewId: review.reviewId, conditions: terms(w) } };
    },
  ],
  ...Object.entries({
    "without anybody who owes it": { ownerId: "usr_0" },
    "due in the past": { dueAt: inDays(-1) },
    "due later than the policy allows": { dueAt: inDays(1000) },
  }).map(([says, change]): Guard => [
    `a condition ${says}`,
    { kind: "invalid_input" },
    async (w) => ({
      who: "liwei",
      command: proposeConditions,
      input: { reviewId: (await sealed(w, of(w))).reviewId, conditions: terms(w, change) },
    }),
  ]),
  [
    "evidence for another's condition",
    { kind: "not_yours" },
    async (w) => ({
      who: "priya",
      command: giveConditionEvidence,
      input: { conditionId: (await conditional(w, of(w))).conditionId, evidence: "The report of September." },
    }),
  ],
  [
    "evidence for a condition is given twice",
    { kind: "wrong_state", what: "condition" },
    async (w) => {
      const { conditionId } = await conditional(w, of(w));
      await w.act("amara", giveConditionEvidence, { conditionId, evidence: "The report of September." });
      return {
        who: "amara",
        command: giveConditionEvidence,
        input: { conditionId, evidence: "The report of October." },
      };
    },
  ],
  [
    "a condition is accepted without evidence",
    { kind: "wrong_state", what: "condition" },
    async (w) => ({
      who: "liwei",
      command: acceptCondition,
      input: { conditionId: (await conditional(w, of(w))).conditionId },
    }),
  ],
  [
    "the evidence for a condition is accepted by whoever owes it",
    { kind: "needs_second_person" },
    async (w) => {
      const { conditionId } = await conditional(w, of(w), w.people.liwei);
      await w.act("liwei", giveConditionEvidence, { conditionId, evidence: "The report of September." });
      return { who: "liwei", command: acceptCondition, input: { conditionId } };
    },
  ],
];

guarded(() => world, [...findings, ...conditions]);
