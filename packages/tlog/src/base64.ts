const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const values = new Map(Array.from(alphabet, (char, value) => [char, value]));

/** Base64 with padding (RFC 4648 §4); written here because this package imports nothing of ours. */
export function toBase64(bytes: Uint8Array): string {
  let text = "";
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 6) {
      bits -= 6;
      text += alphabet[(held >> bits) & 63] ?? "";
    }
  }
  if (bits > 0) text += alphabet[(held << (6 - bits)) & 63] ?? "";
  return text.padEnd(Math.ceil(text.length / 4) * 4, "=");
}

/** Bytes of the one base64 spelling of them (full padding, unused bits zero), or null. Total. */
export function parseBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0) return null;
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const out = new Uint8Array((text.length / 4) * 3 - padding);
  let at = 0;
  let bits = 0;
  let held = 0;
  for (let i = 0; i < text.length - padding; i++) {
    const value = values.get(text[i] ?? "");
    if (value === undefined) return null;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    out[at++] = (held >> bits) & 255;
  }
  return (held & ((1 << bits) - 1)) === 0 ? out : null;
}

/** The 32 bytes of a base64 SHA-256 value, or null. */
export function parseHash(text: string): Uint8Array | null {
  return text.length === 44 ? parseBase64(text) : null;
}
