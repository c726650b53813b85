import { type Json, utf8 } from "@countersign/canonical";
import {
  disclose,
  disclosureDigest,
  documentDigest,
  type Leaf,
  readDisclosure,
  type StrictJson,
} from "@countersign/record";
import type { Opened } from "./opened.ts";

type Columns = { [column: string]: StrictJson };

/** The leaves of an act, in order; a test that edits none is no test. */
export function leavesOf(opened: Opened, act: string): Leaf[] {
  const found = opened.leaves.filter((leaf) => leaf.core.act === act);
  if (found.length === 0) throw new Error(`no record of ${act}`);
  return found;
}

/** Changes every image of a table's rows that fit. */
export function rewrite(opened: Opened, table: string, fits: (row: Columns) => boolean, change: Columns): void {
  const images = opened.leaves
    .flatMap((leaf) => leaf.core.rows)
    .filter((image) => image.t === table && fits(image.row));
  if (images.length === 0) throw new Error(`no row of ${table}`);
  for (const image of images) Object.assign(image.row, change);
}

/** Puts another text where a text is disclosed, with its digest in every record that binds it. */
export function reword(opened: Opened, from: string, to: string): void {
  for (const [i, encoded] of opened.disclosures.entries()) {
    const read = readDisclosure(encoded);
    if (read?.value !== from) continue;
    const made = disclose("AAAAAAAAAAAAAAAAAAAAAA", read.name, to);
    opened.disclosures[i] = made.encoded;
    replaceAll(opened, disclosureDigest(encoded), made.digest);
    return;
  }
  throw new Error(`nothing discloses ${from}`);
}

/** Replaces a digest in every record. */
function replaceAll(opened: Opened, from: string, to: string): void {
  opened.leaves = JSON.parse(JSON.stringify(opened.leaves).replaceAll(from, to)) as Leaf[];
}

/** Puts another document in the place of one, under its own digest, and names it wherever a record or document names the old one. */
export function swapBlob(opened: Opened, sha256: string, change: (document: { [key: string]: Json }) => void): string {
  const document = structuredClone(opened.blobs.get(sha256)) as { [key: string]: Json };
  change(document);
  const now = documentDigest(document);
  opened.blobs.delete(sha256);
  opened.blobs.set(now, document);
  replaceAll(opened, sha256, now);
  return now;
}

/** Adds an act after all others, like one that there is, in the same stream or another. */
export function later(opened: Opened, like: Leaf, change: Partial<Leaf["core"]>): Leaf {
  const made = structuredClone(like);
  const stream = change.stream ?? like.core.stream;
  made.idx = opened.hashes.push(new Uint8Array(32)) - 1;
  made.db = opened.exported.db;
  const sver =
    Math.max(0, ...opened.leaves.filter((leaf) => leaf.core.stream === stream).map((leaf) => leaf.core.sver)) + 1;
  Object.assign(
    made.core,
    { id: `evt_later_${made.idx}`, origin: "live", claimed_at: opened.exported.core.claimed_at, pii: [], sver },
    structuredClone(change),
  );
  opened.leaves.push(made);
  return made;
}

/** The first act of a kind whose rows fit. */
export function actOf(opened: Opened, act: string, fits: (row: Columns) => boolean = () => true): Leaf {
  const found = leavesOf(opened, act).find((leaf) => leaf.core.rows.some((image) => fits(image.row)));
  if (!found) throw new Error(`no record of ${act} that fits`);
  return found;
}

/** The image of a table's row in an act. */
export function imageIn(leaf: Leaf, table: string): Columns {
  const image = leaf.core.rows.find((one) => one.t === table);
  if (!image) throw new Error(`${leaf.core.act} writes no ${table}`);
  return image.row;
}

/** The act as somebody else's. */
export const actedBy = (leaf: Leaf, person: string): void =>
  void Object.assign(leaf.core.actor, { kind: "user", id: person, person });

/** Leaves acts out and closes the numbering of their streams, as if they had never been. */
export function dropActs(opened: Opened, fits: (leaf: Leaf) => boolean): void {
  const dropped = opened.leaves.filter(fits);
  if (dropped.length === 0) throw new Error("nothing to drop");
  opened.leaves = opened.leaves.filter((leaf) => !fits(leaf));
  const streams = new Map<string, number>();
  for (const leaf of opened.leaves) {
    const sver = (streams.get(leaf.core.stream) ?? 0) + 1;
    streams.set(leaf.core.stream, sver);
    leaf.core.sver = sver;
  }
  const bound = new Set(opened.leaves.flatMap((leaf) => leaf.core.pii));
  opened.disclosures = opened.disclosures.filter((encoded) => bound.has(disclosureDigest(encoded)));
}

/** The SHA-256 that a row of the first fitting image names in a column. */
export function named(
  opened: Opened,
  table: string,
  column: string,
  fits: (row: Columns) => boolean = () => true,
): string {
  const image = opened.leaves
    .flatMap((leaf) => leaf.core.rows)
    .findLast((one) => one.t === table && typeof one.row[column] === "string" && fits(one.row));
  if (!image) throw new Error(`no row of ${table} names ${column}`);
  return String(image.row[column]);
}

export const textBytes = (text: string): Uint8Array => utf8(text);
