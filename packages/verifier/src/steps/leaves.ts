import { decodeLeaf, layout, type Leaf } from "@countersign/record";
import { phrase } from "@countersign/words";
import type { Ledger } from "../report.ts";
import type { Contents } from "./contents.ts";

/** Longest entry of a log (C2SP tlog-tiles). */
const longest = 65_535;

/** Far more than one version's story has. Rules look at all rows for each judged one, so both numbers bound their time. */
const maxRows = 50_000;
const maxJudged = 4_000;
const judged: readonly string[] = ["decision", "approval", "review", "round", "contributor"];

/** V10. The records, in order, that are in canonical form, of the vocabulary, and say the place where they stand. */
export function readLeaves({ leaves }: Contents, origin: string, ledger: Ledger): Leaf[] {
  ledger.begin("V10");
  const read: Leaf[] = [];
  for (const [idx, bytes] of [...leaves].toSorted(([a], [b]) => a - b)) {
    const where = layout.leaf(idx);
    const decoded =
      bytes.length > longest ? { ok: false as const, problem: "longer than a record may be" } : decodeLeaf(bytes);
    if (!decoded.ok) ledger.add("leaf_form", where, decoded);
    else {
      if (decoded.leaf.idx !== idx || decoded.leaf.log !== origin)
        ledger.add(
          "leaf_place",
          where,
          phrase("it says #{n} of {log}", { n: decoded.leaf.idx, log: decoded.leaf.log }),
        );
      read.push(decoded.leaf);
    }
  }
  const rows = read.flatMap((leaf) => leaf.core.rows);
  if (rows.length > maxRows || rows.filter((image) => judged.includes(image.t)).length > maxJudged) {
    ledger.add("leaf_form", "log/leaf", phrase("more rows than the story of one version has"));
    return [];
  }
  if (read.length === 0) ledger.add("leaf_form", "log/leaf", phrase("there is no record that can be read"));
  return read;
}
