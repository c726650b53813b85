import { type TableName, tableNames, tables } from "@countersign/record";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fakeId, guardOf, now, transaction } from "./forge.ts";
import { buildScenes, type Scenes } from "./scenes.ts";

let scenes: Scenes;
let pool: pg.Pool;
beforeAll(async () => {
  scenes = await buildScenes();
  pool = scenes.world.database.admin.pool;
  const { open } = scenes;
  const stored = await transaction(scenes.world.database.as("countersign_app").pool, scenes.world.people.ruth, async (sql) =>
    sql.record(await sql.insert("evidence_export", { id: fakeId("exp"), version_id: open.versionId, workspace_id: "wsp_default", manifest_sha256: "a".repeat(64), log_size: 1, heads: {}, requested_by: scenes.world.people.ruth, created_at: now() })));
  expect(stored).toBeNull();
});
afterAll(() => scenes.world.end());

/** What the server says to the statements, as its superuser and with our own triggers off: constraints alone. */
async function meets(table: string, ...statements: string[]): Promise<string> {
  return guardOf(await transaction(pool, "", async (sql) => {
    await sql.query(`alter table ${table} disable trigger user`);
    for (const statement of statements) await sql.query(statement);
    await sql.query("set constraints all immediate");
    throw new Error("held by nothing");
  }));
}

/** Sets columns of one row. */
const bad = (constraint: string, table: string, set: string, where = "true") => ({ constraint, table, statement: `update ${table} set ${set} where ctid = (select ctid from ${table} where ${where} limit 1)` });

/** Stores a row again under another id. */
const twin = (constraint: string, table: TableName, where = "true", change: Record<string, string> = {}) => {
  const columns = Object.keys(tables[table].columns);
  const values = columns.map((column) => (column === "id" ? `'${fakeId("two")}'` : change[column] ?? column));
  return { constraint, table: `gov.${table}`, statement: `insert into gov.${table} (${columns.join(", ")}) select ${values.join(", ")} from gov.${table} where ${where} limit 1` };
};

const stated: TableName[] = ["instance", "person", "role_grant", "token", "policy_revision", "model", "version", "review", "round", "check_run", "section_mark", "finding", "condition_set", "condition", "decision", "approval"];

/** Every rule that stands as a constraint, with what breaks it. */
const rules = [
  ...stated.map((table) => bad(`${table}_state_check`, `gov.${table}`, "state = 'whatever'")),
  bad("instant_check", "gov.person", "created_at = '2026-03-01'"),
  bad("sha256_check", "gov.version_file", "sha256 = 'ABC'"),
  bad("disclosure_digest_check", "gov.comment", "body = 'in clear'"),
  bad("instance_id_check", "gov.instance", "id = 'second'"),
  bad("role_grant_role_check", "gov.role_grant", "role = 'owner'"),
  bad("model_task_check", "gov.model", "task = 'ranking'"),
  bad("model_tier_check", "gov.model", "tier = 'T0'"),
  bad("version_label_check", "gov.version", "label = '12'"),
  bad("version_check", "gov.version", "identity = null", "state = 'frozen'"),
  bad("round_check", "gov.round", "evidence_sha256 = null", "state = 'sealed'"),
  bad("check_run_check", "gov.check_run", "verdict = null", "state = 'ended'"),
  bad("check_run_verdict_check", "gov.check_run", "verdict = 'fine'"),
  bad("check_run_outcome_check", "gov.check_run", "outcome = 'none'"),
  bad("finding_severity_check", "gov.finding", "severity = 'minor'"),
  bad("decision_act_check", "gov.decision", "act = 'abstain'"),
  bad("stream_sver_check", "audit.stream", "sver = 0"),
  bad("event_core_check", "audit.event", "core = ''"),
  bad("tree_id_check", "audit.tree", "id = false"),
  bad("tree_size_check", "audit.tree", "size = -1"),
  bad("leaf_bytes_check", "audit.leaf", "bytes = convert_to(repeat('x', 65536), 'UTF8')"),
  bad("leaf_hash_check", "audit.leaf", "hash = 'short'"),
  bad("tile_hashes_check", "audit.tile", "hashes = 'short'"),
  bad("disclosure_check", "audit.disclosure", "encoded = 'other'"),
  bad("disclosure_encoded_check", "audit.disclosure", "encoded = repeat('x', 131073), digest = rtrim(translate(encode(sha256(convert_to(repeat('x', 131073), 'UTF8')), 'base64'), '+/', '-_'), '=')"),
  bad("blob_check", "audit.blob", "bytes = 'other'"),
  bad("blob_bytes_check", "audit.blob", "bytes = convert_to(repeat('x', 16777217), 'UTF8'), sha256 = encode(sha256(convert_to(repeat('x', 16777217), 'UTF8')), 'hex')"),
  bad("pending_id_fkey", "audit.pending", "id = -1"),
  ...([
    ["role_grant", "person_id"], ["role_grant", "workspace_id"], ["token", "owner_id"], ["token", "workspace_id"], 
    ["model", "owner_id"], ["version", "token_id"], ["version_file", "version_id"], ["version_part", "version_id"], ["contributor", "person_id"],
    ["contributor", "version_id"], ["review", "policy_revision_id"], ["round", "base_version_id"], ["section_mark", "person_id"], ["comment", "person_id"],
    ["finding", "owner_id"], ["condition", "owner_id"], ["decision", "person_id"], ["alias", "approval_id"], ["evidence_export", "version_id"], ["evidence_export", "workspace_id"],
  ] as const).map(([table, column]) => bad(`${table}_${column}_fkey`, `gov.${table}`, `${column} = 'nowhere'`)),
  ...(["environment", "policy", "model"] as const).map((table) => twin(`${table}_workspace_id_fkey`, table, "true", { workspace_id: "'nowhere'" })),
  twin("round_review_id_fkey", "round", "true", { review_id: "'nowhere'" }),
  bad("policy_revision_of_policy", "gov.policy_revision", "workspace_id = 'nowhere'"),
  bad("version_of_model", "gov.version", "workspace_id = 'nowhere'", "state = 'draft'"),
  bad("version_of_model", "gov.version", "task = 'regression'", "state = 'draft'"),
  bad("review_of_version", "gov.review", "model_id = 'nowhere'"),
  bad("review_of_environment", "gov.review", "environment_id = 'nowhere'"),
  bad("alias_of_version", "gov.alias", "version_id = 'nowhere'"),
  ...(["check_run", "section_mark", "comment", "finding", "condition_set"] as const).map((table) => bad(`${table}_of_round`, `gov.${table}`, "round_id = 'nowhere'")),
  bad("condition_of_set", "gov.condition", "set_id = 'nowhere'"),
  twin("workspace_key", "workspace"),
  twin("environment_key", "environment"),
  twin("policy_key", "policy"),
  twin("policy_revision_policy_id_number_key", "policy_revision"),
  twin("policy_published", "policy_revision", "state = 'published'", { number: "99" }),
  twin("model_key", "model"),
  twin("version_model_id_number_key", "version"),
  twin("version_label", "version", "label is not null", { number: "999" }),
  twin("version_path", "version_file"),
  twin("version_part_once", "version_part"),
  twin("alias_name", "alias"),
  twin("role_grant_once", "role_grant", "state = 'active'"),
  twin("review_open", "review", "state = 'in_validation'"),
  twin("approval_valid", "approval", "state = 'valid'"),
  twin("round_review_id_number_key", "round"),
  twin("round_open", "round", "state = 'sealed'", { number: "99" }),
  twin("check_run_round_id_check_key_attempt_key", "check_run"),
  twin("check_run_current", "check_run", "state = 'ended'", { attempt: "99" }),
  twin("mark_once", "section_mark", "state = 'valid'"),
  twin("finding_review_id_number_key", "finding"),
  twin("condition_set_review_id_revision_key", "condition_set"),
  twin("condition_set_current", "condition_set", "state = 'proposed'", { revision: "99" }),
  twin("decision_once", "decision", "state = 'valid'"),
  { constraint: "event_event_id_key", table: "audit.event", statement: "insert into audit.event (event_id, stream, sver, core) select event_id, stream, sver + 1000, core from audit.event limit 1" },
  { constraint: "event_stream_sver_key", table: "audit.event", statement: "insert into audit.event (event_id, stream, sver, core) select 'evt_two', stream, sver, core from audit.event limit 1" },
  { constraint: "leaf_event_id_key", table: "audit.leaf", statement: "insert into audit.leaf select 1, event_id, bytes, hash from audit.leaf" },
];

const log = [
  "insert into audit.leaf values (0, 'evt_x', 'x', sha256('x'))", "insert into audit.tile values (0, 0, sha256('x'))", "insert into audit.tree (origin, size, root) values ('test.log', 1, sha256('x'))",
  "insert into audit.checkpoint (size, note) values (1, 'test.log')",
];

test.each(rules)("$constraint holds on $table: $statement", async ({ constraint, table, statement }) => {
  expect(await meets(table, ...log, statement)).toBe(constraint);
});

describe.each(tableNames)("gov.%s", (table) => {
  test("no row is ever deleted, not even by the owner", async () => {
    expect(guardOf(await transaction(pool, "", (sql) => sql.query(`delete from gov.${table}`)))).toBe("no_delete");
  });

  test("it is never emptied, not even by the owner", async () => {
    const error = await transaction(pool, "", (sql) => sql.query(`truncate gov.${table} cascade`));
    expect((error as Error).message).toBe(`countersign: TRUNCATE on gov.${table} is refused`);
  });

  test("no row changes without its event", async () => {
    const error = await transaction(pool, "", async (sql) => {
      await sql.query(`alter table gov.${table} disable trigger guard`);
      const touched = await sql.query(`update gov.${table} set id = id where id = (select id from gov.${table} limit 1)`);
      if (touched.rowCount !== 1) throw new Error(`no row of ${table} to try with`);
    });
    expect(guardOf(error)).toBe("require_event");
  });

  test("a row has one id", async () => {
    expect(await meets(`gov.${table}`, `insert into gov.${table} select * from gov.${table} limit 1`)).toBe(`${table}_pkey`);
  });

  test("what replay needs is never empty", async () => {
    for (const [column, kind] of Object.entries<string>(tables[table].columns)) {
      if (!kind.endsWith("?")) expect(await meets(`gov.${table}`, `update gov.${table} set ${column} = null`)).toContain(`"${column}" of relation "${table}" violates not-null`);
    }
  });
});

describe("the log's own tables, for their owner too", () => {
  test.each(["event", "leaf", "checkpoint", "blob", "stream", "tile", "tree", "disclosure", "pending"])("audit.%s is never emptied", async (table) => {
    const error = await transaction(pool, "", (sql) => sql.query(`truncate audit.${table} cascade`));
    expect((error as Error).message).toBe(`countersign: TRUNCATE on audit.${table} is refused`);
  });

  test.each(["event", "leaf", "checkpoint", "blob"])("a row of audit.%s is neither changed nor deleted", async (table) => {
    for (const statement of [`delete from audit.${table}`, `update audit.${table} set ${table === "blob" ? "sha256 = sha256" : table === "checkpoint" ? "note = note" : "event_id = event_id"}`]) {
      expect(guardOf(await transaction(pool, "", async (sql) => {
        for (const row of log) await sql.query(row);
        await sql.query(statement);
      }))).toBe("no_change");
    }
  });

  test.each(["event", "leaf", "checkpoint", "blob", "stream", "tile", "tree", "disclosure", "pending"])("a row of audit.%s has one key", async (table) => {
    expect(await meets(`audit.${table}`, ...log, `insert into audit.${table} ${table === "event" ? "overriding system value" : ""} select * from audit.${table} limit 1`)).toBe(`${table}_pkey`);
  });
});
