import { fromUtf8 } from "@countersign/canonical";
import type { LogHead, NotaryDatabase } from "@countersign/db/notary";
import {
  appendHashes,
  leafHash,
  rangeRoot,
  sameHash,
  signCheckpoint,
  verifyCheckpoint,
  type CompactRange,
} from "@countersign/tlog";
import type { Identity } from "./key.ts";
import { placeOf } from "./leaf-bytes.ts";
import { NotaryRefusal } from "./refusal.ts";

/**
 * Signs the committed tree, after recomputing it from the bytes of its entries. In this order: recompute,
 * compare, move the mark outside the database, sign. A crash in between signs the same tree again.
 * Answers the size that is now signed; throws NotaryRefusal where the database is not what was signed before.
 */
export async function sign(db: NotaryDatabase, head: LogHead, identity: Identity): Promise<number> {
  const { mark, signer } = identity;
  const published = readPublished(head, identity);
  if (head.size < mark.range.size) {
    throw new NotaryRefusal(
      "LOG_ROLLBACK",
      `the database holds ${head.size} entries, ${mark.range.size} were signed. It was restored from an older copy; bring the missing entries back before the notary starts again.`,
    );
  }
  const range = await recompute(db, mark.range, head);
  if (!sameHash(rangeRoot(range), head.root)) {
    throw new NotaryRefusal(
      "LOG_FORK",
      head.size === mark.range.size
        ? `the tree of ${head.size} entries has another root than the one that was signed.`
        : `the tree of ${head.size} entries does not follow from the ${mark.range.size} that were signed and the bytes of the entries after them.`,
    );
  }
  if (range.size > mark.range.size) await mark.advance(range);
  if (published !== range.size) {
    await db.publish(range.size, signCheckpoint({ origin: signer.name, size: range.size, root: head.root }, [signer]));
  }
  return range.size;
}

/** Size of the newest checkpoint in the database; it must be this key's, and not beyond the mark. */
function readPublished(head: LogHead, { mark, signer }: Identity): number | null {
  if (head.origin !== signer.name)
    throw new NotaryRefusal(
      "LOG_ORIGIN",
      `the database holds the log ${head.origin}, this notary is for ${signer.name}.`,
    );
  if (head.note === null) return null;
  const verified = verifyCheckpoint(head.note, signer);
  if (!verified.ok) {
    throw new NotaryRefusal(
      "LOG_KEY",
      `the database's newest checkpoint is not by this notary's key (${verified.problem}). Restore the notary's folder.`,
    );
  }
  if (verified.checkpoint.size > mark.range.size) {
    throw new NotaryRefusal(
      "LOG_ROLLBACK",
      `${verified.checkpoint.size} entries were signed, but mark.json knows of ${mark.range.size}. Restore its newest copy.`,
    );
  }
  return verified.checkpoint.size;
}

async function recompute(db: NotaryDatabase, from: CompactRange, head: LogHead): Promise<CompactRange> {
  let range = from;
  while (range.size < head.size) {
    const leaves = await db.leaves(range.size, head.size, 1024);
    if (leaves.length === 0) throw new NotaryRefusal("LOG_FORK", `entry ${range.size} is missing from the database.`);
    for (const [i, leaf] of leaves.entries()) {
      const idx = range.size + i;
      if (leaf.idx !== idx) throw new NotaryRefusal("LOG_FORK", `entry ${idx} is missing from the database.`);
      if (!endsWith(leaf.bytes, placeOf(idx, head.origin)))
        throw new NotaryRefusal("LOG_FORK", `entry ${idx} names another place or log.`);
    }
    range = appendHashes(
      range,
      leaves.map((leaf) => leafHash(leaf.bytes)),
    );
  }
  return range;
}

const endsWith = (bytes: Uint8Array, text: string): boolean =>
  fromUtf8(bytes.subarray(Math.max(0, bytes.length - text.length))) === text;
