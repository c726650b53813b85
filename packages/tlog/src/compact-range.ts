import { emptyRoot, isSize, nodeHash } from "./hash.ts";

/**
 * The first `size` leaves reduced to the roots of their perfect subtrees, largest first:
 * one hash per set bit of `size`, enough to append and to know the root.
 */
export interface CompactRange {
  readonly size: number;
  readonly hashes: readonly Uint8Array[];
}

export const emptyRange: CompactRange = { size: 0, hashes: [] };

/** The range after further leaf hashes. O(leaves). */
export function appendHashes(range: CompactRange, leaves: Iterable<Uint8Array>): CompactRange {
  const hashes = [...range.hashes];
  let size = range.size;
  for (const leaf of leaves) {
    let hash = leaf;
    // Sizes go up to 2^53, beyond what bit operators hold.
    for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) hash = nodeHash(hashes.pop() ?? hash, hash);
    hashes.push(hash);
    size++;
  }
  return { size, hashes };
}

/** Root of the range as a tree of its own (RFC 6962 §2.1). */
export function rangeRoot(range: CompactRange): Uint8Array {
  return (
    range.hashes.reduceRight<Uint8Array | null>((right, left) => (right ? nodeHash(left, right) : left), null) ??
    emptyRoot()
  );
}

/** Whether a range read from storage has the shape its size asks for. */
export function isRange(range: CompactRange): boolean {
  if (!isSize(range.size)) return false;
  const bits = range.size.toString(2).replaceAll("0", "").length;
  return range.hashes.length === bits && range.hashes.every((hash) => hash.length === 32);
}
