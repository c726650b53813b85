import { job, newWorld, type Review, type World } from "@countersign/testing";
import { rows } from "@countersign/db";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  commentOnReview,
  decideReview,
  grantRole,
  markSection,
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
import { one, recommended, sealed, submitted } from "../support/scene.ts";
import { forced, type Guard, guarded, reason } from "./guard.ts";

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

guarded(() => world, [...checks, ...reading, ...signing]);

test("refused: nobody signs before the instance is live", async () => {
  const review = await sealed(world, of(world));
  await world.read(review, "liwei");
  const seen = await world.seen(review);
  await forced(world, "instance", "update gov.instance set state = 'setup'");
  expect(await world.refused("liwei", recommendReview, { ...seen, reason })).toEqual({ kind: "not_live" });
  await forced(world, "instance", "update gov.instance set state = 'live'");
  await world.act("liwei", commentOnReview, { reviewId: review.reviewId, body: "It is live again." });
});
