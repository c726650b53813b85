import { tileWidth } from "./tile-path.ts";

/** Longest entry that a uint16 length can announce (C2SP tlog-tiles). */
export const maxEntry = 65_535;

/** An entry bundle: each entry after its big-endian uint16 length. Throws RangeError on an entry above 65,535 bytes. */
export function encodeEntries(entries: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(entries.reduce((sum, entry) => sum + 2 + entry.length, 0));
  let at = 0;
  for (const entry of entries) {
    if (entry.length > maxEntry) throw new RangeError(`an entry of ${entry.length} bytes`);
    bytes[at] = entry.length >> 8;
    bytes[at + 1] = entry.length & 255;
    bytes.set(entry, at + 2);
    at += 2 + entry.length;
  }
  return bytes;
}

/** Entries of a bundle of `width` (1..256) entries, or null: the bytes are used up exactly. Total. */
export function decodeEntries(bytes: Uint8Array, width: number): Uint8Array[] | null {
  if (!Number.isInteger(width) || width < 1 || width > tileWidth) return null;
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    const [high, low] = [bytes[at], bytes[at + 1]];
    if (high === undefined || low === undefined || entries.length === width) return null;
    const end = at + 2 + ((high << 8) | low);
    if (end > bytes.length) return null;
    entries.push(bytes.slice(at + 2, end));
    at = end;
  }
  return entries.length === width ? entries : null;
}
