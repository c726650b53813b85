import { type Attempt, decide, decisionRow, denied, move } from "./attempt.ts";
import { now } from "../forge.ts";

/** Signatures that nobody may give. All with well-formed events: what refuses is the rule, never a missing form. */
export const decisions: Attempt[] = [
  {
    attempt: "a contributor approves what they built",
    refusedBy: "own_work",
    steps: (sql, s) => decide(sql, s.own, s.world.people.ada, "approver", "approve"),
  },
  {
    attempt: "a contributor rejects what they built",
    refusedBy: "own_work",
    steps: (sql, s) => decide(sql, s.own, s.world.people.ada, "approver", "reject"),
  },
  {
    attempt: "somebody approves who never held the role",
    refusedBy: "role_in_force",
    steps: (sql, s) => decide(sql, s.open, s.world.people.ruth, "approver", "approve"),
  },
  {
    attempt: "somebody approves whose role has ended",
    refusedBy: "role_in_force",
    steps: (sql, s) => decide(sql, s.open, s.former, "approver", "approve"),
  },
  {
    attempt: "a deactivated person approves",
    refusedBy: "role_in_force",
    steps: (sql, s) => decide(sql, s.open, s.left, "approver", "approve"),
  },
  {
    attempt: "an administrator approves",
    refusedBy: "sign_off",
    steps: (sql, s) => decide(sql, s.open, s.world.people.ingrid, "administrator", "approve"),
  },
  {
    attempt: "a role signs that the policy does not ask",
    refusedBy: "sign_off",
    steps: (sql, s) => decide(sql, s.open, s.world.people.sofia, "model_risk_manager", "approve"),
  },
  {
    attempt: "a validator approves",
    refusedBy: "sign_off",
    steps: (sql, s) => decide(sql, s.open, s.world.people.liwei, "validator", "approve"),
  },
  {
    attempt: "one person decides twice in a round",
    refusedBy: "decision_once",
    steps: async (sql, s) => {
      await decide(sql, s.open, s.world.people.priya, "approver", "approve");
      await decide(sql, s.open, s.world.people.priya, "approver", "approve");
    },
  },
  {
    attempt: "a decision before the round is sealed",
    refusedBy: "not_sealed",
    steps: (sql, s) => decide(sql, s.gathering, s.world.people.liwei, "validator", "recommend"),
  },
  {
    attempt: "a decision on a closed round",
    refusedBy: "not_sealed",
    steps: (sql, s) => decide(sql, s.approved, s.world.people.ada, "approver", "approve"),
  },
  {
    attempt: "a decision after the review has ended",
    refusedBy: "review_closed",
    steps: async (sql, s) => {
      await move(sql, "review", s.open.reviewId, { state: "withdrawn", ended_at: now() });
      await decide(sql, s.open, s.world.people.priya, "approver", "approve");
    },
  },
  {
    attempt: "a decision on another evidence digest",
    refusedBy: "stale_evidence",
    steps: (sql, s) =>
      decide(sql, s.open, s.world.people.priya, "approver", "approve", { evidence_sha256: "a".repeat(64) }),
  },
  {
    attempt: "a decision in another review's round",
    refusedBy: "round",
    steps: (sql, s) => decide(sql, s.open, s.world.people.priya, "approver", "approve", { round_id: s.fresh.round.id }),
  },
  {
    attempt: "approval before the recommendation",
    refusedBy: "recommendation",
    steps: (sql, s) => decide(sql, s.fresh, s.world.people.priya, "approver", "approve"),
  },
  {
    attempt: "approval although a check blocks",
    refusedBy: "blocked",
    steps: async (sql, s) => {
      await move(sql, "review", s.blocked.reviewId, { state: "pending_approval" });
      await decide(sql, s.blocked, s.world.people.priya, "approver", "approve");
    },
  },
  {
    attempt: "approval although a check ended in an error",
    refusedBy: "blocked",
    steps: async (sql, s) => {
      await move(sql, "review", s.errored.reviewId, { state: "pending_approval" });
      await decide(sql, s.errored, s.world.people.priya, "approver", "approve");
    },
  },
  {
    attempt: "approval that leaves the proposed conditions out",
    refusedBy: "conditions",
    steps: (sql, s) => decide(sql, s.conditional, s.world.people.priya, "approver", "approve"),
  },
  {
    attempt: "a recommendation that leaves the proposed conditions out",
    refusedBy: "conditions",
    steps: (sql, s) => decide(sql, s.conditional, s.world.people.liwei, "validator", "recommend"),
  },
  {
    attempt: "approval with conditions where there are none",
    refusedBy: "conditions",
    steps: (sql, s) => decide(sql, s.open, s.world.people.priya, "approver", "approve_with_conditions"),
  },
  {
    attempt: "a recommendation while a contributor is unknown",
    refusedBy: "unmapped_contributor",
    steps: (sql, s) => decide(sql, s.unknown, s.world.people.liwei, "validator", "recommend"),
  },
  {
    attempt: "a decision that begins as superseded",
    refusedBy: "decision_state",
    steps: (sql, s) => decide(sql, s.open, s.world.people.priya, "approver", "approve", { state: "superseded" }),
  },
  {
    attempt: "a decision by a name that is nobody",
    refusedBy: "role_in_force",
    steps: (sql, s) => decide(sql, s.open, "usr_nobody", "approver", "approve"),
  },
  {
    attempt: "a signed decision turns from recommend to reject",
    refusedBy: "signed",
    steps: async (sql, s) => move(sql, "decision", await decisionOf(sql, s.open.reviewId), { act: "reject" }),
  },
  {
    attempt: "a signed decision changes hands",
    refusedBy: "signed",
    steps: async (sql, s) =>
      move(sql, "decision", await decisionOf(sql, s.open.reviewId), {
        person_id: s.world.people.priya,
        state: "superseded",
      }),
  },
  {
    attempt: "a decision is withdrawn after the approval",
    refusedBy: "review_closed",
    steps: async (sql, s) =>
      move(sql, "decision", await decisionOf(sql, s.approved.reviewId), { state: "withdrawn", ended_at: now() }),
  },
  {
    attempt: "the worker signs",
    role: "countersign_worker",
    refusedBy: denied("table decision"),
    steps: (sql, s) => sql.insert("decision", decisionRow(s.open, s.world.people.priya, "approver", "approve")),
  },
  {
    attempt: "the notary signs",
    role: "countersign_notary",
    refusedBy: denied("table decision"),
    steps: (sql, s) => sql.insert("decision", decisionRow(s.open, s.world.people.priya, "approver", "approve")),
  },
];

async function decisionOf(sql: Parameters<Attempt["steps"]>[0], reviewId: string): Promise<string> {
  const found = await sql.query("select id from gov.decision where review_id = $1 order by id limit 1", [reviewId]);
  return String(found.rows[0]?.["id"]);
}
