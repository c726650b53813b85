import { layout, type Leaf } from "@countersign/record";
import type { Ledger } from "../report.ts";
import type { Contents } from "./contents.ts";

/** V12. Every disclosure is bound by a record, and every one that a record binds is there: a name cannot be swapped or dropped. */
export function disclosuresBound({ disclosures }: Contents, leaves: readonly Leaf[], ledger: Ledger): void {
  ledger.begin("V12");
  const bound = new Map(leaves.flatMap((leaf) => leaf.core.pii.map((digest) => [digest, leaf.idx] as const)));
  for (const [digest, idx] of bound)
    if (!disclosures.has(digest)) ledger.add("disclosure_missing", layout.leaf(idx), digest);
  for (const [digest, text] of disclosures)
    if (!bound.has(digest)) ledger.add("disclosure_unbound", layout.disclosures, text);
}
