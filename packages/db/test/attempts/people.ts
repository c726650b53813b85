import type { Row } from "@countersign/db";
import { fakeId, type Forger, now } from "../forge.ts";
import { type Attempt, denied, find, move } from "./attempt.ts";

const grantRow = (
  person: string,
  role: string,
  by: string | null,
  change: Partial<Row<"role_grant">> = {},
): Row<"role_grant"> => ({
  id: fakeId("grn"),
  person_id: person,
  workspace_id: "wsp_default",
  role,
  state: "pending",
  bootstrap: false,
  granted_by: by,
  confirmed_by: null,
  granted_at: now(),
  confirmed_at: null,
  ended_at: null,
  ...change,
});
const ask = async (sql: Forger, ...grant: Parameters<typeof grantRow>): Promise<string> => {
  const row = grantRow(...grant);
  await sql.record(await sql.insert("role_grant", row));
  return row.id;
};
const confirm = (sql: Forger, id: string, by: string | null): Promise<void> =>
  move(sql, "role_grant", id, { state: "active", confirmed_by: by, confirmed_at: now() });
const grantOf = (sql: Forger, person: string): Promise<string> =>
  find(sql, "select id from gov.role_grant where person_id = $1 limit 1", [person]);
const revision = (sql: Forger, state: string): Promise<string> =>
  find(sql, "select id from gov.policy_revision where state = $1 limit 1", [state]);
const proposal = async (sql: Forger, change: Partial<Row<"policy_revision">> = {}): Promise<string> => {
  const id = fakeId("prv");
  const standing = await sql.query(
    "select policy_id, sha256, proposed_by from gov.policy_revision where state = 'published' limit 1",
  );
  const { policy_id, sha256, proposed_by } = standing.rows[0] as {
    policy_id: string;
    sha256: string;
    proposed_by: string;
  };
  await sql.record(
    await sql.insert("policy_revision", {
      id,
      policy_id,
      workspace_id: "wsp_default",
      number: 99,
      sha256,
      state: "proposed",
      proposed_by,
      confirmed_by: null,
      proposed_at: now(),
      published_at: null,
      ended_at: null,
      ...change,
    }),
  );
  return id;
};

/** People, roles, policies, set-up: nobody makes themselves, or anybody alone, somebody who decides. */
export const people: Attempt[] = [
  {
    attempt: "an administrator makes an approver alone",
    refusedBy: "second_administrator",
    steps: (sql, { world }) => ask(sql, world.people.nobody, "approver", world.people.ingrid, { state: "active" }),
  },
  {
    attempt: "an administrator makes an administrator alone",
    refusedBy: "second_administrator",
    steps: (sql, { world }) => ask(sql, world.people.nobody, "administrator", world.people.ingrid, { state: "active" }),
  },
  {
    attempt: "a grant is confirmed by whoever asked for it",
    refusedBy: "second_administrator",
    steps: async (sql, { world }) =>
      confirm(sql, await ask(sql, world.people.nobody, "approver", world.people.ingrid), world.people.ingrid),
  },
  {
    attempt: "a grant is confirmed by whoever receives it",
    refusedBy: "second_administrator",
    steps: async (sql, { world }) =>
      confirm(sql, await ask(sql, world.people.marcus, "approver", world.people.ingrid), world.people.marcus),
  },
  {
    attempt: "a grant is confirmed by nobody",
    refusedBy: "second_administrator",
    steps: async (sql, { world }) =>
      confirm(sql, await ask(sql, world.people.nobody, "approver", world.people.ingrid), null),
  },
  {
    attempt: "a grant is confirmed by somebody who is no administrator",
    refusedBy: "second_administrator",
    steps: async (sql, { world }) =>
      confirm(sql, await ask(sql, world.people.nobody, "approver", world.people.ingrid), world.people.ruth),
  },
  {
    attempt: "a grant is confirmed by the administrator of another workspace",
    refusedBy: "second_administrator",
    steps: async (sql, { world, elsewhere }) => {
      await confirm(
        sql,
        await ask(sql, world.people.ruth, "administrator", world.people.ingrid, { workspace_id: elsewhere }),
        world.people.marcus,
      );
      await confirm(sql, await ask(sql, world.people.nobody, "approver", world.people.ingrid), world.people.ruth);
    },
  },
  {
    attempt: "a role is granted by somebody who is no administrator",
    refusedBy: "grantor",
    steps: (sql, { world }) => ask(sql, world.people.nobody, "developer", world.people.tomas, { state: "active" }),
  },
  {
    attempt: "a role is granted by an administrator who was deactivated",
    refusedBy: "grantor",
    steps: async (sql, { world }) => {
      await move(sql, "person", world.people.marcus, { state: "deactivated" });
      await ask(sql, world.people.nobody, "developer", world.people.marcus, { state: "active" });
    },
  },
  {
    attempt: "a role is granted by nobody",
    refusedBy: "grantor",
    steps: (sql, { world }) => ask(sql, world.people.nobody, "developer", null, { state: "active" }),
  },
  {
    attempt: "a role is granted as if set-up were not over",
    refusedBy: "bootstrap_closed",
    steps: (sql, { world }) =>
      ask(sql, world.people.nobody, "approver", world.people.ingrid, { state: "active", bootstrap: true }),
  },
  {
    attempt: "a grant that begins revoked",
    refusedBy: "grant_state",
    steps: (sql, { world }) => ask(sql, world.people.nobody, "developer", world.people.ingrid, { state: "revoked" }),
  },
  {
    attempt: "a grant in force waits again",
    refusedBy: "grant_state",
    steps: async (sql, { world }) =>
      move(sql, "role_grant", await grantOf(sql, world.people.ruth), { state: "pending" }),
  },
  {
    attempt: "a grant becomes one of another role",
    refusedBy: "grant_fixed",
    steps: async (sql, { world }) =>
      move(sql, "role_grant", await grantOf(sql, world.people.ruth), { role: "approver" }),
  },
  {
    attempt: "a grant passes to somebody else",
    refusedBy: "grant_fixed",
    steps: async (sql, { world }) =>
      move(sql, "role_grant", await grantOf(sql, world.people.priya), { person_id: world.people.nobody }),
  },
  {
    attempt: "a revoked grant comes back",
    refusedBy: "grant_fixed",
    steps: async (sql, s) => move(sql, "role_grant", await grantOf(sql, s.former), { state: "active", ended_at: null }),
  },
  {
    attempt: "the same role twice",
    refusedBy: "role_grant_once",
    steps: (sql, { world }) => ask(sql, world.people.ruth, "auditor", world.people.ingrid, { state: "active" }),
  },
  {
    attempt: "the worker grants a role",
    role: "countersign_worker",
    refusedBy: denied("table role_grant"),
    steps: (sql, { world }) => sql.insert("role_grant", grantRow(world.people.nobody, "approver", world.people.ingrid)),
  },
  {
    attempt: "a deactivated person comes back",
    refusedBy: "person_ended",
    steps: (sql, s) => move(sql, "person", s.left, { state: "active" }),
  },
  {
    attempt: "an account passes to another address",
    refusedBy: "person_fixed",
    steps: (sql, { world }) => move(sql, "person", world.people.priya, { email: "x".repeat(43) }),
  },
  {
    attempt: "a revision begins as published",
    refusedBy: "policy_second_person",
    steps: (sql, { world }) =>
      proposal(sql, { state: "published", confirmed_by: world.people.hanna, published_at: now() }),
  },
  {
    attempt: "one person proposes and publishes a revision",
    refusedBy: "policy_second_person",
    steps: async (sql, { world }) =>
      move(sql, "policy_revision", await proposal(sql), {
        state: "published",
        confirmed_by: world.people.sofia,
        published_at: now(),
      }),
  },
  {
    attempt: "a revision is published by nobody",
    refusedBy: "policy_second_person",
    steps: async (sql) =>
      move(sql, "policy_revision", await proposal(sql), { state: "published", published_at: now() }),
  },
  {
    attempt: "an administrator publishes a revision",
    refusedBy: "policy_second_person",
    steps: async (sql, { world }) =>
      move(sql, "policy_revision", await proposal(sql), {
        state: "published",
        confirmed_by: world.people.ingrid,
        published_at: now(),
      }),
  },
  {
    attempt: "a revision is judged in a workspace where one has the role",
    refusedBy: "policy_revision_of_policy",
    steps: (sql, { elsewhere }) => proposal(sql, { workspace_id: elsewhere }),
  },
  {
    attempt: "two published revisions of a policy",
    refusedBy: "policy_published",
    steps: async (sql, { world }) =>
      move(sql, "policy_revision", await proposal(sql), {
        state: "published",
        confirmed_by: world.people.hanna,
        published_at: now(),
      }),
  },
  {
    attempt: "a published revision gets other content",
    refusedBy: "policy_fixed",
    steps: async (sql) => move(sql, "policy_revision", await revision(sql, "published"), { sha256: "0".repeat(64) }),
  },
  {
    attempt: "a published revision is taken back as if it had never been",
    refusedBy: "policy_fixed",
    steps: async (sql) => move(sql, "policy_revision", await revision(sql, "published"), { state: "withdrawn" }),
  },
  {
    attempt: "a withdrawn proposal is published",
    refusedBy: "policy_fixed",
    steps: async (sql, { world }) => {
      const id = await proposal(sql);
      await move(sql, "policy_revision", id, { state: "withdrawn" });
      await move(sql, "policy_revision", id, {
        state: "published",
        confirmed_by: world.people.hanna,
        published_at: now(),
      });
    },
  },
  {
    attempt: "a published revision was confirmed by somebody else",
    refusedBy: "policy_fixed",
    steps: async (sql, { world }) =>
      move(sql, "policy_revision", await revision(sql, "published"), { confirmed_by: world.people.ruth }),
  },
  {
    attempt: "a live instance goes back to set-up",
    refusedBy: "instance_live",
    steps: (sql) => move(sql, "instance", "instance", { state: "setup", live_at: null }),
  },
  {
    attempt: "a live instance takes another log's name",
    refusedBy: "instance_live",
    steps: (sql) => move(sql, "instance", "instance", { origin: "other.log" }),
  },
  {
    attempt: "a second instance beside the first",
    refusedBy: "instance_id_check",
    steps: async (sql) =>
      sql.record(
        await sql.insert("instance", {
          id: "other",
          state: "setup",
          origin: "test.log",
          created_at: now(),
          live_at: null,
        }),
      ),
  },
  {
    attempt: "a token gets more roles",
    refusedBy: "token_fixed",
    steps: (sql, { world }) => move(sql, "token", world.ci.tokenId, { roles: ["administrator", "developer"] }),
  },
  {
    attempt: "a token lives longer than created",
    refusedBy: "token_fixed",
    steps: (sql, { world }) => move(sql, "token", world.ci.tokenId, { expires_at: now(9999) }),
  },
  {
    attempt: "a workspace changes its key",
    refusedBy: "fixed",
    steps: (sql) => move(sql, "workspace", "wsp_default", { key: "other" }),
  },
  {
    attempt: "a person's name in clear",
    refusedBy: "disclosure_digest_check",
    steps: (sql, { world }) => move(sql, "person", world.people.priya, { name: "Priya Raman" }),
  },
];
