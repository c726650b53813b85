import { inflateRawSync } from "node:zlib";

export interface ZipEntry {
  name: string;
  bytes: Uint8Array;
}

export type ZipRead = { ok: true; entries: ZipEntry[]; problems: string[] } | { ok: false; problem: string };

const entriesMax = 20_000;
const totalMax = 2_000_000_000;
const ratioMax = 200;

/**
 * Reads a zip by its central directory and holds each local header against it: a reader that trusts the other
 * one must not see another file. Bounded in entries, total size and ratio.
 */
export function readZip(bytes: Uint8Array): ZipRead {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(bytes, view);
  if (end < 0) return { ok: false, problem: "the archive has no directory" };
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === 0xffffffff) return { ok: false, problem: "zip64 archives are not read" };
  if (count > entriesMax) return { ok: false, problem: `more than ${entriesMax} files` };
  const entries: ZipEntry[] = [];
  const problems: string[] = [];
  const names = new Set<string>();
  let total = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return { ok: false, problem: "the directory is cut short" };
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
    const [packed, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    const [nameLength, extra, comment] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    const local = view.getUint32(at + 42, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    at += 46 + nameLength + extra + comment;
    if (names.has(name)) problems.push(`the name ${name} stands twice`);
    names.add(name);
    if (flags & 1) return { ok: false, problem: `${name} is encrypted` };
    if (name.startsWith("/") || name.split("/").includes("..") || name.includes("\\")) problems.push(`the name ${name} leaves the archive`);
    if (local + 30 > bytes.length || view.getUint32(local, true) !== 0x04034b50) return { ok: false, problem: `${name} has no local header` };
    const localName = new TextDecoder().decode(bytes.subarray(local + 30, local + 30 + view.getUint16(local + 26, true)));
    if (localName !== name) problems.push(`${name} is called ${localName} in its own header`);
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    total += size;
    if (start + packed > bytes.length) return { ok: false, problem: `${name} reaches beyond the archive` };
    if (total > totalMax || (packed > 0 && size / packed > ratioMax && size > 10_000_000)) return { ok: false, problem: `${name} unpacks to too much` };
    const raw = bytes.subarray(start, start + packed);
    if (method === 0) entries.push({ name, bytes: raw });
    else if (method === 8) {
      try {
        entries.push({ name, bytes: inflateRawSync(raw, { maxOutputLength: Math.max(size, 1) }) });
      } catch {
        problems.push(`${name} cannot be unpacked`);
      }
    } else problems.push(`${name} is packed in a way that is not read (method ${method})`);
  }
  return { ok: true, entries, problems };
}

function findEnd(bytes: Uint8Array, view: DataView): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at--) if (view.getUint32(at, true) === 0x06054b50) return at;
  return -1;
}
