import { job, newWorld, type Review, type World, worldPolicy } from "@countersign/testing";
import { rows } from "@countersign/db";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  acceptCondition,
  answerFinding,
  closeFinding,
  commentOnReview,
  confirmPolicy,
  decideReview,
  defineEnvironment,
  giveConditionEvidence,
  grantRole,
  markSection,
  proposeConditions,
  publishPolicy,
  raiseFinding,
  recommendReview,
  recordCheckResult,
  requestChanges,
  rerunCheck,
  resumeReview,
  sealRound,
  withdrawDecision,
  withdrawReview,
} from "../../src/index.ts";
import { recordExport } from "../../src/evidence/record-export.ts";
import { conditional, fresh, one, recommended, sealed, submitted } from "../support/scene.ts";
import { forced, type Guard, guarded, inDays, reason } from "./guard.ts";

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
const run = async (w: World, review: Review, check = "perf.gini") =>
  one(w, "check_run", { review_id: review.reviewId, check_key: check });
const result = (check = "perf.gini") => ({
  check,
  version: "1.0.0",
  params: {},
  status: "measured",
  measurements: [{ value: 0.5, n: 100, detections: [] }],
  assurance: "recomputed",
  inputs: {},
  engine: {},
  isolation: "test",
});
const roundOf = async (w: World, review: Review) =>
  (await rows(w.deps.database, "round", { review_id: review.reviewId })).toSorted((a, b) => b.number - a.number)[0]?.id;
const changesAsked = async (w: World, review: Review): Promise<void> => {
  await w.act("liwei", requestChanges, { ...(await w.seen(review)), reason: "Please explain the third decile first." });
};
const terms = (w: World, change: object = {}) => [
  { text: "Report monthly to the committee.", ownerId: w.people.amara, dueAt: inDays(30), covers: [], ...change },
];

const checks: Guard[] = [
  [
    "a result is recorded for a sealed round",
    { kind: "wrong_state", what: "round" },
    async (w) => ({
      who: job,
      command: recordCheckResult,
      input: { checkRunId: (await run(w, await sealed(w, of(w)))).id, result: result() },
    }),
  ],
  [
    "a result is recorded twice",
    { kind: "wrong_state", what: "check" },
    async (w) => {
      const checkRunId = (await run(w, await submitted(w, of(w)))).id;
      await w.act(job, recordCheckResult, { checkRunId, result: result() });
      return { who: job, command: recordCheckResult, input: { checkRunId, result: result() } };
    },
  ],
  [
    "a result is that of another check",
    { kind: "invalid_input" },
    async (w) => ({
      who: job,
      command: recordCheckResult,
      input: { checkRunId: (await run(w, await submitted(w, of(w)))).id, result: result("perf.roc_auc") },
    }),
  ],
  [
    "a result is recorded for a check that the policy does not ask for",
    { kind: "not_found", what: "the check perf.other in the policy" },
    async (w) => {
      const { id } = await run(w, await submitted(w, of(w)));
      await forced(w, "check_run", `update gov.check_run set check_key = 'perf.other' where id = '${id}'`);
      return { who: job, command: recordCheckResult, input: { checkRunId: id, result: result("perf.other") } };
    },
  ],
  [
    "a check of an ended review runs again",
    { kind: "wrong_state", what: "round" },
    async (w) => {
      const review = await sealed(w, of(w), { "perf.gini": "error" });
      await w.act("tomas", withdrawReview, { reviewId: review.reviewId, reason: "Submitted by mistake." });
      return { who: "tomas", command: rerunCheck, input: { checkRunId: (await run(w, review)).id } };
    },
  ],
  [
    "a check that did not fail to run is run again",
    { kind: "wrong_state", what: "check", state: "pass" },
    async (w) => ({
      who: "tomas",
      command: rerunCheck,
      input: { checkRunId: (await run(w, await sealed(w, of(w)))).id },
    }),
  ],
  [
    "a run that another has followed is run again",
    { kind: "wrong_state", what: "check" },
    async (w) => {
      const checkRunId = (await run(w, await sealed(w, of(w), { "perf.gini": "error" }))).id;
      await w.act("tomas", rerunCheck, { checkRunId });
      return { who: "tomas", command: rerunCheck, input: { checkRunId } };
    },
  ],
  [
    "a check of an earlier round runs again",
    { kind: "wrong_state", what: "check" },
    async (w) => {
      const review = await sealed(w, of(w), { "perf.gini": "error" });
      const checkRunId = (await run(w, review)).id;
      await changesAsked(w, review);
      await w.act("tomas", resumeReview, { reviewId: review.reviewId, why: "Explained in the card." });
      return { who: "tomas", command: rerunCheck, input: { checkRunId } };
    },
  ],
  [
    "a check runs again after somebody has signed",
    { kind: "wrong_state", what: "round", state: "decided on" },
    async (w) => {
      const review = await recommended(w, of(w));
      const { id } = await run(w, review);
      await forced(w, "check_run", `update gov.check_run set verdict = 'error', outcome = 'blocks' where id = '${id}'`);
      return { who: "tomas", command: rerunCheck, input: { checkRunId: id } };
    },
  ],
  [
    "a round is sealed while checks run",
    { kind: "wrong_state", state: "3 checks running" },
    async (w) => {
      const review = await submitted(w, of(w));
      return { who: job, command: sealRound, input: { reviewId: review.reviewId, roundId: await roundOf(w, review) } };
    },
  ],
  [
    "a round is sealed twice",
    { kind: "wrong_state", what: "round", state: "sealed" },
    async (w) => {
      const review = await sealed(w, of(w));
      return { who: job, command: sealRound, input: { reviewId: review.reviewId, roundId: await roundOf(w, review) } };
    },
  ],
  [
    "a round is sealed that is not the review's own",
    { kind: "wrong_state", what: "round" },
    async (w) => {
      const review = await submitted(w, of(w));
      await w.measure(review);
      return { who: job, command: sealRound, input: { reviewId: review.reviewId, roundId: "rnd_0" } };
    },
  ],
];

const reading: Guard[] = [
  [
    "a section is marked as read before the evidence is sealed",
    { kind: "wrong_state", what: "round" },
    async (w) => ({
      who: "liwei",
      command: markSection,
      input: { reviewId: (await submitted(w, of(w))).reviewId, section: "checks", contentSha256: "ab".repeat(32) },
    }),
  ],
  [
    "a section is marked as read with other content than it has",
    { kind: "stale_evidence", what: "checks" },
    async (w) => ({
      who: "liwei",
      command: markSection,
      input: { reviewId: (await sealed(w, of(w))).reviewId, section: "checks", contentSha256: "ab".repeat(32) },
    }),
  ],
  [
    "a recommendation without having read every section",
    { kind: "sections_unread" },
    async (w) => ({
      who: "liwei",
      command: recommendReview,
      input: { ...(await w.seen(await sealed(w, of(w)))), reason },
    }),
  ],
];

const signing: Guard[] = [
  [
    "a signature without proof of who signs",
    { kind: "reauthenticate", reason: "missing" },
    async (w) => ({
      who: w.as("liwei"),
      command: recommendReview,
      input: { ...(await w.seen(await sealed(w, of(w)))), reason },
    }),
  ],
  [
    "a signature with another's password",
    { kind: "reauthenticate", reason: "wrong" },
    async (w) => ({
      who: "liwei",
      command: recommendReview,
      input: { ...(await w.seen(await sealed(w, of(w)))), reason, password: "correct-horse-priya" },
    }),
  ],
  ...(["evidenceSha256", "conditionsSha256"] as const).map((field): Guard => [
    `a signature on other ${field.replace("Sha256", "")} than stand`,
    { kind: "stale_evidence", what: field.replace("Sha256", "") },
    async (w) => {
      const review = await recommended(w, of(w));
      await w.read(review, "priya");
      return {
        who: "priya",
        command: decideReview,
        input: { ...(await w.seen(review)), [field]: "ab".repeat(32), act: "approve", reason },
      };
    },
  ]),
  [
    "a rejection without a reason",
    { kind: "invalid_input" },
    async (w) => ({
      who: "priya",
      command: decideReview,
      input: { ...(await w.seen(await recommended(w, of(w)), "priya")), act: "reject" },
    }),
  ],
  [
    "a signature in a review that is not sealed",
    { kind: "not_eligible" },
    async (w) => ({
      who: "priya",
      command: decideReview,
      input: { reviewId: (await submitted(w, of(w))).reviewId, evidenceSha256: "ab".repeat(32), act: "reject", reason },
    }),
  ],
  [
    "a signature is withdrawn after the review has ended",
    { kind: "wrong_state", what: "review" },
    async (w) => ({
      who: "priya",
      command: withdrawDecision,
      input: { reviewId: (await w.approved()).reviewId, reason: "Signed the wrong review." },
    }),
  ],
  [
    "a review goes on in which nobody has asked for changes",
    { kind: "wrong_state", what: "review" },
    async (w) => ({
      who: "tomas",
      command: resumeReview,
      input: { reviewId: (await sealed(w, of(w))).reviewId, why: "Explained in the card." },
    }),
  ],
  [
    "a review is withdrawn twice",
    { kind: "wrong_state", what: "review" },
    async (w) => ({
      who: "tomas",
      command: withdrawReview,
      input: { reviewId: (await withdrawn(w)).reviewId, reason: "Submitted by mistake." },
    }),
  ],
  [
    "an approver takes the evidence, with everybody's decisions, before deciding",
    { kind: "wrong_state", state: "open, with decisions hidden from you" },
    async (w) => ({
      who: "priya",
      command: recordExport,
      input: {
        versionId: (await recommended(w, of(w))).versionId,
        manifestSha256: "ab".repeat(32),
        size: 1,
        heads: [],
      },
    }),
  ],
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

guarded(() => world, [...checks, ...reading, ...signing, ...findings, ...conditions]);

test("refused: nobody signs before the instance is live", async () => {
  const review = await sealed(world, of(world));
  await world.read(review, "liwei");
  const seen = await world.seen(review);
  await forced(world, "instance", "update gov.instance set state = 'setup'");
  expect(await world.refused("liwei", recommendReview, { ...seen, reason })).toEqual({ kind: "not_live" });
  await forced(world, "instance", "update gov.instance set state = 'live'");
  await world.act("liwei", commentOnReview, { reviewId: review.reviewId, body: "It is live again." });
});
