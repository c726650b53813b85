import { inflateSync } from "node:zlib";

/** Unpacks a WOFF 1.0 file (W3C, sections 3 to 5) to the OpenType bytes it holds: the compiler reads no WOFF. */
export function sfntOf(woff: Buffer): Buffer {
  if (woff.toString("latin1", 0, 4) !== "wOFF") throw new Error("this is no WOFF 1.0 file");
  const count = woff.readUInt16BE(12);
  const power = Math.floor(Math.log2(count));
  const head = Buffer.alloc(12 + 16 * count);
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(2 ** power * 16, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE(count * 16 - 2 ** power * 16, 10);
  const parts: Buffer[] = [head];
  let at = head.length;
  for (let i = 0; i < count; i += 1) {
    const entry = 44 + 20 * i;
    const [offset, packed, length] = [
      woff.readUInt32BE(entry + 4),
      woff.readUInt32BE(entry + 8),
      woff.readUInt32BE(entry + 12),
    ];
    const stored = woff.subarray(offset, offset + packed);
    const table = 12 + 16 * i;
    woff.copy(head, table, entry, entry + 4);
    woff.copy(head, table + 4, entry + 16, entry + 20);
    head.writeUInt32BE(at, table + 8);
    head.writeUInt32BE(length, table + 12);
    const padding = (4 - (length % 4)) % 4;
    parts.push(packed < length ? inflateSync(stored) : stored, Buffer.alloc(padding));
    at += length + padding;
  }
  return Buffer.concat(parts);
}
