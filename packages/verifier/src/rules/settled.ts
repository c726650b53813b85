import { rowText, type TableName, tables } from "@countersign/record";
import { phrase } from "@countersign/words";
import { changes, type Moment } from "./moment.ts";

/** Columns that may change after a row's first record; all others are settled by it. */
const open: { [T in TableName]: readonly string[] } = {
  instance: ["state", "live_at"],
  person: ["state", "name", "email"],
  workspace: ["title"],
  environment: ["title", "protects"],
  role_grant: ["state", "confirmed_by", "confirmed_at", "ended_at"],
  token: ["state", "generation", "expires_at", "ended_at"],
  policy: [],
  policy_revision: ["state", "confirmed_by", "published_at", "ended_at"],
  model: ["title", "purpose", "state", "tier", "tier_answers", "owner_id", "next_number"],
  version: ["state", "description", "manifest_sha256", "identity", "frozen_at"],
  version_file: [],
  version_part: [],
  contributor: ["person_id", "mapped_by"],
  review: ["state", "round", "ended_at"],
  round: ["state", "evidence_sha256", "sealed_at", "closed_at"],
  check_run: ["state", "status", "verdict", "outcome", "result_sha256", "ended_at"],
  section_mark: ["state"],
  comment: [],
  assignment: ["state", "ended_at"],
  finding: ["state", "answer", "answered_by", "resolution", "closed_by", "answered_at", "closed_at"],
  condition_set: ["state"],
  condition: ["state", "evidence", "given_by", "given_at", "accepted_by", "accepted_at"],
  decision: ["state", "ended_at"],
  approval: ["state", "ended_at"],
  alias: ["version_id", "approval_id", "moved_by", "moved_at"],
  evidence_export: [],
};

/** Columns that are filled once. */
const once: { [T in TableName]?: readonly string[] } = {
  instance: ["live_at"],
  role_grant: ["confirmed_by"],
  policy_revision: ["confirmed_by", "published_at"],
  version: ["manifest_sha256", "identity", "frozen_at"],
  contributor: ["person_id"],
  check_run: ["status", "verdict", "outcome", "result_sha256", "ended_at"],
  review: ["ended_at"],
  decision: ["ended_at"],
  approval: ["ended_at"],
};

/** States from which a row does not come back. */
const ended: { [T in TableName]?: readonly string[] } = {
  instance: ["live"],
  person: ["deactivated"],
  role_grant: ["revoked"],
  token: ["revoked"],
  policy_revision: ["superseded"],
  version: ["retired"],
  review: ["approved", "approved_with_conditions", "rejected", "withdrawn"],
  round: ["closed", "superseded"],
  check_run: ["superseded"],
  assignment: ["ended"],
  finding: ["closed"],
  condition_set: ["superseded"],
  condition: ["superseded", "accepted"],
  decision: ["superseded", "withdrawn"],
  approval: ["stale", "expired", "revoked"],
};

/** V11: what a first record settles, no later one changes; what has ended stays ended; frozen content takes no file. */
export function settledStays(moment: Moment): void {
  for (const table of new Set(moment.leaf.core.rows.map((image) => image.t))) {
    for (const { after, before } of changes(moment, table)) {
      if (before) compare(moment, table, before as unknown as Columns, after as unknown as Columns);
    }
  }
  for (const { after } of changes(moment, "version_file")) {
    if (moment.state.version.get(after.version_id)?.state !== "draft")
      moment.object("row_rewritten", phrase("a file joins {version}, which is frozen", { version: after.version_id }));
  }
}

type Columns = { [column: string]: never };

function compare(moment: Moment, table: TableName, before: Columns, after: Columns): void {
  const id = String(after["id"]);
  for (const column of Object.keys(tables[table].columns)) {
    const [was, is] = [rowText({ value: before[column] ?? null }), rowText({ value: after[column] ?? null })];
    const may = open[table].includes(column) && (before[column] === null || !once[table]?.includes(column));
    if (was !== is && !may) moment.object("row_rewritten", `${table} ${id}: ${column}`);
  }
  if (ended[table]?.includes(String(before["state"])) && before["state"] !== after["state"])
    moment.object("row_rewritten", phrase("{table} {id} comes back after it ended", { table, id }));
}
