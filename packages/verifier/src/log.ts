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
import { english, phrase } from "@countersign/words";
import { type Detail, tell } from "./detail.ts";

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
  /** The same, to be said in another language. */
  detail: Detail;
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
    const detail = this.#begin(of.vkey, of.checkpoints);
    if (detail) this.#break(null, detail);
    else if (of.before && of.before.size > this.size)
      this.#break(
        null,
        phrase("it has {n} signed entries, and had {before} when it was verified before", {
          n: this.size,
          before: of.before.size,
        }),
      );
  }

  #begin(vkey: string, checkpoints: readonly string[]): Detail | null {
    const key = parseVkey(vkey);
    if (!key.ok) return phrase("the key of the log cannot be read: {problem}", { problem: key });
    for (const note of checkpoints) {
      const head = verifyCheckpoint(note, key.key);
      if (!head.ok) return phrase("a checkpoint is not signed by the key of the log: {problem}", { problem: head });
      const { size, root } = head.checkpoint;
      const other = this.#heads.get(size);
      if (other && !sameHash(other, root)) return phrase("two different trees of {n} entries are signed", { n: size });
      this.#heads.set(size, root);
    }
    return this.#heads.size === 0 ? phrase("nothing of it is signed") : null;
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
    if (inTree?.length !== 32) this.#break(at, phrase("it has no hash in the tree"));
    else if (ofBytes && !sameHash(ofBytes, inTree))
      this.#break(at, phrase("its bytes do not give the hash that stands in the tree"), {
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
      this.#break(
        size,
        phrase("it is missing: {signed} entries are signed, and {n} are there", { signed: this.size, n: size }),
      );
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
      return this.#break(null, phrase("its first {n} entries are not those that were verified before", { n: size }));
    if (signed && !sameHash(signed, root))
      return this.#break(
        null,
        phrase("the hashes of its first {n} entries do not give the root that was signed", { n: size }),
      );
    if (!signed) return;
    this.#signed = size;
  }

  #break(at: number | null, detail: Detail, hashes: LogBreak["hashes"] = null): void {
    this.#broken ??= { at, intact: at ?? this.#signed, problem: tell(english, detail), detail, hashes };
  }
}
