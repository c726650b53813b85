/** Text and byte encodings, written out because pure packages see neither DOM nor Node. */

/** UTF-8 bytes of well-formed text; a lone surrogate is refused (RFC 8785 §3.2.2.2). */
export function utf8(text: string): Uint8Array {
  if (!text.isWellFormed()) throw new RangeError("text with a lone surrogate");
  const out = new Uint8Array(text.length * 3);
  let at = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x80) out[at++] = code;
    else if (code < 0x800) {
      out[at++] = 0xc0 | (code >> 6);
      out[at++] = 0x80 | (code & 0x3f);
    } else if (code < 0x10000) {
      out[at++] = 0xe0 | (code >> 12);
      out[at++] = 0x80 | ((code >> 6) & 0x3f);
      out[at++] = 0x80 | (code & 0x3f);
    } else {
      out[at++] = 0xf0 | (code >> 18);
      out[at++] = 0x80 | ((code >> 12) & 0x3f);
      out[at++] = 0x80 | ((code >> 6) & 0x3f);
      out[at++] = 0x80 | (code & 0x3f);
    }
  }
  return out.slice(0, at);
}

/** Text of strictly valid UTF-8 (RFC 3629: no overlong form, no surrogate, no code above U+10FFFF), or null. */
export function fromUtf8(bytes: Uint8Array): string | null {
  const parts: string[] = [];
  let units: number[] = [];
  for (let i = 0; i < bytes.length;) {
    const first = bytes[i] ?? 0;
    const length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
    if (length === 0 || i + length > bytes.length) return null;
    let code = length === 1 ? first : first & (0x7f >> length);
    for (let k = 1; k < length; k++) {
      const next = bytes[i + k] ?? 0;
      if ((next & 0xc0) !== 0x80) return null;
      code = (code << 6) | (next & 0x3f);
    }
    if (length === 3 && (code < 0x800 || (code >= 0xd800 && code <= 0xdfff))) return null;
    if (length === 4 && (code < 0x10000 || code > 0x10ffff)) return null;
    units.push(code);
    if (units.length === 4096) {
      parts.push(String.fromCodePoint(...units));
      units = [];
    }
    i += length;
  }
  parts.push(String.fromCodePoint(...units));
  return parts.join("");
}

const digits = "0123456789abcdef";

/** Lower-case hexadecimal. */
export function hex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += (digits[byte >> 4] ?? "") + (digits[byte & 15] ?? "");
  return text;
}

/** Bytes of lower-case hexadecimal, or null. */
export function fromHex(text: string): Uint8Array | null {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) return null;
  return Uint8Array.from({ length: text.length / 2 }, (_, i) => Number.parseInt(text.slice(2 * i, 2 * i + 2), 16));
}

const standard = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Base64 with padding (RFC 4648 §4). */
export function base64(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const group = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const left = bytes.length - i;
    text += standard[group >> 18] ?? "";
    text += standard[(group >> 12) & 63] ?? "";
    text += left > 1 ? standard[(group >> 6) & 63] : "=";
    text += left > 2 ? standard[group & 63] : "=";
  }
  return text;
}

/** Bytes of canonical base64 (padding present, unused bits zero), or null. */
export function fromBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null;
  const out: number[] = [];
  for (let i = 0; i < text.length; i += 4) {
    const codes = [0, 1, 2, 3].map((k) => (text[i + k] === "=" ? 0 : standard.indexOf(text[i + k] ?? "")));
    const group = ((codes[0] ?? 0) << 18) | ((codes[1] ?? 0) << 12) | ((codes[2] ?? 0) << 6) | (codes[3] ?? 0);
    out.push(group >> 16);
    if (text[i + 2] !== "=") out.push((group >> 8) & 255);
    if (text[i + 3] !== "=") out.push(group & 255);
  }
  const bytes = Uint8Array.from(out);
  return base64(bytes) === text ? bytes : null;
}

/** Base64url without padding (RFC 4648 §5). */
export const base64url = (bytes: Uint8Array): string =>
  base64(bytes).replace(/=+$/, "").replaceAll("+", "-").replaceAll("/", "_");

/** Bytes of unpadded, canonical base64url, or null. */
export function fromBase64url(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null;
  return fromBase64(text.replaceAll("-", "+").replaceAll("_", "/") + "=".repeat((4 - (text.length % 4)) % 4));
}

/** Whether two byte strings are equal. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
