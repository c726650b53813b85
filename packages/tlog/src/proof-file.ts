import { parseBase64, parseHash, toBase64 } from "./base64.ts";
import { parseDecimal, verifyCheckpoint, type Checkpoint } from "./checkpoint.ts";
import { isSize } from "./hash.ts";
import type { NoteKey } from "./key.ts";
import { verifyInclusion } from "./verify-proof.ts";

const header = "c2sp.org/tlog-proof@v1";

/** A receipt: an entry's place, the hashes that lead to the root, the signed checkpoint verbatim (C2SP tlog-proof). */
export interface LogProof {
  /** Opaque and not authenticated. */
  extra?: Uint8Array;
  index: number;
  proof: Uint8Array[];
  checkpoint: string;
}

/** Text of a `.tlog-proof` file. Throws RangeError on an index or hash that cannot stand in one. */
export function formatProof(proof: LogProof): string {
  if (!isSize(proof.index) || proof.proof.some((hash) => hash.length !== 32)) throw new RangeError("not a proof");
  const extra = proof.extra ? [`extra ${toBase64(proof.extra)}`] : [];
  return [header, ...extra, `index ${proof.index}`, ...proof.proof.map(toBase64), "", proof.checkpoint].join("\n");
}

export type ProofResult = { ok: true; proof: LogProof } | { ok: false; problem: string };

/** Reads a proof file; the checkpoint in it is not yet believed. Total, bounded by 64 hashes and 1 MB. */
export function parseProof(text: string): ProofResult {
  const no = (problem: string): ProofResult => ({ ok: false, problem });
  if (text.length > 1_000_000) return no("longer than a proof");
  const blank = text.indexOf("\n\n");
  if (blank < 0) return no("no empty line before the checkpoint");
  const lines = text.slice(0, blank).split("\n");
  if (lines.shift() !== header) return no(`does not begin with ${header}`);
  const extra = lines[0]?.startsWith("extra ") ? parseBase64(lines.shift()?.slice(6) ?? "") : undefined;
  if (extra === null) return no("extra is not base64");
  const place = lines.shift() ?? "";
  const index = place.startsWith("index ") ? parseDecimal(place.slice(6)) : null;
  if (index === null) return no("the index is no plain decimal number");
  if (lines.length > 64) return no("more than 64 hashes");
  const proof: Uint8Array[] = [];
  for (const line of lines) {
    const hash = parseHash(line);
    if (!hash) return no("a line that is no hash");
    proof.push(hash);
  }
  return { ok: true, proof: { ...(extra ? { extra } : {}), index, proof, checkpoint: text.slice(blank + 2) } };
}

export type VerifiedProof = { ok: true; index: number; checkpoint: Checkpoint } | { ok: false; problem: string };

/** Whether the file shows the entry with this leaf hash in the log whose key is `log`. Total. */
export function verifyProof(text: string, leaf: Uint8Array, log: NoteKey): VerifiedProof {
  const parsed = parseProof(text);
  if (!parsed.ok) return parsed;
  const { index, proof } = parsed.proof;
  const verified = verifyCheckpoint(parsed.proof.checkpoint, log);
  if (!verified.ok) return verified;
  const { checkpoint } = verified;
  const included = verifyInclusion({ index, size: checkpoint.size, leaf, proof, root: checkpoint.root });
  return included
    ? { ok: true, index, checkpoint }
    : { ok: false, problem: "the entry is not at this place of the tree" };
}
