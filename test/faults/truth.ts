import { connect, leavesFrom, newestCheckpoint, type Row, rows, type TableName } from "@countersign/db";
import { decodeLeaf, differences, type Leaf, replay, tableNames } from "@countersign/record";
import {
  appendHashes,
  emptyRange,
  leafHash,
  parseVkey,
  rangeRoot,
  sameHash,
  verifyCheckpoint,
} from "@countersign/tlog";
import type { Ready } from "../e2e/support/product.ts";
import { untilTrue } from "./until.ts";
import { select } from "../e2e/support/governed.ts";

export interface Truth {
  leaves: Leaf[];
  /** Everything that is not as it should be, a sentence each. */
  wrong: string[];
}

/** What the log says, against the governed rows, the counted streams, and the tree that the notary signed. */
export async function truth(ready: Ready): Promise<Truth> {
  await untilTrue("the notary signs all there is", async () => {
    const [state] = await select<{ done: boolean }>(
      ready,
      `select not exists (select 1 from audit.pending)
      and (select max(size) from audit.checkpoint) = (select count(*) from audit.event) as done`,
    );
    return state?.done === true;
  });
  const database = connect(ready.adminDatabaseUrl, { max: 1 });
  const stored = await leavesFrom(database, 0, 1_000_000);
  const wrong: string[] = [];
  const leaves = stored.flatMap(({ idx, bytes }) => {
    const read = decodeLeaf(bytes);
    if (!read.ok || read.leaf.idx !== idx) wrong.push(`leaf ${idx}: ${read.ok ? "another place" : read.problem}`);
    return read.ok ? [read.leaf] : [];
  });
  const { state, problems } = replay(leaves);
  wrong.push(...problems.map(({ idx, problem }) => `leaf ${idx}: ${problem}`));
  const governed = {} as { [T in TableName]: Row<T>[] };
  for (const table of tableNames)
    (governed as Record<TableName, unknown>)[table] = await rows(database, table, {}, { limit: 1_000_000 });
  wrong.push(...differences(state, governed));
  if (new Set(leaves.map((leaf) => leaf.core.id)).size !== leaves.length)
    wrong.push("an event stands in the tree twice");
  const newest = await newestCheckpoint(database);
  const key = parseVkey(ready.log.vkey);
  const signed = newest && key.ok ? verifyCheckpoint(newest.note, key.key) : null;
  const root = rangeRoot(
    appendHashes(
      emptyRange,
      stored.map(({ bytes }) => leafHash(bytes)),
    ),
  );
  if (!signed?.ok || signed.checkpoint.size !== stored.length || !sameHash(signed.checkpoint.root, root))
    wrong.push("the signed tree is not that of the leaves");
  await database.end();
  return { leaves, wrong };
}
