import type { Row } from "@countersign/db";
import { fakeId, type Forger, now } from "../forge.ts";
import type { Scene } from "../bare-review.ts";
import type { Scenes } from "../scenes.ts";
import { type Attempt, decide, find, move, rowOf } from "./attempt.ts";

const checkOf = (sql: Forger, scene: Scene, key: string): Promise<string> =>
  find(sql, "select id from gov.check_run where round_id = $1 and check_key = $2", [scene.round.id, key]);
const conditionOf = (sql: Forger, scene: Scene): Promise<string> =>
  find(sql, "select id from gov.condition where review_id = $1", [scene.reviewId]);
const setOf = (sql: Forger, scene: Scene): Promise<string> =>
  find(sql, "select id from gov.condition_set where review_id = $1", [scene.reviewId]);
const ended = { state: "ended", status: "measured", verdict: "pass", ended_at: now() };

const file = (versionId: string): Row<"version_file"> => ({
  id: fakeId("fil"),
  version_id: versionId,
  role: "model",
  part: "onnx",
  path: "other.onnx",
  sha256: "f".repeat(64),
  size: 3,
});
const checkRun = (scene: Scene, change: Partial<Row<"check_run">> = {}): Row<"check_run"> => ({
  id: fakeId("chk"),
  review_id: scene.reviewId,
  round_id: scene.round.id,
  check_key: "perf.new",
  attempt: 1,
  state: "queued",
  status: null,
  verdict: null,
  outcome: null,
  result_sha256: null,
  queued_at: now(),
  ended_at: null,
  ...change,
});
const condition = async (
  sql: Forger,
  s: Scenes,
  change: Partial<Row<"condition">> = {},
): Promise<Row<"condition">> => ({
  id: fakeId("cnd"),
  review_id: s.conditional.reviewId,
  set_id: await setOf(sql, s.conditional),
  number: 9,
  text: "t".repeat(43),
  covers: [],
  owner_id: s.world.people.amara,
  due_at: now(30),
  blocking: true,
  state: "proposed",
  evidence: null,
  given_by: null,
  given_at: null,
  accepted_by: null,
  accepted_at: null,
  ...change,
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
  {
    attempt: "the application records a check's result",
    refusedBy: "result_by_worker",
    steps: async (sql, s) => move(sql, "check_run", await checkOf(sql, s.gathering, "perf.gini"), ended),
  },
  {
    attempt: "the migrator records a check's result",
    role: "countersign_migrator",
    refusedBy: "result_by_worker",
    steps: async (sql, s) => move(sql, "check_run", await checkOf(sql, s.gathering, "perf.gini"), ended),
  },
  {
    attempt: "the worker changes a result",
    role: "countersign_worker",
    refusedBy: "check_state",
    steps: async (sql, s) =>
      move(sql, "check_run", await checkOf(sql, s.blocked, "perf.roc_auc"), { verdict: "pass", outcome: null }),
  },
  {
    attempt: "a failed check is put aside in a sealed round",
    refusedBy: "check_state",
    steps: async (sql, s) =>
      move(sql, "check_run", await checkOf(sql, s.blocked, "perf.roc_auc"), { state: "superseded" }),
  },
  {
    attempt: "a failed check is put aside after reopening the round",
    refusedBy: "check_ended",
    steps: async (sql, s) => {
      await move(sql, "round", s.blocked.round.id, { state: "gathering", evidence_sha256: null });
      await move(sql, "check_run", await checkOf(sql, s.blocked, "perf.roc_auc"), { state: "superseded" });
    },
  },
  {
    attempt: "a check run is taken for another check",
    refusedBy: "check_fixed",
    steps: async (sql, s) =>
      move(sql, "check_run", await checkOf(sql, s.gathering, "perf.gini"), { check_key: "perf.roc_auc" }),
  },
  {
    attempt: "a check is added to a sealed round",
    refusedBy: "check_state",
    steps: async (sql, s) => sql.record(await sql.insert("check_run", checkRun(s.fresh))),
  },
  {
    attempt: "a check begins with its result",
    refusedBy: "check_state",
    steps: async (sql, s) => sql.record(await sql.insert("check_run", checkRun(s.gathering, ended))),
  },
  {
    attempt: "a second run beside one that stands",
    refusedBy: "check_run_current",
    steps: async (sql, s) =>
      sql.record(await sql.insert("check_run", checkRun(s.gathering, { check_key: "perf.gini", attempt: 2 }))),
  },
  {
    attempt: "a check run in the record of another review",
    refusedBy: "check_run_of_round",
    steps: async (sql, s) =>
      sql.record(await sql.insert("check_run", checkRun(s.gathering, { review_id: s.fresh.reviewId }))),
  },
  {
    attempt: "a condition more in a set that was signed",
    refusedBy: "condition_signed",
    steps: async (sql, s) => sql.record(await sql.insert("condition", await condition(sql, s))),
  },
  {
    attempt: "a condition that begins in force",
    refusedBy: "condition_state",
    steps: async (sql, s) => sql.record(await sql.insert("condition", await condition(sql, s, { state: "in_force" }))),
  },
  {
    attempt: "a later date for a signed condition",
    refusedBy: "condition_fixed",
    steps: async (sql, s) => move(sql, "condition", await conditionOf(sql, s.conditional), { due_at: now(900) }),
  },
  {
    attempt: "a condition in force without an approval",
    refusedBy: "no_approval",
    steps: async (sql, s) => move(sql, "condition", await conditionOf(sql, s.conditional), { state: "in_force" }),
  },
  {
    attempt: "an owner accepts their own condition",
    refusedBy: "second_person",
    steps: async (sql, s) =>
      move(sql, "condition", await conditionOf(sql, s.conditional), {
        state: "accepted",
        accepted_by: s.world.people.amara,
        accepted_at: now(),
      }),
  },
  {
    attempt: "a set of conditions that begins adopted",
    refusedBy: "condition_state",
    steps: async (sql, s) =>
      sql.record(
        await sql.insert("condition_set", {
          ...(await rowOf(sql, "condition_set", await setOf(sql, s.conditional))),
          id: fakeId("cst"),
          revision: 9,
          state: "adopted",
        }),
      ),
  },
  {
    attempt: "a set of conditions changes its digest",
    refusedBy: "condition_fixed",
    steps: async (sql, s) => move(sql, "condition_set", await setOf(sql, s.conditional), { sha256: "c".repeat(64) }),
  },
  {
    attempt: "a finding that begins closed",
    refusedBy: "finding_state",
    steps: async (sql, s) =>
      sql.record(
        await sql.insert("finding", {
          ...(await rowOf(sql, "finding", s.finding)),
          id: fakeId("fnd"),
          number: 8,
          state: "closed",
        }),
      ),
  },
  {
    attempt: "a finding becomes less severe",
    refusedBy: "finding_fixed",
    steps: (sql, s) => move(sql, "finding", s.finding, { severity: "medium" }),
  },
  {
    attempt: "an owner closes their own finding",
    refusedBy: "second_person",
    steps: (sql, s) =>
      move(sql, "finding", s.finding, { state: "closed", closed_by: s.world.people.tomas, closed_at: now() }),
  },
  {
    attempt: "a comment is rewritten",
    refusedBy: "fixed",
    steps: async (sql, s) =>
      move(sql, "comment", await find(sql, "select id from gov.comment where review_id = $1", [s.open.reviewId]), {
        body: "x".repeat(43),
      }),
  },
  {
    attempt: "a mark moves to content that was not read",
    refusedBy: "mark_fixed",
    steps: async (sql, s) =>
      move(
        sql,
        "section_mark",
        await find(sql, "select id from gov.section_mark where review_id = $1", [s.open.reviewId]),
        { content_sha256: "b".repeat(64) },
      ),
  },
  {
    attempt: "another part of a frozen version",
    refusedBy: "frozen",
    steps: async (sql, s) =>
      sql.record(
        await sql.insert("version_part", {
          id: fakeId("prt"),
          version_id: s.open.versionId,
          part: "side",
          identity: "f".repeat(64),
          file_sha256: null,
        }),
      ),
  },
  {
    attempt: "a version of another task than its model",
    refusedBy: "version_of_model",
    steps: async (sql, s) =>
      sql.record(
        await sql.insert("version", {
          ...(await rowOf(sql, "version", s.draft.versionId)),
          id: fakeId("ver"),
          number: 902,
          label: null,
          task: "regression",
        }),
      ),
  },
  {
    attempt: "a policy changes its key",
    refusedBy: "fixed",
    steps: async (sql) => move(sql, "policy", await find(sql, "select id from gov.policy limit 1"), { key: "other" }),
  },
  {
    attempt: "an environment stops protecting",
    refusedBy: "fixed",
    steps: async (sql) =>
      move(sql, "environment", await find(sql, "select id from gov.environment where key = 'production'"), {
        protects: [],
      }),
  },
  {
    attempt: "a rejection counts no more after its signer is superseded in a closed review",
    refusedBy: "review_closed",
    steps: async (sql, s) => {
      await decide(sql, s.open, s.world.people.priya, "approver", "reject");
      await move(sql, "review", s.open.reviewId, { state: "rejected", ended_at: now() });
      await move(
        sql,
        "decision",
        await find(sql, "select id from gov.decision where review_id = $1 and act = 'reject'", [s.open.reviewId]),
        { state: "superseded", ended_at: now() },
      );
    },
  },
];
