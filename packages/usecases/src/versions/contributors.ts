import { row, sql } from "@countersign/db";
import type { Submission } from "@countersign/domain";
import type { Row } from "@countersign/db";
import type { Run } from "../kernel/command.ts";

/**
 * Who built a version: the token's owner, the submitter, the declared trainer and committers. An address that
 * belongs to nobody here stays unmapped and blocks; none declared at all counts as one unmapped contributor.
 */
export async function contributorsOf(
  run: Run,
  version: Row<"version">,
  submission: Submission,
): Promise<Row<"contributor">[]> {
  const found: Row<"contributor">[] = [];
  const add = (kind: string, person: string | null, address: string | null) => {
    found.push({ id: run.deps.id("ctr"), version_id: version.id, kind, address, person_id: person, mapped_by: null });
  };
  const token = version.token_id ? await row(run.tx, "token", version.token_id) : null;
  if (token) add("owner", token.owner_id, null);
  add("submitter", run.known.personId, null);
  if (version.drafted_by !== run.known.personId) add("submitter", version.drafted_by, null);
  const declared = [
    ...(submission.run?.trainer ? [["trainer", submission.run.trainer] as const] : []),
    ...(submission.run?.committers ?? []).map((address) => ["committer", address] as const),
  ];
  for (const [kind, address] of declared)
    add(kind, await personWithAddress(run, address), await run.hide("address", address));
  if (declared.length === 0) add("undeclared", null, null);
  return found;
}

async function personWithAddress(run: Run, address: string): Promise<string | null> {
  const found = await run.tx.db.execute<{ person_id: string }>(
    sql`select person_id from ops.account where email = ${address.trim().toLowerCase()}`,
  );
  return found.rows[0]?.person_id ?? null;
}
