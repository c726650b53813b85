import { ed25519 } from "@noble/curves/ed25519.js";
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { parseBase64, toBase64 } from "./base64.ts";
import { sha256 } from "./sha256.ts";

/** Signature type byte of plain Ed25519 (C2SP signed-note). */
const ed25519Type = 0x01;

/** A public key of a note: `id` is the 4-byte key ID in hexadecimal. */
export interface NoteKey {
  name: string;
  id: string;
  publicKey: Uint8Array;
}

export interface NoteSigner extends NoteKey {
  sign(text: string): Uint8Array;
}

/** Key names and origins: not empty, no white space, no plus, no control character (C2SP signed-note). */
export const isKeyName = (name: string): boolean =>
  /^[^\s+\u0000-\u001f\u007f]{1,255}$/u.test(name) && name.isWellFormed();

const typed = (publicKey: Uint8Array): Uint8Array => concatBytes(Uint8Array.of(ed25519Type), publicKey);

/** SHA-256(name ‖ LF ‖ type ‖ key), first four bytes. */
function keyId(name: string, publicKey: Uint8Array): string {
  return bytesToHex(sha256(concatBytes(utf8ToBytes(`${name}\n`), typed(publicKey))).subarray(0, 4));
}

/** A signer from the 32-byte Ed25519 seed (RFC 8032 §5.1.5). Throws RangeError on another length or a bad name. */
export function noteSigner(name: string, seed: Uint8Array): NoteSigner {
  if (seed.length !== 32 || !isKeyName(name))
    throw new RangeError("a seed of 32 bytes and a plain key name are needed");
  const publicKey = ed25519.getPublicKey(seed);
  return { name, id: keyId(name, publicKey), publicKey, sign: (text) => ed25519.sign(utf8ToBytes(text), seed) };
}

/** Verifier key text: `name+id+base64(type ‖ key)`. */
export const formatVkey = (key: NoteKey): string => `${key.name}+${key.id}+${toBase64(typed(key.publicKey))}`;

export type VkeyResult = { ok: true; key: NoteKey } | { ok: false; problem: string };

/** Reads a verifier key; the ID must be the key's own and the type Ed25519. Total. */
export function parseVkey(text: string): VkeyResult {
  if (text.length > 512) return { ok: false, problem: "longer than a verifier key" };
  const first = text.indexOf("+");
  const second = text.indexOf("+", first + 1);
  const name = text.slice(0, Math.max(first, 0));
  if (second < 0 || !isKeyName(name)) return { ok: false, problem: "not of the form name+id+key" };
  const bytes = parseBase64(text.slice(second + 1));
  if (bytes?.length !== 33 || bytes[0] !== ed25519Type) return { ok: false, problem: "not an Ed25519 key" };
  const publicKey = bytes.slice(1);
  const id = keyId(name, publicKey);
  if (text.slice(first + 1, second) !== id)
    return { ok: false, problem: "the key's ID does not belong to name and key" };
  return { ok: true, key: { name, id, publicKey } };
}

/** Whether `signature` is the key's over `text` (strict RFC 8032: no malleable form passes). Total. */
export function verifyText(key: NoteKey, text: string, signature: Uint8Array): boolean {
  if (signature.length !== 64 || !text.isWellFormed()) return false;
  try {
    return ed25519.verify(signature, utf8ToBytes(text), key.publicKey, { zip215: false });
  } catch {
    return false;
  }
}

/** Bytes of a key ID. */
export const keyIdBytes = (id: string): Uint8Array => hexToBytes(id);
