/** Little-endian numbers and text out of bytes. Every reader gives null past the end. */
export const u16 = (b: Uint8Array, at: number): number | null =>
  at + 2 > b.length ? null : (b[at] ?? 0) | ((b[at + 1] ?? 0) << 8);

export const u32 = (b: Uint8Array, at: number): number | null =>
  at + 4 > b.length
    ? null
    : ((b[at] ?? 0) | ((b[at + 1] ?? 0) << 8) | ((b[at + 2] ?? 0) << 16)) + (b[at + 3] ?? 0) * 0x1000000;

/** An unsigned 64-bit number; what a double cannot hold exactly becomes Infinity, which no file reaches. */
export function u64(b: Uint8Array, at: number): number | null {
  const low = u32(b, at);
  const high = u32(b, at + 4);
  if (low === null || high === null) return null;
  const n = high * 0x100000000 + low;
  return Number.isSafeInteger(n) ? n : Number.POSITIVE_INFINITY;
}

export function startsWith(b: Uint8Array, magic: string | readonly number[], at = 0): boolean {
  for (let i = 0; i < magic.length; i++)
    if (b[at + i] !== (typeof magic === "string" ? magic.charCodeAt(i) : magic[i])) return false;
  return true;
}

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** UTF-8 text, or null where the bytes are not UTF-8. */
export function utf8(b: Uint8Array): string | null {
  try {
    return strict.decode(b);
  } catch {
    return null;
  }
}

export const latin1 = (b: Uint8Array): string => Buffer.from(b.buffer, b.byteOffset, b.byteLength).toString("latin1");

/** A name from a hostile file as it may stand in a sentence: printable, short. */
export function shown(name: string, most = 120): string {
  const plain = name.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu, "?");
  return plain.length > most ? `${plain.slice(0, most)}…` : plain;
}
