import { emptyRoot, isSize, nodeHash } from "./hash.ts";

/**
 * Hash of the perfect subtree over leaves [index·2^level, (index+1)·2^level), from memory or from tiles.
 * Throws RangeError where the source does not hold it.
 */
export type Subtrees = (level: number, index: number) => Uint8Array;

/** Largest power of two below n, n > 1 (the split of RFC 6962 §2.1). */
function split(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** Root over leaves [from, to). Every part that is perfect is asked for, only the right edge is hashed. */
function rangeHash(from: number, to: number, subtrees: Subtrees): Uint8Array {
  const width = to - from;
  const level = Math.round(Math.log2(width));
  if (2 ** level === width) return subtrees(level, from / width);
  const k = split(width);
  return nodeHash(rangeHash(from, from + k, subtrees), rangeHash(from + k, to, subtrees));
}

/** Root of the tree of `size` leaves. */
export function treeRoot(size: number, subtrees: Subtrees): Uint8Array {
  if (!isSize(size)) throw new RangeError(`a tree of ${String(size)} leaves`);
  return size === 0 ? emptyRoot() : rangeHash(0, size, subtrees);
}

/** PATH(m, D[n]) of RFC 6962 §2.1.1, leaf's sibling first. Throws RangeError when index >= size. */
export function inclusionProof(index: number, size: number, subtrees: Subtrees): Uint8Array[] {
  if (!isSize(index) || !isSize(size) || index >= size) throw new RangeError(`leaf ${index} of ${size}`);
  const proof: Uint8Array[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + split(to - from);
    if (index < middle) {
      proof.push(rangeHash(middle, to, subtrees));
      to = middle;
    } else {
      proof.push(rangeHash(from, middle, subtrees));
      from = middle;
    }
  }
  return proof.reverse();
}

/** PROOF(m, D[n]) of RFC 6962 §2.1.2. Throws RangeError unless 1 <= size1 <= size2. */
export function consistencyProof(size1: number, size2: number, subtrees: Subtrees): Uint8Array[] {
  if (!isSize(size1) || !isSize(size2) || size1 < 1 || size1 > size2)
    throw new RangeError(`sizes ${size1} and ${size2}`);
  const proof: Uint8Array[] = [];
  let [from, to] = [0, size2];
  while (to !== size1) {
    const middle = from + split(to - from);
    if (size1 <= middle) {
      proof.push(rangeHash(middle, to, subtrees));
      to = middle;
    } else {
      proof.push(rangeHash(from, middle, subtrees));
      from = middle;
    }
  }
  // Where the old tree is this very subtree, its root is known to the reader and not sent.
  if (from > 0) proof.push(rangeHash(from, to, subtrees));
  return proof.reverse();
}

/** Subtrees of leaf hashes held in memory: for bundles and tests. Levels are hashed once. */
export function memorySubtrees(leaves: readonly Uint8Array[]): Subtrees {
  const levels: Uint8Array[][] = [[...leaves]];
  for (let below = levels[0] ?? []; below.length > 1;) {
    const above: Uint8Array[] = [];
    for (let i = 0; i + 1 < below.length; i += 2)
      above.push(nodeHash(below[i] ?? emptyRoot(), below[i + 1] ?? emptyRoot()));
    levels.push(above);
    below = above;
  }
  return (level, index) => {
    const hash = levels[level]?.[index];
    if (!hash) throw new RangeError(`no subtree ${level}/${index}`);
    return hash;
  };
}
