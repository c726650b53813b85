import { row, rows, sql } from "@countersign/db";
import { type FirstSteps, permissions } from "@countersign/domain";
import { z } from "zod";
import { defaultWorkspace } from "../kernel/actor.ts";
import { defineQuery } from "../kernel/query.ts";

/** Roles without which no version of any tier is approved. */
const needed = ["validator", "approver", "model_risk_manager"] as const;

/** How far a new instance is from its first approval. */
export const firstSteps = defineQuery({
  name: "instance.first_steps",
  input: z.strictObject({}),
  roles: ["administrator"],
  see: async () => ({ workspaceId: defaultWorkspace }),
  async run({ reader }): Promise<FirstSteps> {
    const grants = await rows(reader, "role_grant", { workspace_id: defaultWorkspace, state: "active" });
    const people = (...roles: string[]): number =>
      new Set(grants.flatMap(({ role, person_id }) => (roles.includes(role) ? [person_id] : []))).size;
    const found = await reader.db.execute<
      Record<"environments" | "policies" | "tokens" | "models" | "decisions", string>
    >(sql`
      select (select count(*) from gov.environment) as environments,
        (select count(distinct policy_id) from gov.policy_revision where state = 'published') as policies,
        (select count(*) from gov.token where state = 'active') as tokens,
        (select count(*) from (select 1 from gov.model limit 1) m) as models,
        (select count(*) from (select 1 from gov.decision limit 1) d) as decisions`);
    const count = found.rows[0];
    const some = (what: "environments" | "policies" | "tokens" | "models" | "decisions"): boolean =>
      Number(count?.[what] ?? 0) > 0;
    const missing = [
      ...needed.filter((role) => people(role) === 0),
      ...(people(...permissions["policy.confirm"].roles) < 2 ? ["second_for_policies"] : []),
    ];
    return {
      steps: [
        { step: "second_administrator", done: people("administrator") >= 2 },
        { step: "judges", done: missing.length === 0 },
        { step: "environment", done: some("environments") },
        { step: "live", done: (await row(reader, "instance", "instance"))?.state === "live" },
        { step: "policy", done: some("policies") },
        { step: "token", done: some("tokens") },
        { step: "model", done: some("models") },
        { step: "decision", done: some("decisions") },
      ],
      missing,
    };
  },
});
