import { utf8 } from "@countersign/canonical";
import { leafHash, parseVkey, verifyProof } from "@countersign/tlog";

/**
 * Whether the bytes of one entry are in the log whose verifier key is given, by a tlog-proof. `size`: entries of the
 * signed tree. Total: whatever is not so is said in words.
 */
export function verifyEntry(of: {
  leaf: string;
  proof: string;
  vkey: string;
}): { ok: true; index: number; size: number } | { ok: false; problem: string } {
  const key = parseVkey(of.vkey);
  if (!key.ok) return { ok: false, problem: key.problem };
  const found = verifyProof(of.proof, leafHash(utf8(of.leaf)), key.key);
  return found.ok ? { ok: true, index: found.index, size: found.checkpoint.size } : found;
}
