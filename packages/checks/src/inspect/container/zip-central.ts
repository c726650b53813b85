import { latin1, startsWith, u16, u32, u64, utf8 } from "../bytes.ts";

/** One entry as a header describes it. Sizes in bytes; `at` is the local header. */
export interface ZipHeader {
  name: string;
  method: number;
  flags: number;
  crc: number;
  packed: number;
  size: number;
  at: number;
  /** Unix mode, 0 where unknown. */
  mode: number;
}

export interface CentralDirectory {
  entries: ZipHeader[];
  /** Where the central directory starts. */
  start: number;
  /** Where the archive ends, comment included. */
  end: number;
  /** Sentences on what does not fit. */
  faults: string[];
}

const utf8Flag = 0x800;
const nameOf = (bytes: Uint8Array, flags: number): string =>
  (flags & utf8Flag) !== 0 ? (utf8(bytes) ?? latin1(bytes)) : latin1(bytes);
const unknown32 = 0xffffffff;

/** Sizes and place from the ZIP64 extra field, where the 32-bit fields point to it (APPNOTE 4.5.3). */
function zip64(extra: Uint8Array, header: ZipHeader): void {
  for (let at = 0; at + 4 <= extra.length; at += 4 + (u16(extra, at + 2) ?? 0)) {
    if (u16(extra, at) !== 1) continue;
    let p = at + 4;
    const take = (): number => {
      p += 8;
      return u64(extra, p - 8) ?? Number.POSITIVE_INFINITY;
    };
    if (header.size === unknown32) header.size = take();
    if (header.packed === unknown32) header.packed = take();
    if (header.at === unknown32) header.at = take();
    return;
  }
}

/** The end record: the last one that lies within reach of the end of the file. */
export function findEnd(bytes: Uint8Array): number | null {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 65_535); at--)
    if (startsWith(bytes, "PK\u0005\u0006", at)) return at;
  return null;
}

/** Reads the central directory. Null where there is no end record. Source: PKWARE APPNOTE 4.3.12, 4.3.16. */
export function readCentral(bytes: Uint8Array, mostEntries: number): CentralDirectory | null {
  const end = findEnd(bytes);
  if (end === null) return null;
  const faults: string[] = [];
  let count = u16(bytes, end + 10) ?? 0;
  let start = u32(bytes, end + 16) ?? 0;
  let directoryEnd = end;
  // PyTorch writes the ZIP64 records even where 32 bits are enough.
  const record = end >= 20 && startsWith(bytes, "PK\u0006\u0007", end - 20) ? (u64(bytes, end - 12) ?? 0) : null;
  if (record !== null && startsWith(bytes, "PK\u0006\u0006", record) && record + 56 === end - 20) {
    if (count === 0xffff) count = u64(bytes, record + 32) ?? 0;
    if (start === unknown32) start = u64(bytes, record + 48) ?? 0;
    directoryEnd = record;
  }
  // Bytes put before a finished archive move it and not its offsets; Python's reader allows for that, so this one does.
  const moved = directoryEnd - (u32(bytes, end + 12) ?? 0) - start;
  const shift =
    moved > 0 && !startsWith(bytes, "PK\u0001\u0002", start) && startsWith(bytes, "PK\u0001\u0002", start + moved)
      ? moved
      : 0;
  if (shift > 0) faults.push(`${shift} bytes stand before it that its offsets leave out`);
  start += shift;
  if (start > directoryEnd)
    return {
      entries: [],
      start: directoryEnd,
      end: bytes.length,
      faults: ["its list of entries lies outside the file"],
    };
  const entries: ZipHeader[] = [];
  let at = start;
  while (startsWith(bytes, "PK\u0001\u0002", at)) {
    if (entries.length >= mostEntries) {
      faults.push(`it has more than ${mostEntries} entries`);
      break;
    }
    const [nameLength, extraLength, commentLength] = [
      u16(bytes, at + 28) ?? 0,
      u16(bytes, at + 30) ?? 0,
      u16(bytes, at + 32) ?? 0,
    ];
    const flags = u16(bytes, at + 8) ?? 0;
    const header: ZipHeader = {
      name: nameOf(bytes.subarray(at + 46, at + 46 + nameLength), flags),
      method: u16(bytes, at + 10) ?? 0,
      flags,
      crc: u32(bytes, at + 16) ?? 0,
      packed: u32(bytes, at + 20) ?? 0,
      size: u32(bytes, at + 24) ?? 0,
      at: u32(bytes, at + 42) ?? 0,
      mode: (u32(bytes, at + 38) ?? 0) >>> 16,
    };
    zip64(bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength), header);
    header.at += shift;
    entries.push(header);
    at += 46 + nameLength + extraLength + commentLength;
  }
  if (entries.length !== count && entries.length < mostEntries)
    faults.push(`its end record counts ${count} entries and ${entries.length} are listed`);
  if (at !== directoryEnd) faults.push("bytes stand between its list of entries and its end record");
  const archiveEnd = end + 22 + (u16(bytes, end + 20) ?? 0);
  if (archiveEnd < bytes.length) faults.push(`${bytes.length - archiveEnd} bytes stand behind its end`);
  return { entries, start, end: archiveEnd, faults };
}
