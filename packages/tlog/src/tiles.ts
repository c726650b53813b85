import { appendHashes, emptyRange, rangeRoot } from "./compact-range.ts";
import { nodeHash } from "./hash.ts";
import { edgeTiles, levelCount, tileWidth } from "./tile-path.ts";
import type { Subtrees } from "./tree.ts";

/** A tile with its hashes, 32 bytes each, back to back. */
export interface Tile {
  level: number;
  n: number;
  hashes: Uint8Array;
}

/** The hashes of a tile; what follows the last whole hash is left out. */
export function tileHashes(bytes: Uint8Array): Uint8Array[] {
  return Array.from({ length: Math.floor(bytes.length / 32) }, (_, i) => bytes.slice(32 * i, 32 * i + 32));
}

function joined(hashes: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(32 * hashes.length);
  hashes.forEach((hash, i) => bytes.set(hash, 32 * i));
  return bytes;
}

/**
 * Tiles that appending leaf hashes to a tree of `size` changes or makes, each with its whole content.
 * `edge` holds the partial tiles of `edgeTiles(size)`; throws RangeError where one is missing or of another width.
 */
export function extendTiles(size: number, edge: readonly Tile[], leaves: readonly Uint8Array[]): Tile[] {
  const held = new Map(
    edgeTiles(size).map((wanted) => {
      const tile = edge.find((t) => t.level === wanted.level && t.n === wanted.n);
      if (tile?.hashes.length !== 32 * wanted.width)
        throw new RangeError(`tile ${wanted.level}/${wanted.n} is not ${wanted.width} wide`);
      return [wanted.level, tileHashes(tile.hashes)];
    }),
  );
  const touched: Tile[] = [];
  let added: readonly Uint8Array[] = leaves;
  for (let level = 0; added.length > 0; level++) {
    const row = [...(held.get(level) ?? []), ...added];
    const first = Math.floor(levelCount(size, level) / tileWidth);
    const full: Uint8Array[] = [];
    for (let at = 0; at < row.length; at += tileWidth) {
      const hashes = row.slice(at, at + tileWidth);
      touched.push({ level, n: first + at / tileWidth, hashes: joined(hashes) });
      if (hashes.length === tileWidth) full.push(rangeRoot(appendHashes(emptyRange, hashes)));
    }
    added = full;
  }
  return touched;
}

/** Reads subtrees out of tiles; `tile` gives a tile's hashes (at least as wide as the tree needs) or null. */
export function tileSubtrees(tile: (level: number, n: number) => Uint8Array | null): Subtrees {
  return (level, index) => {
    const tileLevel = Math.floor(level / 8);
    const count = 2 ** (level % 8);
    const first = index * count;
    const n = Math.floor(first / tileWidth);
    const from = 32 * (first - n * tileWidth);
    const bytes = tile(tileLevel, n)?.subarray(from, from + 32 * count);
    if (bytes?.length !== 32 * count)
      throw new RangeError(`tile ${tileLevel}/${n} does not hold subtree ${level}/${index}`);
    let row = tileHashes(bytes);
    while (row.length > 1) row = Array.from({ length: row.length / 2 }, (_, i) => pair(row, i));
    return row[0] ?? bytes;
  };
}

const none = new Uint8Array(32);
const pair = (row: Uint8Array[], i: number): Uint8Array => nodeHash(row[2 * i] ?? none, row[2 * i + 1] ?? none);

/** The tiles that `work` reads, so that a caller can fetch them in one query first. Hashes seen by `work` are zero. */
export function tilesRead(work: (subtrees: Subtrees) => unknown): { level: number; n: number }[] {
  const read = new Map<string, { level: number; n: number }>();
  const zeros = new Uint8Array(32 * tileWidth);
  work(
    tileSubtrees((level, n) => {
      read.set(`${level}/${n}`, { level, n });
      return zeros;
    }),
  );
  return [...read.values()];
}
