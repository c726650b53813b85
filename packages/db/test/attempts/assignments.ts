import type { Row } from "@countersign/db";
import type { Scene } from "../bare-review.ts";
import { fakeId, type Forger, now } from "../forge.ts";
import { type Attempt, find, move } from "./attempt.ts";

const assign = async (
  sql: Forger,
  scene: Scene,
  person: string,
  role: string,
  change: Partial<Row<"assignment">> = {},
): Promise<void> =>
  sql.record(
    await sql.insert("assignment", {
      id: fakeId("asg"),
      review_id: scene.reviewId,
      person_id: person,
      role,
      assigned_by: person,
      state: "active",
      assigned_at: now(),
      ended_at: null,
      ...change,
    }),
  );

/** Assignments: nobody is asked for what they may not give, and whom somebody was asked is not rewritten. */
export const assignments: Attempt[] = [
  ...(
    [
      ["ends under another role", "active", { state: "ended", role: "validator", ended_at: now() }],
      ["is dated otherwise while it stands", "active", { ended_at: now() }],
      ["ends a second time", "ended", { state: "ended", ended_at: now() }],
    ] as const
  ).map(([what, state, set]): Attempt => ({
    attempt: `an assignment ${what}`,
    refusedBy: "assignment_fixed",
    steps: async (sql, s) =>
      move(
        sql,
        "assignment",
        await find(sql, "select id from gov.assignment where review_id = $1 and state = $2", [s.open.reviewId, state]),
        set,
      ),
  })),
  {
    attempt: "an assignment that begins ended",
    refusedBy: "assignment_open",
    steps: (sql, s) => assign(sql, s.fresh, s.world.people.liwei, "validator", { state: "ended", ended_at: now() }),
  },
  {
    attempt: "somebody is asked in a review that has ended",
    refusedBy: "assignment_open",
    steps: (sql, s) => assign(sql, s.approved, s.world.people.liwei, "validator"),
  },
  {
    attempt: "somebody is asked who has lost the role",
    refusedBy: "assignment_role",
    steps: (sql, s) => assign(sql, s.fresh, s.former, "approver"),
  },
  {
    attempt: "somebody is asked in a role that the policy does not ask",
    refusedBy: "assignment_role",
    steps: (sql, s) => assign(sql, s.fresh, s.world.people.ruth, "auditor"),
  },
  {
    attempt: "somebody is asked to decide on what they built",
    refusedBy: "assignment_own_work",
    steps: (sql, s) => assign(sql, s.own, s.world.people.ada, "approver"),
  },
];
