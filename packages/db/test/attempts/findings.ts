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
/** Checks, conditions, findings, marks: what was measured and agreed stays as it is. */
export const findings: Attempt[] = [
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
