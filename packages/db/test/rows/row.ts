import { type TableName, tables } from "@countersign/record";
import { fakeId, type Forger, guardOf } from "../forge.ts";

/** Statements that leave a row which breaks one rule of the schema. Given by the server's superuser: no privilege helps. */
export interface BadRow {
  /** Name of the constraint, or of the trigger with its table. */
  refusedBy: string;
  /** Table of the rule; a domain's rule is met in any. */
  table: string;
  statements: string[];
  /** Our own triggers, where one of them is what is tried. Otherwise they are off: the constraint holds alone. */
  triggers?: true;
}

/** Rows that the world has none of. */
const prelude = [
  "insert into audit.leaf values (0, 'evt_x', 'x', sha256('x'))",
  "insert into audit.tile values (0, 0, sha256('x'))",
  "insert into audit.tree (origin, size, root) values ('test.log', 1, sha256('x'))",
  "insert into audit.checkpoint (size, note) values (1, 'test.log')",
  "insert into ops.session (id_sha256, person_id, kind, expires_at) select 's', id, 'browser', now() from gov.person limit 1",
  "insert into ops.link (secret_sha256, purpose, expires_at) values ('l', 'set_up', now())",
  "insert into ops.sign_in_attempt (source) values ('192.0.2.1')",
  "insert into ops.idempotency (actor, key, command, input_sha256, result) values ('a', 'k', 'c', 'i', '{}')",
  "insert into ops.check_progress (check_run_id, worker, note) values ('c', 'w', 'n')",
  "insert into ops.saved_view select id, 'models', 'one', 'q=a' from gov.person limit 1",
  "insert into ops.preference (person_id, notices) select id, '{}' from gov.person limit 1",
  "insert into ops.practice (person_id, state) select id, 'offered' from gov.person limit 1",
  "insert into ops.notice (id, person_id, kind, thing, dedupe, facts, at) select 'n', id, 'turn', 'review:r', 'd', '{}', now() from gov.person limit 1",
  "insert into ops.notice_cursor (last_event, known, swept_until, planned_until) values (0, '{}', now(), now())",
  "insert into ops.job (id, person_id, kind, input) select 'j', id, 'trail', '{}' from gov.person limit 1",
  "insert into ops.snooze select requested_by, id, 1, now() from gov.review limit 1",
  "insert into ops.credential_reset (id, person_id, asked_by) select 'r', id, id from gov.person limit 1",
];

export async function breakRule(sql: Forger, { table, statements, triggers }: BadRow): Promise<void> {
  if (!triggers) await sql.query(`alter table ${table} disable trigger user`);
  for (const statement of [...prelude, ...statements]) await sql.query(statement);
  await sql.query("set constraints all immediate");
}

/** What refused, with its table where the name alone does not say. */
export function ruleOf(error: unknown): string {
  const fault = error as { code?: string; schema?: string; table?: string; column?: string; message: string } | null;
  if (fault?.code === "23502") return `not null ${fault.schema ?? ""}.${fault.table ?? ""}.${fault.column ?? ""}`;
  const refused = /^countersign: \w+ on (\S+) is refused$/.exec(fault?.message ?? "")?.[1];
  const incomplete = /^countersign: \w+ of (\w+) \S+ without its event$/.exec(fault?.message ?? "")?.[1];
  const place = refused ?? (incomplete && `gov.${incomplete}`);
  return place ? `${guardOf(error)} ${place}` : guardOf(error);
}

/** Sets columns of one row. */
export const bad = (refusedBy: string, table: string, set: string, where = "true"): BadRow => ({
  refusedBy,
  table,
  statements: [`update ${table} set ${set} where ctid = (select ctid from ${table} where ${where} limit 1)`],
});

/** Stores a row again under another id. */
export function twin(refusedBy: string, table: TableName, where = "true", change: Record<string, string> = {}): BadRow {
  const columns = Object.keys(tables[table].columns);
  const values = columns.map((column) => (column === "id" ? `'${fakeId("two")}'` : (change[column] ?? column)));
  return {
    refusedBy,
    table: `gov.${table}`,
    statements: [
      `insert into gov.${table} (${columns.join(", ")}) select ${values.join(", ")} from gov.${table} where ${where} limit 1`,
    ],
  };
}
