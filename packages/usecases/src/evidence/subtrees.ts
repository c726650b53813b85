import { type Reader, tiles } from "@countersign/db";
import { type Subtrees, tileSubtrees } from "@countersign/tlog";

/** The tree as its stored tiles have it: what proofs are made from. */
export async function storedSubtrees(reader: Reader): Promise<Subtrees> {
  const all = await tiles(reader);
  return tileSubtrees((level, n) => all.get(`${level}/${n}`) ?? null);
}
