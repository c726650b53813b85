import { isSize, nodeHash, sameHash } from "./hash.ts";

/** More than any tree of up to 2^53 leaves needs. */
const longest = 64;

const wellFormed = (proof: readonly Uint8Array[]): boolean =>
  proof.length <= longest && proof.every((hash) => hash.length === 32);
const odd = (n: number): boolean => n % 2 === 1;
const half = (n: number): number => Math.floor(n / 2);

/**
 * Whether `proof` shows the leaf with this hash at `index` of the tree of `size` leaves and root `root`
 * (RFC 9162 §2.1.3.2). A proof that is longer or shorter than needed is refused. Total.
 */
export function verifyInclusion(args: {
  index: number;
  size: number;
  leaf: Uint8Array;
  proof: readonly Uint8Array[];
  root: Uint8Array;
}): boolean {
  const { index, size, leaf, proof, root } = args;
  if (!isSize(index) || !isSize(size) || index >= size || leaf.length !== 32 || !wellFormed(proof)) return false;
  let at = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (odd(at) || at === last) {
      hash = nodeHash(sibling, hash);
      // At the right edge: levels where the node has no sibling take no hash.
      while (!odd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && sameHash(hash, root);
}

/**
 * Whether `proof` shows that the tree (size1, root1) is a prefix of (size2, root2) (RFC 9162 §2.1.4.2).
 * An empty first tree is a prefix of everything and proves nothing: refused. Total.
 */
export function verifyConsistency(args: {
  size1: number;
  size2: number;
  root1: Uint8Array;
  root2: Uint8Array;
  proof: readonly Uint8Array[];
}): boolean {
  const { size1, size2, root1, root2, proof } = args;
  if (!isSize(size1) || !isSize(size2) || size1 < 1 || size1 > size2 || !wellFormed(proof)) return false;
  if (size1 === size2) return proof.length === 0 && sameHash(root1, root2);
  let at = size1 - 1;
  let last = size2 - 1;
  while (odd(at)) [at, last] = [half(at), half(last)];
  // The first tree is one perfect subtree when nothing is left of it; its root then starts both chains.
  const path = at === 0 ? [root1, ...proof] : proof;
  const [start, ...rest] = path;
  if (!start || start.length !== 32 || proof.length === 0) return false;
  let hash1 = start;
  let hash2 = start;
  for (const hash of rest) {
    if (last === 0) return false;
    if (odd(at) || at === last) {
      hash1 = nodeHash(hash, hash1);
      hash2 = nodeHash(hash, hash2);
      while (!odd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      hash2 = nodeHash(hash2, hash);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && sameHash(hash1, root1) && sameHash(hash2, root2);
}
