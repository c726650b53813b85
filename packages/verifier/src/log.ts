import {
  appendHashes,
  type CompactRange,
  emptyRange,
  leafHash,
  parseVkey,
  rangeRoot,
  sameHash,
  toBase64,
  verifyCheckpoint,
} from "@countersign/tlog";

/** What somebody verified before: the log may have grown since, and must begin with the same entries. */
export interface Before {
  size: number;
  /** Root of the tree at that size, base64. */
  root: string;
}

/** Where the log does not hold, in words. */
export interface LogBreak {
  /** The first entry that does not fit; null where it is not one entry. */
  at: number | null;
  /** Entries before this one are as they were signed. */
  intact: number;
  problem: string;
  /** Of the entry: what its bytes give, and what stands in the tree. Base64. */
  hashes: { ofBytes: string; inTree: string } | null;
}

export type LogOutcome =
  | {
      ok: true;
      size: number;
      root: string;
      /** Entries whose bytes were hashed; the others stand by their hash. */ read: number;
    }
  | ({ ok: false } & LogBreak);

/**
 * Verifies a whole log entry by entry (RFC 6962 §2.1, C2SP tlog-checkpoint): bytes give their hash, the hashes give every
 * signed root on the way, and the tree that was verified before is the beginning of this one. Total: what is wrong is said.
 */
export class LogVerifier {
  /** Roots that were signed, by the size of their tree. */
  readonly #heads = new Map<number, Uint8Array>();
  readonly #before: Before | null;
  #range: CompactRange = emptyRange;
  #signed = 0;
  #read = 0;
  #broken: LogBreak | null = null;

  constructor(of: { vkey: string; checkpoints: readonly string[]; before: Before | null }) {
    this.#before = of.before;
    const problem = this.#begin(of.vkey, of.checkpoints);
    if (problem) this.#break(null, problem);
    else if (of.before && of.before.size > this.size)
      this.#break(null, `it has ${this.size} signed entries, and had ${of.before.size} when it was verified before`);
  }

  #begin(vkey: string, checkpoints: readonly string[]): string | null {
    const key = parseVkey(vkey);
    if (!key.ok) return `the key of the log cannot be read: ${key.problem}`;
    for (const note of checkpoints) {
      const head = verifyCheckpoint(note, key.key);
      if (!head.ok) return `a checkpoint is not signed by the key of the log: ${head.problem}`;
      const { size, root } = head.checkpoint;
      const other = this.#heads.get(size);
      if (other && !sameHash(other, root)) return `two different trees of ${size} entries are signed`;
      this.#heads.set(size, root);
    }
    return this.#heads.size === 0 ? "nothing of it is signed" : null;
  }

  /** Entries that the newest checkpoint signs. */
  get size(): number {
    return Math.max(0, ...this.#heads.keys());
  }

  /** The next entry: its hash in the tree (32 bytes; null where there is none), and its bytes where they are to be had. False once the log is broken: what comes after cannot be judged. */
  next(inTree: Uint8Array | null, leaf: Uint8Array | null): boolean {
    if (this.#broken) return false;
    const { size: at } = this.#range;
    const ofBytes = leaf && leafHash(leaf);
    if (inTree?.length !== 32) this.#break(at, "it has no hash in the tree");
    else if (ofBytes && !sameHash(ofBytes, inTree))
      this.#break(at, "its bytes do not give the hash that stands in the tree", {
        ofBytes: toBase64(ofBytes),
        inTree: toBase64(inTree),
      });
    else {
      if (leaf) this.#read++;
      this.#range = appendHashes(this.#range, [inTree]);
      this.#compare();
    }
    return this.#broken === null;
  }

  end(): LogOutcome {
    const { size } = this.#range;
    if (!this.#broken && size < this.size)
      this.#break(size, `it is missing: ${this.size} entries are signed, and ${size} are there`);
    if (this.#broken) return { ok: false, ...this.#broken };
    return { ok: true, size, root: toBase64(rangeRoot(this.#range)), read: this.#read };
  }

  /** At a size that was signed or verified before, the root has to be that one. */
  #compare(): void {
    const { size } = this.#range;
    const signed = this.#heads.get(size);
    const known = this.#before?.size === size ? this.#before : null;
    if (!signed && !known) return;
    const root = rangeRoot(this.#range);
    if (known && toBase64(root) !== known.root)
      return this.#break(null, `its first ${size} entries are not those that were verified before`);
    if (signed && !sameHash(signed, root))
      return this.#break(null, `the hashes of its first ${size} entries do not give the root that was signed`);
    if (!signed) return;
    this.#signed = size;
  }

  #break(at: number | null, problem: string, hashes: LogBreak["hashes"] = null): void {
    this.#broken ??= { at, intact: at ?? this.#signed, problem, hashes };
  }
}
