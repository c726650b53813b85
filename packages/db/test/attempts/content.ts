import type { Row } from "@countersign/db";
import { fakeId, type Forger, now } from "../forge.ts";
import type { Scene } from "../bare-review.ts";
import type { Scenes } from "../scenes.ts";
import { type Attempt, find, move, rowOf } from "./attempt.ts";

const file = (versionId: string): Row<"version_file"> => ({
  id: fakeId("fil"),
  version_id: versionId,
  role: "model",
  part: "onnx",
  path: "other.onnx",
  sha256: "f".repeat(64),
  size: 3,
});
const review = (s: Scenes, of: Scene, change: Partial<Row<"review">> = {}): Row<"review"> => ({
  ...of.review,
  id: fakeId("rev"),
  state: "in_validation",
  ended_at: null,
  round: 1,
  requested_by: s.world.people.tomas,
  ...change,
});
const stagingOf = (sql: Forger): Promise<string> => find(sql, "select id from gov.environment where key = 'staging'");
const policyOf = (sql: Forger, key: string): Promise<string> =>
  find(sql, "select r.id from gov.policy_revision r join gov.policy p on p.id = r.policy_id where p.key = $1", [key]);

/** Versions, reviews, rounds, checks: what was submitted and measured stays as it is. */
export const content: Attempt[] = [
  {
    attempt: "another file in a frozen version",
    refusedBy: "frozen",
    steps: async (sql, s) => sql.record(await sql.insert("version_file", file(s.open.versionId))),
  },
  {
    attempt: "other bytes behind a file of a frozen version",
    refusedBy: "frozen",
    steps: async (sql, s) =>
      move(
        sql,
        "version_file",
        await find(sql, "select id from gov.version_file where version_id = $1", [s.open.versionId]),
        { sha256: "f".repeat(64) },
      ),
  },
  {
    attempt: "a file moves from one draft's version to a frozen one",
    refusedBy: "frozen",
    steps: async (sql, s) =>
      move(
        sql,
        "version_file",
        await find(sql, "select id from gov.version_file where version_id = $1", [s.draft.versionId]),
        { version_id: s.open.versionId },
      ),
  },
  {
    attempt: "another identity for a frozen version",
    refusedBy: "frozen",
    steps: (sql, s) =>
      move(sql, "version", s.open.versionId, { identity: "f".repeat(64), manifest_sha256: "f".repeat(64) }),
  },
  {
    attempt: "a frozen version becomes a draft again",
    refusedBy: "frozen",
    steps: (sql, s) => move(sql, "version", s.open.versionId, { state: "draft", frozen_at: null }),
  },
  {
    attempt: "a version begins as frozen",
    refusedBy: "version_draft",
    steps: async (sql, s) =>
      sql.record(
        await sql.insert("version", {
          ...(await rowOf(sql, "version", s.open.versionId)),
          id: fakeId("ver"),
          number: 900,
          label: null,
        }),
      ),
  },
  {
    attempt: "a version in another workspace than its model",
    refusedBy: "version_of_model",
    steps: async (sql, s) =>
      sql.record(
        await sql.insert("version", {
          ...(await rowOf(sql, "version", s.draft.versionId)),
          id: fakeId("ver"),
          number: 901,
          label: null,
          workspace_id: s.elsewhere,
        }),
      ),
  },
  {
    attempt: "a contributor is taken off a frozen version",
    refusedBy: "contributor_fixed",
    steps: async (sql, s) =>
      move(
        sql,
        "contributor",
        await find(sql, "select id from gov.contributor where version_id = $1", [s.own.versionId]),
        { person_id: null },
      ),
  },
  {
    attempt: "a contributor is matched to somebody else",
    refusedBy: "contributor_fixed",
    steps: async (sql, s) =>
      move(
        sql,
        "contributor",
        await find(sql, "select id from gov.contributor where version_id = $1", [s.own.versionId]),
        { person_id: s.world.people.tomas },
      ),
  },
  {
    attempt: "a model begins without its second line: active, with a tier",
    refusedBy: "model_proposed",
    steps: async (sql, s) =>
      sql.record(
        await sql.insert("model", {
          ...(await rowOf(sql, "model", s.world.modelId)),
          id: fakeId("mdl"),
          key: "side-door",
        }),
      ),
  },
  {
    attempt: "a model changes workspace",
    refusedBy: "model_fixed",
    steps: (sql, s) => move(sql, "model", s.world.modelId, { workspace_id: s.elsewhere }),
  },
  {
    attempt: "numbers of versions are used again",
    refusedBy: "model_fixed",
    steps: (sql, s) => move(sql, "model", s.world.modelId, { next_number: 1 }),
  },
  {
    attempt: "a review of a draft",
    refusedBy: "not_frozen",
    steps: async (sql, s) =>
      sql.record(await sql.insert("review", review(s, s.open, { version_id: s.draft.versionId }))),
  },
  {
    attempt: "a review that begins at the approvers",
    refusedBy: "review_state",
    steps: async (sql, s) =>
      sql.record(await sql.insert("review", review(s, s.approved, { state: "pending_approval" }))),
  },
  {
    attempt: "a production review under the laxer policy of staging",
    refusedBy: "policy_applies",
    steps: async (sql, s) =>
      sql.record(
        await sql.insert("review", review(s, s.approved, { policy_revision_id: await policyOf(sql, "staging") })),
      ),
  },
  {
    attempt: "a review at a lower tier than the model's",
    refusedBy: "policy_applies",
    steps: async (sql, s) => sql.record(await sql.insert("review", review(s, s.approved, { tier: "T4" }))),
  },
  {
    attempt: "a review in a workspace where other people decide",
    refusedBy: "review_of_version",
    steps: async (sql, s) =>
      sql.record(await sql.insert("review", review(s, s.approved, { workspace_id: s.elsewhere }))),
  },
  {
    attempt: "a review for an environment of another workspace",
    refusedBy: "review_of_environment",
    steps: async (sql, s) => {
      const id = fakeId("env");
      await sql.record(
        await sql.insert("environment", {
          id,
          workspace_id: s.elsewhere,
          key: "production",
          title: "Production",
          protects: [],
          created_at: now(),
        }),
      );
      await sql.record(await sql.insert("review", review(s, s.approved, { environment_id: id })));
    },
  },
  {
    attempt: "a second open review of the same version and environment",
    refusedBy: "review_open",
    steps: async (sql, s) => sql.record(await sql.insert("review", review(s, s.open))),
  },
  {
    attempt: "a review changes its policy",
    refusedBy: "review_closed",
    steps: async (sql, s) =>
      move(sql, "review", s.open.reviewId, { policy_revision_id: await policyOf(sql, "staging") }),
  },
  {
    attempt: "a review changes its environment",
    refusedBy: "review_closed",
    steps: async (sql, s) => move(sql, "review", s.open.reviewId, { environment_id: await stagingOf(sql) }),
  },
  {
    attempt: "an approved review opens again",
    refusedBy: "review_closed",
    steps: (sql, s) => move(sql, "review", s.approved.reviewId, { state: "pending_approval", ended_at: null }),
  },
  {
    attempt: "a second open round",
    refusedBy: "round_open",
    steps: async (sql, s) => {
      await move(sql, "review", s.gathering.reviewId, { round: 2 });
      await sql.record(await sql.insert("round", { ...s.gathering.round, id: fakeId("rnd"), number: 2 }));
    },
  },
  {
    attempt: "a round that begins sealed",
    refusedBy: "round_state",
    steps: async (sql, s) => sql.record(await sql.insert("round", { ...s.open.round, id: fakeId("rnd"), number: 2 })),
  },
  {
    attempt: "a round beyond the present one",
    refusedBy: "round_state",
    steps: async (sql, s) =>
      sql.record(await sql.insert("round", { ...s.gathering.round, id: fakeId("rnd"), number: 7 })),
  },
  {
    attempt: "a closed round opens again",
    refusedBy: "round_closed",
    steps: (sql, s) => move(sql, "round", s.approved.round.id, { state: "gathering", closed_at: null }),
  },
  {
    attempt: "the application seals a round",
    refusedBy: "seal_by_worker",
    steps: async (sql, s) => {
      await move(sql, "round", s.fresh.round.id, { state: "gathering", evidence_sha256: null });
      await move(sql, "round", s.fresh.round.id, { state: "sealed", evidence_sha256: "d".repeat(64) });
    },
  },
  {
    attempt: "the migrator seals a round",
    role: "countersign_migrator",
    refusedBy: "seal_by_worker",
    steps: async (sql, s) => {
      await move(sql, "round", s.fresh.round.id, { state: "gathering", evidence_sha256: null });
      await move(sql, "round", s.fresh.round.id, { state: "sealed", evidence_sha256: "d".repeat(64) });
    },
  },
  {
    attempt: "the worker seals a round while checks run",
    role: "countersign_worker",
    refusedBy: "checks_running",
    steps: (sql, s) => move(sql, "round", s.gathering.round.id, { state: "sealed", evidence_sha256: "d".repeat(64) }),
  },
  {
    attempt: "other evidence under a decision",
    refusedBy: "sealed",
    steps: (sql, s) => move(sql, "round", s.open.round.id, { evidence_sha256: "d".repeat(64) }),
  },
  {
    attempt: "a round gathers evidence anew under a decision",
    refusedBy: "sealed",
    steps: (sql, s) => move(sql, "round", s.open.round.id, { state: "gathering" }),
  },
  {
    attempt: "a sealed round takes other evidence before anybody has decided",
    refusedBy: "sealed",
    steps: (sql, s) => move(sql, "round", s.fresh.round.id, { evidence_sha256: "d".repeat(64) }),
  },
];
