import { sha256 } from "./sha256.ts";

/** RFC 6962 §2.1: leaves and nodes carry different first bytes, so neither can pass for the other. */
export function leafHash(leaf: Uint8Array): Uint8Array {
  const input = new Uint8Array(leaf.length + 1);
  input.set(leaf, 1);
  return sha256(input);
}

/** SHA-256(0x01 ‖ left ‖ right); both 32 bytes. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  const input = new Uint8Array(65);
  input[0] = 1;
  input.set(left, 1);
  input.set(right, 33);
  return sha256(input);
}

/** Root of the tree without leaves: SHA-256 of nothing. */
export const emptyRoot = (): Uint8Array => sha256(new Uint8Array());

/** Whether two hashes are equal; digests are public, so time may depend on them. */
export function sameHash(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** Whether a value is a tree size or index: an integer in 0..2^53-1. */
export const isSize = (n: unknown): n is number => Number.isSafeInteger(n) && (n as number) >= 0;
