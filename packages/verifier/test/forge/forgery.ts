import { fromUtf8 } from "@countersign/canonical";
import { disclosureDigest, type Leaf, readDisclosure, readZip } from "@countersign/record";
import type { Code } from "../../src/index.ts";
import { textBytes } from "./edit.ts";
import type { Opened } from "./opened.ts";

export interface Forgery {
  claim: string;
  /** `repacked`: every hash recomputed, no key. `foreign`: signed with the forger's own key. `insider`: signed with the log's true key. */
  by: "repacked" | "foreign" | "insider";
  /** Which bundle: an approval with a condition, or a rejection. */
  of: "approved" | "rejected";
  /** Discrepancies that must be named; others may be. */
  finds: Code[];
  edit(opened: Opened, original: Uint8Array): void;
}

export const member = (bundle: Uint8Array, path: string): string => {
  const zip = readZip(bundle);
  return (zip.ok && fromUtf8(zip.members.get(path) ?? new Uint8Array())) || "";
};

/** A member's text with one thing put for another. */
export const put =
  (path: string, from: string, to: string) =>
  (opened: Opened, original: Uint8Array): void => {
    const text = member(original, path);
    if (!text.includes(from)) throw new Error(`${path} does not say ${from}`);
    opened.force.set(path, textBytes(text.replaceAll(from, to)));
  };

export const isApproval = (leaf: Leaf): boolean =>
  leaf.core.rows.some((image) => image.t === "decision" && image.row["act"] === "approve_with_conditions");
export const idOf = (opened: Opened, name: string): string => {
  const digest = disclosureDigest(opened.disclosures.find((encoded) => readDisclosure(encoded)?.value === name) ?? "");
  const image = opened.leaves
    .flatMap((leaf) => leaf.core.rows)
    .find((one) => one.t === "person" && one.row["name"] === digest);
  if (!image) throw new Error(`nobody is called ${name}`);
  return String(image.row["id"]);
};
