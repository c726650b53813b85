import { layout } from "@countersign/record";
import {
  appendHashes,
  emptyRange,
  formatProof,
  leafHash,
  parseProof,
  rangeRoot,
  sameHash,
  tileHashes,
  tileWidth,
  verifyInclusion,
} from "@countersign/tlog";
import { phrase } from "@countersign/words";
import type { Ledger } from "../report.ts";
import type { Head } from "./checkpoint.ts";
import type { Contents } from "./contents.ts";

/** V8. The hashes of all leaves, also of those that are not in the bundle; the root follows from them. */
export function leafHashes({ tiles }: Contents, { checkpoint }: Head, ledger: Ledger): Uint8Array[] | null {
  ledger.begin("V8");
  const wanted = Math.ceil(checkpoint.size / tileWidth);
  if (tiles.size !== wanted)
    return ledger.add("tiles_wrong", "log/tile/0", phrase("{n} tiles, {wanted} are needed", { n: tiles.size, wanted }));
  const hashes: Uint8Array[] = [];
  for (let n = 0; n < wanted; n++) {
    const tile = tiles.get(n);
    const width = Math.min(tileWidth, checkpoint.size - n * tileWidth);
    if (tile?.width !== width || tile.bytes.length !== 32 * width)
      return ledger.add("tiles_wrong", "log/tile/0", phrase("tile {n} is not there with {width} hashes", { n, width }));
    hashes.push(...tileHashes(tile.bytes));
  }
  if (!sameHash(rangeRoot(appendHashes(emptyRange, hashes)), checkpoint.root))
    ledger.add("root_differs", layout.checkpoint);
  return hashes;
}

/** V7. Each record hashes to the leaf at the place where the bundle has it. */
export function leavesInTree({ leaves }: Contents, hashes: readonly Uint8Array[], ledger: Ledger): void {
  ledger.begin("V7");
  for (const [idx, bytes] of leaves) {
    const hash = hashes[idx];
    if (!hash || !sameHash(leafHash(bytes), hash)) ledger.add("leaf_not_in_tree", layout.leaf(idx));
  }
}

/** V13. Each record has its proof, in the one spelling of it, to this very tree head; and no proof is without record. */
export function proofsHold({ leaves, proofs }: Contents, { checkpoint, note }: Head, ledger: Ledger): void {
  ledger.begin("V13");
  for (const idx of proofs.keys())
    if (!leaves.has(idx)) ledger.add("proof_false", layout.proof(idx), phrase("there is no such record"));
  for (const [idx, bytes] of leaves) {
    const text = proofs.get(idx);
    const parsed = parseProof(text ?? "");
    if (text === undefined) ledger.add("proof_missing", layout.leaf(idx));
    else if (!parsed.ok) ledger.add("proof_false", layout.proof(idx), parsed);
    else {
      const { index, proof } = parsed.proof;
      const one = text === formatProof({ index, proof, checkpoint: note });
      const holds =
        one &&
        index === idx &&
        verifyInclusion({ index, size: checkpoint.size, leaf: leafHash(bytes), proof, root: checkpoint.root });
      if (!holds) ledger.add("proof_false", layout.proof(idx));
    }
  }
}
