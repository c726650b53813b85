import { isSize } from "./hash.ts";

export const tileWidth = 256;

/** A tile of hashes at a level, or a bundle of entries; `width` 1..256, below 256 partial (C2SP tlog-tiles). */
export interface TileId {
  level: number | "entries";
  n: number;
  width: number;
}

/** Path below the log's prefix, such as `tile/0/x001/x234/067.p/12`. */
export function tilePath(tile: TileId): string {
  const digits = String(tile.n);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, "0").match(/\d{3}/g) ?? [];
  const n = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join("/");
  return `tile/${tile.level}/${n}${tile.width < tileWidth ? `.p/${tile.width}` : ""}`;
}

const pattern = /^tile\/(entries|0|[1-9]\d?)\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** Reads a path; only the one spelling of a tile is accepted. Total. */
export function parseTilePath(path: string): TileId | null {
  if (path.length > 64) return null;
  const [, level = "", groups = "", width] = pattern.exec(path) ?? [];
  if (groups === "") return null;
  const tile: TileId = {
    level: level === "entries" ? level : Number(level),
    n: Number(groups.replaceAll(/[x/]/g, "")),
    width: width === undefined ? tileWidth : Number(width),
  };
  const inRange =
    isSize(tile.n) && (tile.level === "entries" || tile.level <= 63) && (width === undefined || tile.width < tileWidth);
  return inRange && tilePath(tile) === path ? tile : null;
}

/** Number of hashes that level `level` of tiles holds for a tree of `size`: floor(size / 256^level). */
export const levelCount = (size: number, level: number): number => Math.floor(size / tileWidth ** level);

/** Width that tile `n` of `level` has in a tree of `size`; 0 where it has none. */
export function widthAt(level: number, n: number, size: number): number {
  return Math.max(0, Math.min(tileWidth, levelCount(size, level) - n * tileWidth));
}

/** The partial tiles at the right edge of a tree of `size`: what appending starts from. */
export function edgeTiles(size: number): (TileId & { level: number })[] {
  const edge: (TileId & { level: number })[] = [];
  for (let level = 0; levelCount(size, level) > 0; level++) {
    const count = levelCount(size, level);
    if (count % tileWidth > 0) edge.push({ level, n: Math.floor(count / tileWidth), width: count % tileWidth });
  }
  return edge;
}
