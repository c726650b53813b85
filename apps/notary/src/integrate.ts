import type { NotaryDatabase } from "@countersign/db/notary";
import { decodeLeaf } from "@countersign/record";
import { edgeTiles, extendTiles, leafHash, tileSubtrees, treeRoot } from "@countersign/tlog";
import { leafBytes } from "./leaf-bytes.ts";
import { NotaryRefusal } from "./refusal.ts";

/** Events integrated in one transaction; larger batches gain nothing and hold the row longer. */
export const batchSize = 4096;

/**
 * Moves a batch of committed events from the outbox into the tree, in one transaction. Answers how many.
 * `warn` hears of entries outside the vocabulary: they happened and are kept, verifiers will object to them.
 */
export async function integrate(db: NotaryDatabase, origin: string, warn: (line: string) => void): Promise<number> {
  return db.integrate(async (tx, tree) => {
    if (tree.origin !== origin)
      throw new NotaryRefusal("LOG_ORIGIN", `the database holds the log ${tree.origin}, this notary is for ${origin}.`);
    const events = await tx.take(batchSize);
    if (events.length === 0) return 0;
    const leaves = events.map((event, i) => {
      const bytes = leafBytes(event, tree.size + i, origin);
      return { idx: tree.size + i, eventId: event.eventId, bytes, hash: leafHash(bytes) };
    });
    const strange = leaves.flatMap((leaf) => problemOf(leaf.idx, leaf.bytes));
    if (strange[0])
      warn(`${strange.length} of ${leaves.length} new entries are outside the vocabulary; the first is ${strange[0]}`);
    const edge = await tx.tiles(edgeTiles(tree.size));
    const touched = extendTiles(
      tree.size,
      edge,
      leaves.map((leaf) => leaf.hash),
    );
    const size = tree.size + leaves.length;
    const tiles = new Map([...edge, ...touched].map((tile) => [`${tile.level}/${tile.n}`, tile.hashes]));
    const root = treeRoot(
      size,
      tileSubtrees((level, n) => tiles.get(`${level}/${n}`) ?? null),
    );
    await tx.write(leaves, touched);
    await tx.advance(tree.size, size, root);
    return leaves.length;
  });
}

function problemOf(idx: number, bytes: Uint8Array): string[] {
  const read = decodeLeaf(bytes);
  return read.ok ? [] : [`entry ${idx}: ${read.problem}`];
}
