/**
 * The one zip that a bundle may be: STORE only, files in the order of their paths, every header byte pinned.
 * A reader that accepts nothing else leaves no room for two programs to see two different archives.
 */
export interface Member {
  path: string;
  bytes: Uint8Array;
}

/** 1980-01-01 00:00, the earliest time the format can tell: the archive has no clock in it. */
const dosDate = 0x0021;
const pathPattern = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$/;

export const isMemberPath = (path: string): boolean =>
  pathPattern.test(path) && path.split("/").every((part) => part !== "" && part !== "." && part !== "..");

/** Bytes of the archive; members are sorted by path. Throws on a path that the format does not allow or that repeats. */
export function writeZip(members: readonly Member[]): Uint8Array {
  const sorted = [...members].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [i, member] of sorted.entries()) {
    if (!isMemberPath(member.path) || sorted[i - 1]?.path === member.path)
      throw new Error(`a bundle cannot hold ${member.path}`);
    const fields = entryFields(member);
    const local = concat([Uint8Array.of(0x50, 0x4b, 3, 4), fields, ascii(member.path)]);
    parts.push(local, member.bytes);
    directory.push(
      concat([
        Uint8Array.of(0x50, 0x4b, 1, 2),
        u16(20),
        fields,
        u16(0),
        u16(0),
        u16(0),
        u32(0),
        u32(offset),
        ascii(member.path),
      ]),
    );
    offset += local.length + member.bytes.length;
  }
  const central = concat(directory);
  const end = concat([
    Uint8Array.of(0x50, 0x4b, 5, 6),
    u16(0),
    u16(0),
    u16(sorted.length),
    u16(sorted.length),
    u32(central.length),
    u32(offset),
    u16(0),
  ]);
  if (offset + central.length > 0xffffffff || sorted.length > 0xffff)
    throw new Error("a bundle holds at most 65,535 files and 4 GiB");
  return concat([...parts, central, end]);
}

/** The fields that local header and directory share: version 2.0, no flags, STORE, fixed time, CRC, sizes, no extra. */
function entryFields({ path, bytes }: Member): Uint8Array {
  return concat([
    u16(20),
    u16(0),
    u16(0),
    u16(0),
    u16(dosDate),
    u32(crc32(bytes)),
    u32(bytes.length),
    u32(bytes.length),
    u16(path.length),
    u16(0),
  ]);
}

export type ZipResult = { ok: true; members: Map<string, Uint8Array> } | { ok: false; problem: string };

/** Reads such an archive: writes it again from what it read and compares every byte. Total; refuses everything else. */
export function readZip(bytes: Uint8Array, limits = { members: 65_535, bytes: 1 << 30 }): ZipResult {
  if (bytes.length > limits.bytes) return { ok: false, problem: `larger than ${limits.bytes} bytes` };
  const members: Member[] = [];
  let at = 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  while (at + 30 <= bytes.length && view.getUint32(at, true) === 0x04034b50) {
    const size = view.getUint32(at + 22, true);
    const nameLength = view.getUint16(at + 26, true);
    const start = at + 30 + nameLength;
    if (start + size > bytes.length) return { ok: false, problem: "a file reaches beyond the archive" };
    const path = String.fromCharCode(...bytes.subarray(at + 30, Math.min(start, at + 30 + 201)));
    if (!isMemberPath(path)) return { ok: false, problem: "a path that a bundle does not have" };
    members.push({ path, bytes: bytes.slice(start, start + size) });
    if (crc32(bytes.subarray(start, start + size)) !== view.getUint32(at + 14, true))
      return { ok: false, problem: `${path} is not the file that was packed` };
    if (members.length > limits.members) return { ok: false, problem: `more than ${limits.members} files` };
    at = start + size;
  }
  const found = new Map(members.map((member) => [member.path, member.bytes]));
  if (members.length === 0 || found.size !== members.length)
    return { ok: false, problem: "no files, or one path twice" };
  if (members.some((member, i) => i > 0 && (members[i - 1]?.path ?? "") >= member.path))
    return { ok: false, problem: "the files are not in order" };
  const again = writeZip(members);
  if (again.length !== bytes.length || !again.every((byte, i) => byte === bytes[i])) {
    return { ok: false, problem: "not the pinned archive form: some header byte differs" };
  }
  return { ok: true, members: found };
}

const u16 = (n: number): Uint8Array => Uint8Array.of(n & 255, (n >> 8) & 255);
const u32 = (n: number): Uint8Array => Uint8Array.of(n & 255, (n >>> 8) & 255, (n >>> 16) & 255, (n >>> 24) & 255);
const ascii = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

/** CRC-32 as zip has it (ISO 3309). Integrity is the manifest's business; the format demands this. */
function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const byte of bytes) c = (table[(c ^ byte) & 255] ?? 0) ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}
