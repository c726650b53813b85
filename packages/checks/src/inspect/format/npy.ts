import { latin1, startsWith, u16, u32 } from "../bytes.ts";
import { scanPickle } from "../pickle/scan-pickle.ts";
import { type Item, report, type Scan } from "../scan.ts";

export const isNpy = (bytes: Uint8Array): boolean => startsWith(bytes, [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]);

interface Header {
  data: number;
  /** Bytes of one element; null where only the whole can be checked. */
  itemSize: number | null;
  elements: number;
  objects: boolean;
}

const bytesPer: Record<string, number> = { U: 4, O: 8 };

/** The header's dictionary, read by its three fixed keys. Source: numpy/lib/format.py. */
function readHeader(bytes: Uint8Array): Header | string {
  const major = bytes[6] ?? 0;
  if (major < 1 || major > 3) return `version ${major} does not exist`;
  const length = major === 1 ? u16(bytes, 8) : u32(bytes, 8);
  const start = major === 1 ? 10 : 12;
  if (length === null || length > 65_536 || start + length > bytes.length) return "its header is too long";
  const text = latin1(bytes.subarray(start, start + length)).trim();
  const match =
    /^\{\s*'descr':\s*('[^']*'|\[[\s\S]*\]|\([\s\S]*\)),\s*'fortran_order':\s*(?:True|False),\s*'shape':\s*\(([\d,\sL]*)\),?\s*\}$/.exec(
      text,
    );
  if (!match) return "its header is not understood";
  const [, descr = "", dims = ""] = match;
  const elements = dims
    .split(",")
    .map((d) => d.trim().replace(/L$/, ""))
    .filter(Boolean)
    .reduce((n, d) => n * Number(d), 1);
  const plain = /^'[<>=|]?([?a-zA-Z])(\d*)(\[\w+\])?'$/.exec(descr);
  if (descr.startsWith("'") && !plain) return `its type ${descr} is not understood`;
  const objects = /'[<>=|]?O\d*'/.test(descr) || plain?.[1] === "O";
  const itemSize = plain ? (plain[1] === "?" ? 1 : Number(plain[2]) * (bytesPer[plain[1] ?? ""] ?? 1)) : null;
  return { data: start + length, itemSize, elements, objects };
}

/** A NumPy array file: raw numbers are harmless, an array of objects is a pickle. */
export function scanNpy(scan: Scan, item: Item): void {
  const header = readHeader(item.bytes);
  if (typeof header === "string")
    return report(scan, "npy.broken", item.where, `${item.where} is not a sound NumPy array: ${header}.`);
  const rest = item.bytes.length - header.data;
  if (header.objects) return scanPickle(scan, { ...item, bytes: item.bytes.subarray(header.data) });
  const wants =
    header.itemSize === null
      ? header.elements > 0 && rest % header.elements === 0
        ? rest
        : header.elements === 0
          ? 0
          : -1
      : header.elements * header.itemSize;
  if (wants !== rest)
    report(
      scan,
      "npy.size",
      item.where,
      `${item.where} holds ${rest} bytes of array data where its header says ${Math.max(0, wants)}.`,
    );
}
