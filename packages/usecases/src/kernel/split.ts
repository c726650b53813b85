import type { RowImage } from "@countersign/record";

/** Of the 16 KiB of a leaf, what rows and disclosures may take; the rest is actor, ids and data. */
const bytesMax = 10_000;

interface Part {
  rows: RowImage[];
  pii: string[];
}

/** Shares the rows of one act among as many events as their size needs; each disclosure goes with the row that names it. */
export function splitRows(rows: readonly RowImage[], pii: readonly string[]): Part[] {
  const parts: (Part & { bytes: number })[] = [{ rows: [], pii: [], bytes: 0 }];
  const left = new Set(pii);
  for (const image of rows) {
    const text = JSON.stringify(image);
    const mine = [...left].filter((digest) => text.includes(digest));
    for (const digest of mine) left.delete(digest);
    const bytes = Buffer.byteLength(text) + mine.length * 46;
    const last = parts.at(-1);
    if (last && (last.rows.length === 0 || last.bytes + bytes <= bytesMax)) {
      last.rows.push(image);
      last.pii.push(...mine);
      last.bytes += bytes;
    } else parts.push({ rows: [image], pii: mine, bytes });
  }
  parts[0]?.pii.push(...left);
  return parts.map((part) => ({ rows: part.rows, pii: part.pii }));
}
