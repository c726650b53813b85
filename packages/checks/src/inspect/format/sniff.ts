import { latin1, startsWith } from "../bytes.ts";

interface Magic {
  format: string;
  at: number;
  magic: string | readonly number[];
}

const compressed: readonly Magic[] = [
  { format: "7-Zip archive", at: 0, magic: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { format: "RAR archive", at: 0, magic: "Rar!\u001a\u0007" },
  { format: "xz-compressed file", at: 0, magic: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00] },
  { format: "lzma-compressed file", at: 0, magic: [0x5d, 0x00, 0x00] },
  { format: "LZ4-compressed file", at: 0, magic: [0x04, 0x22, 0x4d, 0x18] },
  { format: "old joblib archive", at: 0, magic: "ZF0x" },
];

const others: readonly Magic[] = [
  { format: "HDF5 file (Keras, PyTables)", at: 0, magic: [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a] },
  { format: "TensorFlow Lite model", at: 4, magic: "TFL3" },
  { format: "CatBoost model", at: 0, magic: "CBM1" },
  { format: "Parquet file", at: 0, magic: "PAR1" },
  { format: "Arrow file", at: 0, magic: "ARROW1" },
  { format: "program (ELF)", at: 0, magic: [0x7f, 0x45, 0x4c, 0x46] },
  { format: "program (Windows)", at: 0, magic: "MZ" },
  { format: "program (Mach-O)", at: 0, magic: [0xcf, 0xfa, 0xed, 0xfe] },
  { format: "Java class or archive", at: 0, magic: [0xca, 0xfe, 0xba, 0xbe] },
  { format: "WebAssembly module", at: 0, magic: "\u0000asm" },
  { format: "PDF document", at: 0, magic: "%PDF-" },
];

const images: readonly Magic[] = [
  { format: "PNG image", at: 0, magic: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { format: "JPEG image", at: 0, magic: [0xff, 0xd8, 0xff] },
];

const find = (list: readonly Magic[], bytes: Uint8Array): string | null =>
  list.find(({ at, magic }) => startsWith(bytes, magic, at))?.format ?? null;

/** Formats that are recognised and never looked into: a file in one of them counts as not scanned. */
export const unreadableFormat = (bytes: Uint8Array): string | null => find(compressed, bytes) ?? find(others, bytes);

/** Pictures: nothing in a model's files runs them. */
export const imageFormat = (bytes: Uint8Array): string | null => find(images, bytes);

export const isGzip = (b: Uint8Array): boolean => startsWith(b, [0x1f, 0x8b]);
export const isBzip2 = (b: Uint8Array): boolean => /^BZh[1-9](1AY&SY|\u0017rE8P\u0090)/.test(latin1(b.subarray(0, 10)));
export const isZstd = (b: Uint8Array): boolean => startsWith(b, [0x28, 0xb5, 0x2f, 0xfd]);
/** RFC 1950: deflate, window up to 32 KiB, check bits, no dictionary. */
export const isZlib = (b: Uint8Array): boolean =>
  b.length > 2 &&
  (b[0] ?? 0) % 16 === 8 &&
  (b[0] ?? 0) < 128 &&
  (((b[0] ?? 0) << 8) | (b[1] ?? 0)) % 31 === 0 &&
  ((b[1] ?? 0) & 0x20) === 0;
export const isZip = (b: Uint8Array): boolean => startsWith(b, "PK\u0003\u0004") || startsWith(b, "PK\u0005\u0006");
