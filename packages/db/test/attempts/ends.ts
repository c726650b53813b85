import type { Row } from "@countersign/db";
import { fakeId, type Forger, now } from "../forge.ts";
import type { Scene } from "../bare-review.ts";
import type { Scenes } from "../scenes.ts";
import { type Attempt, decide, find, grant, move, quorum, rowOf } from "./attempt.ts";

const conditionOf = (sql: Forger, scene: Scene): Promise<string> =>
  find(sql, "select id from gov.condition where review_id = $1", [scene.reviewId]);
const setOf = (sql: Forger, scene: Scene): Promise<string> =>
  find(sql, "select id from gov.condition_set where review_id = $1", [scene.reviewId]);
const approvalOf = (sql: Forger, scene: Scene): Promise<string> =>
  find(sql, "select id from gov.approval where review_id = $1", [scene.reviewId]);
const decisionOf = (sql: Forger, scene: Scene): Promise<string> =>
  find(sql, "select id from gov.decision where review_id = $1 order by id limit 1", [scene.reviewId]);
const markOf = (sql: Forger, scene: Scene): Promise<string> =>
  find(sql, "select id from gov.section_mark where review_id = $1", [scene.reviewId]);
const given = (s: Scenes) => ({
  state: "evidence_given",
  given_by: s.world.people.tomas,
  given_at: now(),
  evidence: "e".repeat(43),
});

/** Moves the same row through one state after another; the last step is the one to refuse. */
const through = async <
  T extends "version" | "model" | "condition" | "condition_set" | "decision" | "finding" | "section_mark" | "token",
>(
  sql: Forger,
  table: T,
  id: string,
  ...steps: Partial<Row<T>>[]
): Promise<void> => {
  for (const step of steps) await move(sql, table, id, step);
};

async function sideModel(sql: Forger, s: Scenes, change: Partial<Row<"model">>): Promise<string> {
  const id = fakeId("mdl");
  await sql.record(
    await sql.insert("model", {
      ...(await rowOf(sql, "model", s.world.modelId)),
      id,
      key: "side-door",
      state: "proposed",
      tier: null,
      ...change,
    }),
  );
  return id;
}

/** What has ended stays ended, and what begins begins at the beginning: each rule alone, with everything else in order. */
export const ends: Attempt[] = [
  {
    attempt: "a revoked approval is called merely expired",
    refusedBy: "approval_fixed",
    steps: async (sql, s) => move(sql, "approval", await approvalOf(sql, s.revoked), { state: "expired" }),
  },
  {
    attempt: "a standing approval is given an end and stands all the same",
    refusedBy: "approval_fixed",
    steps: async (sql, s) => move(sql, "approval", await approvalOf(sql, s.approved), { ended_at: now() }),
  },
  {
    attempt: "an approval is suspended and lasts longer than granted",
    refusedBy: "approval_fixed",
    steps: async (sql, s) =>
      move(sql, "approval", await approvalOf(sql, s.approved), { state: "suspended", valid_until: now(900) }),
  },
  {
    attempt: "a withdrawn signature was only superseded",
    refusedBy: "signed",
    steps: async (sql, s) =>
      through(sql, "decision", await decisionOf(sql, s.open), { state: "withdrawn" }, { state: "superseded" }),
  },
  {
    attempt: "a standing signature is given an end and stands all the same",
    refusedBy: "signed",
    steps: async (sql, s) => move(sql, "decision", await decisionOf(sql, s.open), { ended_at: now() }),
  },
  {
    attempt: "a closed finding opens again",
    refusedBy: "finding_fixed",
    steps: async (sql, s) =>
      through(
        sql,
        "finding",
        s.finding,
        { state: "closed", closed_by: s.world.people.liwei, closed_at: now() },
        { state: "open" },
      ),
  },
  {
    attempt: "a finding is closed by nobody",
    refusedBy: "second_person",
    steps: (sql, s) => move(sql, "finding", s.finding, { state: "closed", closed_at: now() }),
  },
  {
    attempt: "a finding is closed by whoever answered it",
    refusedBy: "second_person",
    steps: (sql, s) =>
      through(
        sql,
        "finding",
        s.finding,
        { state: "answered", answered_by: s.world.people.ada },
        { state: "closed", closed_by: s.world.people.ada, closed_at: now() },
      ),
  },
  {
    attempt: "a superseded mark counts again",
    refusedBy: "mark_fixed",
    steps: async (sql, s) =>
      through(sql, "section_mark", await markOf(sql, s.open), { state: "superseded" }, { state: "valid" }),
  },
  {
    attempt: "a revoked token works again",
    refusedBy: "token_fixed",
    steps: (sql, s) =>
      through(
        sql,
        "token",
        s.world.ci.tokenId,
        { state: "revoked", ended_at: now() },
        { state: "active", ended_at: null },
      ),
  },
  {
    attempt: "a frozen version becomes a draft again and keeps its date",
    refusedBy: "frozen",
    steps: (sql, s) => move(sql, "version", s.open.versionId, { state: "draft" }),
  },
  {
    attempt: "a retired version comes back",
    refusedBy: "frozen",
    steps: (sql, s) => through(sql, "version", s.open.versionId, { state: "retired" }, { state: "frozen" }),
  },
  {
    attempt: "a draft changes what was submitted with it",
    refusedBy: "frozen",
    steps: (sql, s) => move(sql, "version", s.draft.versionId, { submission_sha256: "f".repeat(64) }),
  },
  {
    attempt: "a file moves from one draft to another",
    refusedBy: "frozen",
    steps: async (sql, s) => {
      const id = fakeId("ver");
      await sql.record(
        await sql.insert("version", {
          ...(await rowOf(sql, "version", s.draft.versionId)),
          id,
          number: 903,
          label: null,
        }),
      );
      await move(
        sql,
        "version_file",
        await find(sql, "select id from gov.version_file where version_id = $1", [s.draft.versionId]),
        { version_id: id },
      );
    },
  },
  {
    attempt: "a contributor is matched to a person and to another address at once",
    refusedBy: "contributor_fixed",
    steps: async (sql, s) =>
      move(
        sql,
        "contributor",
        await find(sql, "select id from gov.contributor where version_id = $1 and person_id is null", [
          s.unknown.versionId,
        ]),
        { person_id: s.world.people.ruth, kind: "owner" },
      ),
  },
  {
    attempt: "a model begins as registered",
    refusedBy: "model_proposed",
    steps: (sql, s) => sideModel(sql, s, { state: "registered" }),
  },
  {
    attempt: "a model begins with a tier",
    refusedBy: "model_proposed",
    steps: (sql, s) => sideModel(sql, s, { tier: "T4" }),
  },
  {
    attempt: "a rejected model is accepted after all",
    refusedBy: "model_fixed",
    steps: async (sql, s) =>
      through(sql, "model", await sideModel(sql, s, {}), { state: "rejected" }, { state: "registered" }),
  },
  {
    attempt: "a superseded condition is proposed again",
    refusedBy: "condition_fixed",
    steps: async (sql, s) =>
      through(sql, "condition", await conditionOf(sql, s.conditional), { state: "superseded" }, { state: "proposed" }),
  },
  {
    attempt: "a superseded set of conditions is adopted",
    refusedBy: "condition_fixed",
    steps: async (sql, s) =>
      through(sql, "condition_set", await setOf(sql, s.conditional), { state: "superseded" }, { state: "adopted" }),
  },
  {
    attempt: "a condition is accepted without any evidence",
    refusedBy: "second_person",
    steps: async (sql, s) =>
      move(sql, "condition", await conditionOf(sql, s.conditional), {
        state: "accepted",
        accepted_by: s.world.people.liwei,
        accepted_at: now(),
      }),
  },
  {
    attempt: "evidence for a condition is accepted by nobody",
    refusedBy: "second_person",
    steps: async (sql, s) =>
      through(sql, "condition", await conditionOf(sql, s.conditional), given(s), {
        state: "accepted",
        accepted_at: now(),
      }),
  },
  {
    attempt: "evidence for a condition is accepted by its owner",
    refusedBy: "second_person",
    steps: async (sql, s) =>
      through(sql, "condition", await conditionOf(sql, s.conditional), given(s), {
        state: "accepted",
        accepted_by: s.world.people.amara,
        accepted_at: now(),
      }),
  },
  {
    attempt: "evidence for a condition is accepted by whoever gave it",
    refusedBy: "second_person",
    steps: async (sql, s) =>
      through(sql, "condition", await conditionOf(sql, s.conditional), given(s), {
        state: "accepted",
        accepted_by: s.world.people.tomas,
        accepted_at: now(),
      }),
  },
  {
    attempt: "a condition comes into force with an approval that was revoked",
    refusedBy: "no_approval",
    steps: async (sql, s) => {
      const on = {
        conditions_sha256: await find(sql, "select sha256 from gov.condition_set where review_id = $1", [
          s.conditional.reviewId,
        ]),
      };
      await quorum(sql, s, s.conditional, on, "approve_with_conditions");
      await grant(sql, s.conditional, on);
      await move(sql, "approval", await approvalOf(sql, s.conditional), { state: "revoked", ended_at: now() });
      await move(sql, "condition", await conditionOf(sql, s.conditional), { state: "in_force" });
    },
  },
  {
    attempt: "a review is called approved by an approval that was revoked",
    refusedBy: "no_approval",
    steps: async (sql, s) => {
      await quorum(sql, s, s.open);
      await grant(sql, s.open);
      await move(sql, "approval", await approvalOf(sql, s.open), { state: "revoked", ended_at: now() });
      await move(sql, "review", s.open.reviewId, { state: "approved", ended_at: now() });
    },
  },
  {
    attempt: "a round forgets when it was opened",
    refusedBy: "round_closed",
    steps: (sql, s) => move(sql, "round", s.gathering.round.id, { opened_at: now(-5) }),
  },
  {
    attempt: "a round gathers evidence anew under a decision and forgets the old",
    refusedBy: "sealed",
    steps: (sql, s) => move(sql, "round", s.open.round.id, { state: "gathering", evidence_sha256: null }),
  },
  {
    attempt: "the next round begins sealed",
    refusedBy: "round_state",
    steps: async (sql, s) => {
      await move(sql, "review", s.gathering.reviewId, { round: 2 });
      await move(sql, "round", s.gathering.round.id, { state: "superseded" });
      await sql.record(
        await sql.insert("round", {
          ...s.gathering.round,
          id: fakeId("rnd"),
          number: 2,
          state: "sealed",
          evidence_sha256: "d".repeat(64),
        }),
      );
    },
  },
  {
    attempt: "a round of a review that has ended",
    refusedBy: "round_state",
    steps: async (sql, s) =>
      sql.record(
        await sql.insert("round", { ...s.gathering.round, id: fakeId("rnd"), review_id: s.approved.reviewId }),
      ),
  },
  {
    attempt: "a check that never ran is put aside as if it had failed",
    refusedBy: "check_ended",
    steps: async (sql, s) => {
      const id = fakeId("chk");
      await sql.record(
        await sql.insert("check_run", {
          id,
          review_id: s.gathering.reviewId,
          round_id: s.gathering.round.id,
          check_key: "perf.new",
          attempt: 1,
          state: "queued",
          status: null,
          verdict: "error",
          outcome: null,
          result_sha256: null,
          queued_at: now(),
          ended_at: null,
        }),
      );
      await move(sql, "check_run", id, { state: "superseded" });
    },
  },
  {
    attempt: "an errored check is put aside as passed",
    refusedBy: "check_ended",
    steps: async (sql, s) => {
      await move(sql, "round", s.errored.round.id, { state: "gathering", evidence_sha256: null });
      await move(
        sql,
        "check_run",
        await find(sql, "select id from gov.check_run where round_id = $1 and verdict = 'error'", [s.errored.round.id]),
        { state: "superseded", verdict: "pass" },
      );
    },
  },
  {
    attempt: "an errored check waits again in place of a second run",
    refusedBy: "check_ended",
    steps: async (sql, s) => {
      await move(sql, "round", s.errored.round.id, { state: "gathering", evidence_sha256: null });
      await move(
        sql,
        "check_run",
        await find(sql, "select id from gov.check_run where round_id = $1 and verdict = 'error'", [s.errored.round.id]),
        { state: "queued" },
      );
    },
  },
  {
    attempt: "an export is rewritten",
    refusedBy: "fixed",
    steps: async (sql) =>
      move(sql, "evidence_export", await find(sql, "select id from gov.evidence_export"), { log_size: 9 }),
  },
  {
    attempt: "a decision in a round that does not exist",
    refusedBy: "round",
    steps: (sql, s) => decide(sql, s.open, s.world.people.priya, "approver", "approve", { round_id: "nowhere" }),
  },
  {
    attempt: "a decision on a round that is no longer the present one",
    refusedBy: "round",
    steps: async (sql, s) => {
      await move(sql, "review", s.open.reviewId, { round: 2 });
      await decide(sql, s.open, s.world.people.priya, "approver", "approve");
    },
  },
];
