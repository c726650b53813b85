import { latin1, shown, startsWith } from "../bytes.ts";
import { type Item, report, type Scan } from "../scan.ts";
import { checkEntryName } from "./entry-name.ts";
import type { ZipEntry } from "./scan-zip.ts";

const block = 512;
const field = (header: Uint8Array, at: number, length: number): string =>
  latin1(header.subarray(at, at + length)).split("\0", 1)[0] ?? "";

export const isTar = (bytes: Uint8Array): boolean => bytes.length >= block && startsWith(bytes, "ustar", 257);

/** Members of a tar archive (POSIX.1-1988 ustar, GNU long names). Links and devices are reported. */
export function* readTar(scan: Scan, item: Item): Generator<ZipEntry> {
  let longName: string | null = null;
  let entries = 0;
  for (let at = 0; at + block <= item.bytes.length;) {
    const header = item.bytes.subarray(at, at + block);
    if (header.every((b) => b === 0)) {
      if (item.bytes.subarray(at).some((b) => b !== 0))
        yield { name: "(behind the end)", bytes: item.bytes.subarray(at) };
      return;
    }
    if (!startsWith(header, "ustar", 257) || ++entries > scan.limits.entries) {
      report(scan, "tar.broken", item.where, `${item.where} is not a sound tar archive.`);
      return;
    }
    const size = Number.parseInt(field(header, 124, 12).trim(), 8);
    const type = field(header, 156, 1);
    if (!Number.isSafeInteger(size) || size < 0 || at + block + size > item.bytes.length) {
      report(scan, "tar.broken", item.where, `${item.where} has a member that is longer than the archive.`);
      return;
    }
    const data = item.bytes.subarray(at + block, at + block + size);
    const prefix = field(header, 345, 155);
    const name: string = longName ?? (prefix ? `${prefix}/${field(header, 0, 100)}` : field(header, 0, 100));
    longName = type === "L" ? (latin1(data).split("\0", 1)[0] ?? "") : null;
    if (type !== "L") {
      checkEntryName(scan, item.where, name, 0);
      if (/^[123467]$/.test(type))
        report(
          scan,
          "archive.link",
          item.where,
          `${item.where} has a member ${shown(name)} that is a link or a device.`,
        );
      if (size > 0) yield { name, bytes: data };
    }
    at += block + Math.ceil(size / block) * block;
  }
}
