import { crc32 } from "node:zlib";
import { shown } from "../bytes.ts";
import { type Item, report, type Scan } from "../scan.ts";
import { checkEntryName } from "./entry-name.ts";
import { inflate } from "./inflate.ts";
import { readCentral, type ZipHeader } from "./zip-central.ts";
import { descriptorLength, readLocal } from "./zip-local.ts";

/** One entry's bytes, decompressed. */
export interface ZipEntry {
  name: string;
  bytes: Uint8Array;
}

const encrypted = 0x41;
const stored = 0;
const deflated = 8;

function unpackEntry(scan: Scan, item: Item, header: ZipHeader, data: number, label: string): Uint8Array | null {
  const end = data + header.packed;
  if (end > item.bytes.length) {
    report(scan, "zip.broken", label, `${label} is longer than the archive it lies in.`);
    return null;
  }
  const packed = item.bytes.subarray(data, end);
  if ((header.flags & encrypted) !== 0)
    report(scan, "zip.encrypted", label, `${label} says that it is encrypted, so what it holds cannot be looked at.`);
  if ((header.flags & 0x20) !== 0)
    report(scan, "zip.flags", label, `${label} says that it is a patch, which loaders ignore.`);
  if (header.method === stored) return packed;
  if (header.method === deflated) return inflate(scan, "deflate", packed, label);
  report(
    scan,
    "zip.method",
    label,
    `${label} is compressed in a way that cannot be looked into (method ${header.method}).`,
  );
  return null;
}

/** The entry by its central header, held against its local one; where they differ, both views are given. */
function* viewsOf(scan: Scan, item: Item, central: ZipHeader): Generator<ZipEntry & { from: number; to: number }> {
  const label = `${item.where} > ${shown(central.name)}`;
  const local = readLocal(item.bytes, central.at);
  if (!local) {
    report(scan, "zip.broken", label, `${label} is listed but does not stand where the list says.`);
    return;
  }
  const described = (local.flags & 8) !== 0 && local.packed === 0 && local.size === 0;
  const same =
    local.name === central.name &&
    local.method === central.method &&
    ((local.flags ^ central.flags) & 0x69) === 0 &&
    (described || (local.packed === central.packed && local.size === central.size));
  const dataEnd = local.data + central.packed;
  const to = dataEnd + descriptorLength(item.bytes, { ...central, flags: local.flags }, dataEnd);
  const bytes = unpackEntry(scan, item, { ...central, flags: central.flags | local.flags }, local.data, label);
  if (bytes !== null) {
    if (bytes.length !== central.size)
      report(scan, "zip.size", label, `${label} holds ${bytes.length} bytes and says ${central.size}.`);
    else if (crc32(bytes) !== central.crc)
      report(
        scan,
        "zip.checksum",
        label,
        `${label} does not have the checksum that the archive says; some loaders do not look.`,
      );
    yield { name: central.name, bytes, from: central.at, to };
  }
  if (same) return;
  report(
    scan,
    "zip.two_views",
    label,
    `${label} is described in two ways in the archive (as ${shown(local.name)} in place), so two loaders may see different files.`,
  );
  const other = unpackEntry(scan, item, described ? { ...local, packed: central.packed } : local, local.data, label);
  if (other !== null) yield { name: local.name, bytes: other, from: central.at, to };
}

/** Stretches before the list of entries that belong to no entry: reported, and looked into for entries left off the list. */
function* hiddenEntries(
  scan: Scan,
  item: Item,
  covered: { from: number; to: number }[],
  end: number,
): Generator<ZipEntry> {
  let at = 0;
  for (const { from, to } of [...covered.toSorted((a, b) => a.from - b.from), { from: end, to: end }]) {
    if (from > at) {
      const gap = item.bytes.subarray(at, from);
      const what = at === 0 ? "before its first entry" : "between its entries";
      report(scan, "zip.hidden_data", item.where, `${item.where} has ${gap.length} bytes ${what} that belong to none.`);
      const local = readLocal(item.bytes, at);
      const bytes = local ? unpackEntry(scan, item, local, local.data, `${item.where} > ${shown(local.name)}`) : null;
      if (local && bytes) yield { name: local.name, bytes };
      else yield { name: `(bytes ${at} to ${from})`, bytes: gap };
    }
    at = Math.max(at, to);
  }
}

/** Everything that any reader could see in a ZIP archive. Faults of the archive itself are reported on the way. */
export function* readZip(scan: Scan, item: Item): Generator<ZipEntry> {
  const central = readCentral(item.bytes, scan.limits.entries);
  if (!central) {
    report(scan, "zip.broken", item.where, `${item.where} starts as a ZIP archive and has no end record.`);
    yield* hiddenEntries(scan, item, [], item.bytes.length);
    return;
  }
  for (const fault of central.faults)
    report(scan, "zip.broken", item.where, `${item.where} is not a sound ZIP archive: ${fault}.`);
  const covered: { from: number; to: number }[] = [];
  const seen = new Set<string>();
  for (const header of central.entries) {
    checkEntryName(scan, item.where, header.name, header.mode);
    if (seen.has(header.name))
      report(
        scan,
        "zip.duplicate",
        item.where,
        `${item.where} lists ${shown(header.name)} twice, so two loaders may see different files.`,
      );
    seen.add(header.name);
    for (const view of viewsOf(scan, item, header)) {
      covered.push(view);
      yield view;
    }
    const local = readLocal(item.bytes, header.at);
    if (local) covered.push({ from: header.at, to: local.data + header.packed });
  }
  yield* hiddenEntries(scan, item, covered, Math.min(central.start, item.bytes.length));
}
