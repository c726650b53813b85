import { fakeId, now } from "../forge.ts";
import type { Scenes } from "../scenes.ts";
import { type Attempt, approvalRow, decide, denied, grant, move, quorum } from "./attempt.ts";

const aliasRow = ({ world }: Scenes, name: string, change: object = {}) => ({
  id: fakeId("als"),
  model_id: world.modelId,
  workspace_id: "wsp_default",
  name,
  version_id: "",
  approval_id: null,
  moved_by: world.people.dirk,
  moved_at: now(),
  ...change,
});

/** Approvals that have not come about, and aliases that must not move. */
export const approvals: Attempt[] = [
  { attempt: "an approval without a single decision", refusedBy: "quorum", steps: (sql, s) => grant(sql, s.bare) },
  {
    attempt: "an approval with one approver of two",
    refusedBy: "quorum",
    steps: async (sql, s) => {
      await decide(sql, s.open, s.world.people.priya, "approver", "approve");
      await grant(sql, s.open);
    },
  },
  {
    attempt: "an approval whose approver loses the role first",
    refusedBy: "quorum",
    steps: async (sql, s) => {
      await quorum(sql, s, s.open);
      const found = await sql.query("select id from gov.role_grant where person_id = $1 and role = 'approver'", [
        s.world.people.priya,
      ]);
      await move(sql, "role_grant", String(found.rows[0]?.["id"]), { state: "revoked", ended_at: now() });
      await grant(sql, s.open);
    },
  },
  {
    attempt: "an approval without the recommendation",
    refusedBy: "quorum",
    steps: async (sql, s) => {
      await move(sql, "review", s.fresh.reviewId, { state: "pending_approval" });
      await quorum(sql, s, s.fresh);
      await grant(sql, s.fresh);
    },
  },
  {
    attempt: "an approval under a policy that nobody signs",
    refusedBy: "empty_quorum",
    steps: (sql, s) => grant(sql, s.unsigned),
  },
  {
    attempt: "an approval of a round without the checks of its policy",
    refusedBy: "evidence_missing",
    steps: async (sql, s) => {
      await decide(sql, s.bare, s.world.people.liwei, "validator", "recommend");
      await quorum(sql, s, s.bare);
      await grant(sql, s.bare);
    },
  },
  {
    attempt: "an approval over somebody's rejection",
    refusedBy: "dissent",
    steps: async (sql, s) => {
      await quorum(sql, s, s.open);
      await decide(sql, s.open, s.world.people.ada, "approver", "reject");
      await grant(sql, s.open);
    },
  },
  {
    attempt: "an approval without the condition that an outcome needs",
    refusedBy: "conditions",
    steps: async (sql, s) => {
      await decide(sql, s.uncovered, s.world.people.liwei, "validator", "recommend");
      await move(sql, "review", s.uncovered.reviewId, { state: "pending_approval" });
      await quorum(sql, s, s.uncovered);
      await grant(sql, s.uncovered);
    },
  },
  {
    attempt: "an approval with conditions that have been replaced",
    refusedBy: "conditions",
    steps: async (sql, s) => {
      const found = await sql.query("select id, sha256 from gov.condition_set where review_id = $1", [
        s.conditional.reviewId,
      ]);
      const [set] = found.rows;
      await quorum(sql, s, s.conditional, { conditions_sha256: String(set?.["sha256"]) }, "approve_with_conditions");
      await move(sql, "condition_set", String(set?.["id"]), { state: "superseded" });
      await grant(sql, s.conditional, { conditions_sha256: String(set?.["sha256"]) });
    },
  },
  {
    attempt: "an approval over an open finding of high severity",
    refusedBy: "open_finding",
    steps: async (sql, s) => {
      await sql.record(
        await sql.insert("finding", {
          id: fakeId("fnd"),
          review_id: s.open.reviewId,
          round_id: s.open.round.id,
          number: 9,
          severity: "high",
          state: "open",
          title: "t".repeat(43),
          body: "b".repeat(43),
          raised_by: s.world.people.liwei,
          owner_id: s.world.people.tomas,
          answer: null,
          answered_by: null,
          resolution: null,
          closed_by: null,
          raised_at: now(),
          answered_at: null,
          closed_at: null,
        }),
      );
      await quorum(sql, s, s.open);
      await grant(sql, s.open);
    },
  },
  {
    attempt: "an approval of a suspended model",
    refusedBy: "model_state",
    steps: async (sql, s) => {
      await quorum(sql, s, s.open);
      await move(sql, "model", s.world.modelId, { state: "suspended" });
      await grant(sql, s.open);
    },
  },
  {
    attempt: "an approval under a policy that the model has outgrown",
    refusedBy: "policy_applies",
    steps: async (sql, s) => {
      await quorum(sql, s, s.open);
      await move(sql, "model", s.world.modelId, { tier: "T2" });
      await grant(sql, s.open);
    },
  },
  {
    attempt: "an approval for longer than the policy allows",
    refusedBy: "validity",
    steps: async (sql, s) => {
      await quorum(sql, s, s.open);
      await grant(sql, s.open, { valid_until: now(400) });
    },
  },
  {
    attempt: "a production review that approves for staging",
    refusedBy: "approval_scope",
    steps: async (sql, s) => {
      await quorum(sql, s, s.open);
      const staging = await sql.query("select id from gov.environment where key = 'staging'");
      await grant(sql, s.open, { environment_id: String(staging.rows[0]?.["id"]) });
    },
  },
  {
    attempt: "a second approval from signatures that were used up",
    refusedBy: "not_sealed",
    steps: (sql, s) => grant(sql, s.revoked),
  },
  {
    attempt: "an imported approval",
    refusedBy: "origin_closed",
    steps: async (sql, s) => {
      await quorum(sql, s, s.open);
      await sql.record(await sql.insert("approval", approvalRow(s.open)), { origin: "import" });
    },
  },
  {
    attempt: "a revoked approval becomes valid again",
    refusedBy: "approval_fixed",
    steps: async (sql, s) =>
      move(sql, "approval", await approvalOf(sql, s.revoked.reviewId), { state: "valid", ended_at: null }),
  },
  {
    attempt: "an approval lasts longer than granted",
    refusedBy: "approval_fixed",
    steps: async (sql, s) =>
      move(sql, "approval", await approvalOf(sql, s.approved.reviewId), { valid_until: now(900) }),
  },
  {
    attempt: "a review is called approved without an approval",
    refusedBy: "no_approval",
    steps: (sql, s) => move(sql, "review", s.open.reviewId, { state: "approved", ended_at: now() }),
  },
  {
    attempt: "a protected alias onto a version that nobody approved",
    refusedBy: "protected_alias",
    steps: (sql, s) => toVersion(sql, s, s.open.versionId, null),
  },
  {
    attempt: "a protected alias onto a version with another's approval",
    refusedBy: "protected_alias",
    steps: async (sql, s) => toVersion(sql, s, s.open.versionId, await approvalOf(sql, s.approved.reviewId)),
  },
  {
    attempt: "a protected alias onto a version whose approval was revoked",
    refusedBy: "protected_alias",
    steps: async (sql, s) => toVersion(sql, s, s.revoked.versionId, await approvalOf(sql, s.revoked.reviewId)),
  },
  {
    attempt: "a protected alias onto a version whose approval has run out",
    refusedBy: "protected_alias",
    steps: async (sql, s) =>
      sql.record(
        await sql.insert(
          "alias",
          aliasRow(s, "candidate", { version_id: s.lapsed.versionId, approval_id: s.lapsed.approvalId }),
        ),
      ),
  },
  {
    attempt: "a production alias on the strength of a staging approval",
    refusedBy: "protected_alias",
    steps: (sql, s) => toVersion(sql, s, s.lapsed.versionId, s.lapsed.approvalId),
  },
  {
    attempt: "a protected alias of a suspended model",
    refusedBy: "protected_alias",
    steps: async (sql, s) => {
      await move(sql, "model", s.world.modelId, { state: "suspended" });
      await toVersion(sql, s, s.approved.versionId, await approvalOf(sql, s.approved.reviewId));
    },
  },
  {
    attempt: "a protected alias through a workspace that protects nothing",
    refusedBy: "alias_of_version",
    steps: async (sql, s) =>
      sql.record(
        await sql.insert(
          "alias",
          aliasRow(s, "candidate", { version_id: s.open.versionId, workspace_id: s.elsewhere }),
        ),
      ),
  },
  {
    attempt: "an alias takes another name",
    refusedBy: "alias_fixed",
    steps: async (sql) => move(sql, "alias", await championId(sql), { name: "retired" }),
  },
  {
    attempt: "the worker moves an alias",
    role: "countersign_worker",
    refusedBy: denied("table alias"),
    steps: async (sql, s) => sql.update("alias", await championId(sql), { version_id: s.open.versionId }),
  },
  {
    attempt: "the worker grants an approval",
    role: "countersign_worker",
    refusedBy: denied("table approval"),
    steps: (sql, s) => sql.insert("approval", approvalRow(s.open)),
  },
];

async function approvalOf(sql: Parameters<Attempt["steps"]>[0], reviewId: string): Promise<string> {
  const found = await sql.query("select id from gov.approval where review_id = $1", [reviewId]);
  return String(found.rows[0]?.["id"]);
}

async function championId(sql: Parameters<Attempt["steps"]>[0]): Promise<string> {
  const found = await sql.query("select id from gov.alias where name = 'champion'");
  return String(found.rows[0]?.["id"]);
}

async function toVersion(
  sql: Parameters<Attempt["steps"]>[0],
  { world }: Scenes,
  version: string,
  approval: string | null,
): Promise<void> {
  await move(sql, "alias", await championId(sql), {
    version_id: version,
    approval_id: approval,
    moved_by: world.people.dirk,
    moved_at: now(),
  });
}
