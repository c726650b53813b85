import { latin1, startsWith, u16, u32, u64, utf8 } from "../bytes.ts";
import type { ZipHeader } from "./zip-central.ts";

export interface LocalHeader extends ZipHeader {
  /** Where the data starts. */
  data: number;
}

/** Reads a local header, which some loaders trust instead of the central directory. Null where there is none. Source: APPNOTE 4.3.7. */
export function readLocal(bytes: Uint8Array, at: number): LocalHeader | null {
  if (!Number.isSafeInteger(at) || !startsWith(bytes, "PK\u0003\u0004", at)) return null;
  const nameLength = u16(bytes, at + 26);
  const extraLength = u16(bytes, at + 28);
  if (nameLength === null || extraLength === null) return null;
  const flags = u16(bytes, at + 6) ?? 0;
  const raw = bytes.subarray(at + 30, at + 30 + nameLength);
  const header: LocalHeader = {
    name: (flags & 0x800) !== 0 ? (utf8(raw) ?? latin1(raw)) : latin1(raw),
    method: u16(bytes, at + 8) ?? 0,
    flags,
    crc: u32(bytes, at + 14) ?? 0,
    packed: u32(bytes, at + 18) ?? 0,
    size: u32(bytes, at + 22) ?? 0,
    at,
    mode: 0,
    data: at + 30 + nameLength + extraLength,
  };
  const extra = bytes.subarray(at + 30 + nameLength, header.data);
  for (let p = 0; p + 4 <= extra.length; p += 4 + (u16(extra, p + 2) ?? 0)) {
    if (u16(extra, p) !== 1) continue;
    if (header.size === 0xffffffff) header.size = u64(extra, p + 4) ?? header.size;
    if (header.packed === 0xffffffff) header.packed = u64(extra, p + 12) ?? header.packed;
  }
  return header;
}

/** Bytes of a data descriptor behind an entry's data, 0 where there is none. */
export function descriptorLength(bytes: Uint8Array, header: ZipHeader, dataEnd: number): number {
  if ((header.flags & 8) === 0) return 0;
  const signed = startsWith(bytes, "PK\u0007\u0008", dataEnd) ? 4 : 0;
  for (const width of [4, 8]) {
    const packed = width === 4 ? u32(bytes, dataEnd + signed + 4) : u64(bytes, dataEnd + signed + 4);
    if (packed === header.packed) return signed + 4 + 2 * width;
  }
  return 0;
}
