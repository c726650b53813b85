import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  appendHashes,
  consistencyProof,
  edgeTiles,
  emptyRange,
  emptyRoot,
  extendTiles,
  inclusionProof,
  isRange,
  leafHash,
  memorySubtrees,
  nodeHash,
  parseTilePath,
  rangeRoot,
  tilePath,
  tilesRead,
  tileSubtrees,
  treeRoot,
  verifyConsistency,
  verifyInclusion,
  widthAt,
  type Tile,
} from "../src/index.ts";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const leaves = (n: number): Uint8Array[] =>
  Array.from({ length: n }, (_, i) => leafHash(new Uint8Array(Buffer.from(`leaf ${i}`))));

/** MTH of RFC 6962 §2.1, as written there. */
function naive(hashes: Uint8Array[]): Uint8Array {
  if (hashes.length < 2) return hashes[0] ?? emptyRoot();
  let k = 1;
  while (k * 2 < hashes.length) k *= 2;
  return nodeHash(naive(hashes.slice(0, k)), naive(hashes.slice(k)));
}

test("published constants", () => {
  expect(hex(emptyRoot())).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  expect(hex(leafHash(new Uint8Array()))).toBe("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
  expect(hex(leafHash(new Uint8Array(Buffer.from("L123456")))).slice(0, 8)).toBe("395aa064");
});

describe("tree", () => {
  const all = leaves(600);

  test("appended in any batches, from ranges or from tiles, the root is the rebuilt one", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 5 }), (batches) => {
        let range = emptyRange;
        const tiles = new Map<string, Tile>();
        const take = (level: number, n: number): Uint8Array | null => tiles.get(`${level}/${n}`)?.hashes ?? null;
        for (const count of batches) {
          const next = all.slice(range.size, range.size + count);
          const edge = edgeTiles(range.size).map(({ level, n }) => ({
            level,
            n,
            hashes: take(level, n) ?? new Uint8Array(),
          }));
          for (const tile of extendTiles(range.size, edge, next)) tiles.set(`${tile.level}/${tile.n}`, tile);
          range = appendHashes(range, next);
          expect(isRange(range)).toBe(true);
          expect(hex(rangeRoot(range))).toBe(hex(naive(all.slice(0, range.size))));
          expect(hex(treeRoot(range.size, tileSubtrees(take)))).toBe(hex(rangeRoot(range)));
        }
        for (const tile of tiles.values())
          expect(tile.hashes.length).toBe(32 * widthAt(tile.level, tile.n, range.size));
      }),
      { numRuns: 30 },
    );
  });

  test("every inclusion and consistency proof up to 48 leaves verifies, and only in its own place", () => {
    for (let size = 1; size <= 48; size++) {
      const subtrees = memorySubtrees(all.slice(0, size));
      const root = treeRoot(size, subtrees);
      for (let index = 0; index < size; index++) {
        const [leaf, proof] = [all[index] ?? root, inclusionProof(index, size, subtrees)];
        expect(verifyInclusion({ index, size, leaf, proof, root })).toBe(true);
        expect(verifyInclusion({ index: (index + 1) % size, size, leaf, proof, root }), `${index} of ${size}`).toBe(
          size === 1,
        );
      }
      for (let size1 = 1; size1 <= size; size1++) {
        const root1 = treeRoot(size1, subtrees);
        const proof = consistencyProof(size1, size, subtrees);
        expect(verifyConsistency({ size1, size2: size, root1, root2: root, proof })).toBe(true);
        if (size1 < size)
          expect(verifyConsistency({ size1: size1 + 1, size2: size, root1, root2: root, proof })).toBe(false);
      }
    }
  });

  const flip = (bytes: Uint8Array, bit: number): Uint8Array =>
    bytes.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));

  test("a proof with one bit flipped, a hash less or more, another index or size, is refused", () => {
    const sizes = fc.integer({ min: 2, max: 600 });
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), fc.nat({ max: 255 }), (size, a, b, bit) => {
        const subtrees = memorySubtrees(all.slice(0, size));
        const root = treeRoot(size, subtrees);
        const index = a % size;
        const good = { index, size, leaf: all[index] ?? root, proof: inclusionProof(index, size, subtrees), root };
        const at = b % good.proof.length;
        const flipped = good.proof.map((hash, i) => (i === at ? flip(hash, bit) : hash));
        const proofs = [
          flipped,
          good.proof.slice(1),
          good.proof.slice(0, -1),
          [...good.proof, root],
          [root, ...good.proof],
        ];
        for (const proof of proofs) expect(verifyInclusion({ ...good, proof })).toBe(false);
        expect(verifyInclusion({ ...good, leaf: flip(good.leaf, bit) })).toBe(false);
        expect(verifyInclusion({ ...good, root: flip(root, bit) })).toBe(false);
        for (const other of [-1, 0.5, size, Number.NaN, 2 ** 53])
          expect(verifyInclusion({ ...good, index: other })).toBe(false);

        const size1 = 1 + (a % (size - 1));
        const pair = {
          size1,
          size2: size,
          root1: treeRoot(size1, subtrees),
          root2: root,
          proof: consistencyProof(size1, size, subtrees),
        };
        expect(verifyConsistency(pair)).toBe(true);
        const where = b % pair.proof.length;
        const changed = pair.proof.map((hash, i) => (i === where ? flip(hash, bit) : hash));
        for (const proof of [
          changed,
          pair.proof.slice(1),
          pair.proof.slice(0, -1),
          [...pair.proof, root],
          [root, ...pair.proof],
        ]) {
          expect(verifyConsistency({ ...pair, proof })).toBe(false);
        }
        expect(verifyConsistency({ ...pair, root1: flip(pair.root1, bit) })).toBe(false);
        expect(verifyConsistency({ ...pair, root2: flip(root, bit) })).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test("proofs read few tiles and verify in a tree of 70,000", () => {
    const many = leaves(70_000);
    const tiles = new Map(extendTiles(0, [], many).map((tile) => [`${tile.level}/${tile.n}`, tile.hashes]));
    // The worked example of C2SP tlog-tiles: 273 full and one of 112; one full and one of 17; one of 1.
    expect(tiles.size).toBe(277);
    expect(edgeTiles(70_000).map((tile) => [tile.level, tile.n, tile.width])).toEqual([
      [0, 273, 112],
      [1, 1, 17],
      [2, 0, 1],
    ]);
    const root = rangeRoot(appendHashes(emptyRange, many));
    const read = tilesRead((subtrees) => inclusionProof(12_345, 70_000, subtrees));
    expect(read.length).toBeLessThanOrEqual(6);
    const only = new Set(read.map((tile) => `${tile.level}/${tile.n}`));
    const subtrees = tileSubtrees((level, n) =>
      only.has(`${level}/${n}`) ? (tiles.get(`${level}/${n}`) ?? null) : null,
    );
    const proof = inclusionProof(12_345, 70_000, subtrees);
    expect(verifyInclusion({ index: 12_345, size: 70_000, leaf: many[12_345] ?? root, proof, root })).toBe(true);
  }, 20_000);
});

describe("tile paths", () => {
  test("the published example", () =>
    expect(tilePath({ level: 0, n: 1_234_067, width: 256 })).toBe("tile/0/x001/x234/067"));

  test("each tile has one path and each path one tile", () => {
    const level = fc.oneof(fc.constant("entries" as const), fc.nat({ max: 63 }));
    fc.assert(
      fc.property(level, fc.maxSafeNat(), fc.integer({ min: 1, max: 256 }), (l, n, width) => {
        expect(parseTilePath(tilePath({ level: l, n, width }))).toEqual({ level: l, n, width });
      }),
    );
  });

  test.each([
    "tile/00/000",
    "tile/64/000",
    "tile/0/0",
    "tile/0/x000/000",
    "tile/0/000.p/0",
    "tile/0/000.p/256",
    "tile/0/000.p/01",
    "tile/0/001/000",
    "tile/0/x001",
    "tile/0/../0",
    "/tile/0/000",
    "tile/0/000/",
    "tile/-1/000",
    "",
    "tile/entries/x999/x999/x999/x999/x999/999/0",
  ])("%j is no tile", (path) => expect(parseTilePath(path)).toBeNull());
});
