import { createHash } from "node:crypto";
import { jcsBytes } from "@countersign/canonical";
import type { Row, TableName } from "@countersign/db";
import {
  countDecisions,
  countSignOffs,
  type DecisionFact,
  type EvaluateInput,
  type PolicyDocument,
  type Role,
  selectPolicy,
  sideOf,
  type SignOff,
  type Task,
  type Tier,
} from "@countersign/policy";
import { worldPolicy } from "@countersign/testing";
import fc from "fast-check";
import { fakeId, type Forger, now } from "./forge.ts";
import type { Scenes } from "./scenes.ts";

/** Tables that a case sets as it likes, with their guards off. */
const free = [
  "person",
  "role_grant",
  "contributor",
  "decision",
  "model",
  "version",
  "policy",
  "policy_revision",
  "review",
] as const;
const evidence = "e".repeat(64);
const conditionsSha = "c".repeat(64);
const names = ["priya", "daniel", "ada", "liwei", "sofia", "ruth", "tomas"] as const;
const name = fc.constantFrom(...names);
const role = fc.constantFrom<Role>("validator", "approver");
const tier = fc.constantFrom<Tier>("T1", "T2", "T4");
const often = <T>(usual: T, other: T) => fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, fc.constant(other));

const signOff = fc.record<SignOff>({
  role,
  act: fc.constantFrom("recommend", "approve", "approve"),
  count: fc.constantFrom(1, 2, 3, 0, 1.5),
  meaning: fc.constant("I sign."),
});
const everyGrant = names.flatMap((of) =>
  (["validator", "approver"] as const).map((held) => ({ name: of, role: held })),
);

/** Most of a case is in good order, so that what is off decides. */
const situation = fc.constantFrom(null, conditionsSha).chain((conditions) =>
  fc.record({
    conditions: fc.constant(conditions),
    signOffs: fc.array(signOff, { minLength: 1, maxLength: 3 }),
    decisions: fc.uniqueArray(
      fc.record({
        name,
        role,
        evidenceSha256: often(evidence, "f".repeat(64)),
        conditionsSha256: often(conditions, conditions === null ? conditionsSha : null),
        state: often("valid", "superseded"),
        act: fc.constantFrom<DecisionFact["act"]>(
          "recommend",
          conditions ? "approve_with_conditions" : "approve",
          "approve",
          "approve_with_conditions",
          "request_changes",
          "reject",
        ),
      }),
      { minLength: 3, maxLength: 7, selector: (one) => one.name },
    ),
    taken: fc.subarray(everyGrant, { maxLength: 4 }),
    ended: fc.subarray(everyGrant, { maxLength: 4 }),
    inactive: fc.subarray([...names], { maxLength: 1 }),
    contributors: fc.subarray([...names], { minLength: 1, maxLength: 3 }),
    contributorsMaySign: fc.boolean(),
    tier,
  }),
);

const scoped = fc.record({
  tiers: fc.subarray<Tier>(["T1", "T2", "T4"], { minLength: 1 }),
  environments: fc.subarray(["production", "staging"], { minLength: 1 }),
  tasks: fc.option(fc.subarray<Task>(["binary", "regression"], { minLength: 1 }), { nil: undefined }),
  models: fc.option(fc.subarray(["credit-pd", "fraud"], { minLength: 1 }), { nil: undefined }),
});
const choice = fc.record({ scopes: fc.array(scoped, { maxLength: 4 }), tier });

async function insertAll<T extends TableName>(sql: Forger, table: T, rows: Row<T>[]): Promise<void> {
  await sql.query(`insert into gov.${table} select * from jsonb_populate_recordset(null::gov.${table}, $1)`, [
    JSON.stringify(rows),
  ]);
}

/** Publishes the documents in place of all others; answers the ids of their revisions. */
async function publishAll(sql: Forger, documents: object[]): Promise<string[]> {
  await sql.query("update gov.policy_revision set state = 'superseded'");
  const ids: string[] = [];
  for (const document of documents) {
    const bytes = Buffer.from(jcsBytes(document));
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const policy = { id: fakeId("pol"), workspace_id: "wsp_default", key: fakeId("key"), created_at: now() };
    const revision = {
      id: fakeId("prv"),
      policy_id: policy.id,
      workspace_id: "wsp_default",
      number: 1,
      sha256,
      state: "published",
      proposed_by: "a",
      confirmed_by: "b",
      proposed_at: now(),
      published_at: now(),
      ended_at: null,
    };
    await sql.query("insert into audit.blob values ($1, $2) on conflict do nothing", [sha256, bytes]);
    await insertAll(sql, "policy", [policy]);
    await insertAll(sql, "policy_revision", [revision]);
    ids.push(revision.id);
  }
  return ids;
}

const fact = (
  { world }: Scenes,
  { name: of, ...rest }: { name: (typeof names)[number] } & Omit<DecisionFact, "person">,
): DecisionFact => ({ person: world.people[of], ...rest });

/** Sign-offs and dissent of one random round: as the database counts them and as packages/policy does. */
async function countBoth(
  sql: Forger,
  s: Scenes,
  one: typeof situation extends fc.Arbitrary<infer T> ? T : never,
): Promise<[unknown, unknown]> {
  const { open, world } = s;
  const policy = {
    ...worldPolicy,
    signOffs: one.signOffs,
    separation: { ...worldPolicy.separation, contributorsMaySign: one.contributorsMaySign },
  } as unknown as PolicyDocument;
  const [revision] = await publishAll(sql, [policy]);
  const grants = everyGrant.filter((grant) => !one.taken.includes(grant));
  await sql.query("update gov.review set policy_revision_id = $2 where id = $1", [open.reviewId, revision]);
  await sql.query("update gov.model set tier = $2 where id = $1", [world.modelId, one.tier]);
  await sql.query("update gov.round set evidence_sha256 = $2 where id = $1", [open.round.id, evidence]);
  await sql.query("update gov.person set state = case when id = any ($1) then 'deactivated' else 'active' end", [
    one.inactive.map((of) => world.people[of]),
  ]);
  await sql.query("delete from gov.role_grant");
  await sql.query("delete from gov.contributor where version_id = $1", [open.versionId]);
  await sql.query("delete from gov.decision where round_id = $1", [open.round.id]);
  const grant = {
    workspace_id: "wsp_default",
    bootstrap: false,
    granted_by: null,
    confirmed_by: null,
    granted_at: now(),
    confirmed_at: null,
    ended_at: null,
  };
  await insertAll(
    sql,
    "role_grant",
    grants.map((of) => ({
      id: fakeId("grn"),
      person_id: world.people[of.name],
      role: of.role,
      state: one.ended.includes(of) ? "revoked" : "active",
      ...grant,
    })),
  );
  await insertAll(
    sql,
    "contributor",
    one.contributors.map((of) => ({
      id: fakeId("ctr"),
      version_id: open.versionId,
      kind: "trainer",
      address: null,
      person_id: world.people[of],
      mapped_by: null,
    })),
  );
  await insertAll(
    sql,
    "decision",
    one.decisions.map((of) => ({
      id: fakeId("dec"),
      review_id: open.reviewId,
      round_id: open.round.id,
      person_id: world.people[of.name],
      role: of.role,
      act: of.act,
      evidence_sha256: of.evidenceSha256,
      conditions_sha256: of.conditionsSha256,
      statement_sha256: evidence,
      reason: null,
      state: of.state,
      authenticated_at: now(),
      signed_at: now(),
      ended_at: null,
    })),
  );
  const inSql = await sql.query(
    "select role, act, have, have < need as missing, nullif(need, 'Infinity') as need from gov.sign_offs($1, $2)",
    [open.reviewId, one.conditions],
  );
  const against = await sql.query(
    "select person_id from gov.counting($1, $2) where act in ('reject', 'request_changes') order by 1",
    [open.reviewId, one.conditions],
  );
  const rolesInForce: Record<string, Role[]> = {};
  for (const of of grants) if (!one.ended.includes(of)) (rolesInForce[world.people[of.name]] ??= []).push(of.role);
  const input = {
    decisions: one.decisions.map((of) => fact(s, of)),
    rolesInForce,
    activePeople: names.filter((of) => !one.inactive.includes(of)).map((of) => world.people[of]),
    model: { tier: one.tier },
    version: { contributors: one.contributors.map((of) => ({ kind: "trainer", person: world.people[of] })) },
    round: { evidenceSha256: evidence },
    conditions: one.conditions === null ? null : { sha256: one.conditions },
  } as unknown as EvaluateInput;
  const counted = countDecisions(policy, input);
  return [
    [
      inSql.rows.map((row) => ({
        ...row,
        have: Number(row["have"]),
        need: row["need"] === null ? null : Number(row["need"]),
      })),
      against.rows.map((row) => row["person_id"]),
    ],
    [
      countSignOffs(policy, counted).map(({ role: of, act, have, need }) => ({
        role: of,
        act,
        have,
        missing: have < need,
        need: need === Number.MAX_SAFE_INTEGER ? null : need,
      })),
      counted
        .filter((of) => of.discounted === null && sideOf(of.act) === null)
        .map((of) => of.person)
        .toSorted(),
    ],
  ];
}

/** The policy that applies to a version, of random published ones: chosen by the database and by packages/policy. */
async function chooseBoth(
  sql: Forger,
  { open, world }: Scenes,
  one: typeof choice extends fc.Arbitrary<infer T> ? T : never,
): Promise<[unknown, unknown]> {
  const documents = one.scopes.map((appliesTo, index) => ({
    ...worldPolicy,
    key: String(index),
    appliesTo: JSON.parse(JSON.stringify(appliesTo)) as typeof appliesTo,
  }));
  const ids = await publishAll(sql, documents);
  await sql.query("update gov.model set tier = $2 where id = $1", [world.modelId, one.tier]);
  const chosen = await sql.query("select gov.policy_for($1, $2) as id", [open.versionId, open.review.environment_id]);
  const selection = selectPolicy(documents as unknown as PolicyDocument[], {
    tier: one.tier,
    environment: "production",
    task: "binary",
    model: "credit-pd",
  });
  return [chosen.rows[0]?.["id"] ?? null, selection.ok ? ids[Number(selection.policy.key)] : null];
}

async function agree<T>(
  sql: Forger,
  scenes: Scenes,
  cases: fc.Arbitrary<T>,
  runs: number,
  both: (sql: Forger, scenes: Scenes, one: T) => Promise<[unknown, unknown]>,
): Promise<void> {
  for (const table of free) await sql.query(`alter table gov.${table} disable trigger user`);
  await sql.query("alter table gov.round disable trigger user");
  await fc.assert(
    fc.asyncProperty(cases, async (one) => {
      await sql.query("savepoint one_case");
      try {
        const [inSql, inPolicy] = await both(sql, scenes, one);
        if (JSON.stringify(inSql) !== JSON.stringify(inPolicy))
          throw new Error(`the database says ${JSON.stringify(inSql)}, the policy ${JSON.stringify(inPolicy)}`);
      } finally {
        await sql.query("rollback to savepoint one_case");
      }
    }),
    { numRuns: runs, seed: 4127, endOnFailure: true },
  );
  throw new Error("agreed");
}

export const countsAgree = (sql: Forger, scenes: Scenes, runs: number): Promise<void> =>
  agree(sql, scenes, situation, runs, countBoth);
export const choicesAgree = (sql: Forger, scenes: Scenes, runs: number): Promise<void> =>
  agree(sql, scenes, choice, runs, chooseBoth);
