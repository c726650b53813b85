import { rows, sql } from "@countersign/db";
import {
  type Act,
  decodeLeaf,
  differences,
  encodeLeaf,
  type EventCore,
  type Leaf,
  replay,
  type ReplayProblem,
  type Row,
  type TableName,
  tableNames,
} from "@countersign/record";
import type { World } from "@countersign/testing";

export interface Rebuilt {
  differences: string[];
  problems: ReplayProblem[];
  leaves: number;
  rows: number;
  /** Digests that a replayed row or event names, without their text or document. */
  missing: string[];
  disclosures: number;
  blobs: number;
}

/** Rebuilds every governed table from the bytes of all events, as leaves of a log, and compares it with the database. `leave`: an act whose leaves are left out. */
export async function rebuild(world: World, leave?: Act): Promise<Rebuilt> {
  const { db } = world.deps.database;
  const events = await db.execute<{ core: Buffer; at: string; tx: string; usr: string }>(sql`
    select core, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, tx::text, usr::text from audit.event order by id`);
  const leaves = events.rows.map(({ core, at, tx, usr }, idx): Leaf => {
    const read = decodeLeaf(
      encodeLeaf({
        v: 1,
        log: "test.log",
        idx,
        db: { at, tx, usr },
        core: JSON.parse(core.toString("utf8")) as EventCore,
      }),
    );
    if (!read.ok) throw new Error(`event ${idx} is no leaf: ${read.problem}`);
    return read.leaf;
  });
  const replayed = replay(leaves.filter((leaf) => leaf.core.act !== leave));
  const stored: Partial<Record<TableName, unknown[]>> = {};
  for (const table of tableNames) stored[table] = await rows(world.deps.database, table, {}, { limit: 1_000_000 });
  const texts = new Set(
    (await db.execute<{ digest: string }>(sql`select digest from audit.disclosure`)).rows.map((row) => row.digest),
  );
  const documents = new Set(
    (await db.execute<{ sha256: string }>(sql`select sha256 from audit.blob`)).rows.map((row) => row.sha256),
  );
  const named = leaves.flatMap((leaf) => leaf.core.pii);
  const { state } = replayed;
  const kept = [
    ...[...state.policy_revision.values()].map((row) => row.sha256),
    ...[...state.version.values()].flatMap((row) => [row.submission_sha256, row.manifest_sha256]),
    ...[...state.round.values()].map((row) => row.evidence_sha256),
    ...[...state.check_run.values()].map((row) => row.result_sha256),
    ...[...state.decision.values()].map((row) => row.statement_sha256),
  ].filter((sha256) => sha256 !== null);
  return {
    differences: differences(replayed.state, stored as { [T in TableName]: Row<T>[] }),
    problems: replayed.problems,
    leaves: leaves.length,
    rows: Object.values(stored).reduce((sum, table) => sum + table.length, 0),
    missing: [...named.filter((digest) => !texts.has(digest)), ...kept.filter((sha256) => !documents.has(sha256))],
    disclosures: named.length,
    blobs: kept.length,
  };
}
