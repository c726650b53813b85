import { fromUtf8, hex, type Json, parseCanonical } from "@countersign/canonical";
import { besideManifest, disclosureDigest, layout, readDisclosure } from "@countersign/record";
import { parseTilePath, sha256 } from "@countersign/tlog";
import { phrase } from "@countersign/words";
import type { Ledger } from "../report.ts";
import type { Bundle } from "./container.ts";

/** What the members of a bundle are, by their paths. */
export interface Contents {
  /** Index → bytes of the record there, in order. */
  leaves: Map<number, Uint8Array>;
  proofs: Map<number, string>;
  /** Number → hashes of the level-0 tile, with the width that its path says. */
  tiles: Map<number, { width: number; bytes: Uint8Array }>;
  /** SHA-256 → parsed canonical JSON. */
  blobs: Map<string, Json>;
  /** Digest → text. */
  disclosures: Map<string, string>;
}

const whole: readonly string[] = [
  layout.checkpoint,
  layout.disclosures,
  layout.decisionJson,
  layout.decisionHtml,
  ...besideManifest,
];

/** Second half of V2: nothing stands in a bundle whose purpose this verifier does not know. */
export function readContents({ members }: Bundle, ledger: Ledger): Contents {
  const contents: Contents = {
    leaves: new Map(),
    proofs: new Map(),
    tiles: new Map(),
    blobs: new Map(),
    disclosures: new Map(),
  };
  for (const [path, bytes] of members) {
    if (!whole.includes(path) && !sorted(contents, path, bytes, ledger)) ledger.add("member_unknown", path);
  }
  readDisclosures(contents, members.get(layout.disclosures), ledger);
  return contents;
}

/** Puts a member where it belongs; false where no purpose has this path. */
function sorted(contents: Contents, path: string, bytes: Uint8Array, ledger: Ledger): boolean {
  const idx = Number(/^log\/(?:leaf|proof)\/(\d{12})\./.exec(path)?.[1] ?? Number.NaN);
  if (path === layout.leaf(idx)) return Boolean(contents.leaves.set(idx, bytes));
  if (path === layout.proof(idx)) return Boolean(contents.proofs.set(idx, fromUtf8(bytes) ?? ""));
  const tile = path.startsWith("log/") ? parseTilePath(path.slice("log/".length)) : null;
  if (tile?.level === 0 && !contents.tiles.has(tile.n))
    return Boolean(contents.tiles.set(tile.n, { width: tile.width, bytes }));
  const name = /^blob\/([0-9a-f]{64})\.json$/.exec(path)?.[1];
  if (name === undefined) return false;
  const parsed = parseCanonical(bytes);
  if (hex(sha256(bytes)) !== name) ledger.add("blob_changed", path);
  else if (!parsed.ok) ledger.add("blob_changed", path, parsed);
  else contents.blobs.set(name, parsed.value);
  return true;
}

/** V12, first half: each line is a disclosure, each once and in order. Whether a record binds it is asked later. */
function readDisclosures({ disclosures }: Contents, bytes: Uint8Array | undefined, ledger: Ledger): void {
  const text = fromUtf8(bytes ?? new Uint8Array());
  if (bytes === undefined || text === null || (text !== "" && !text.endsWith("\n")))
    return void ledger.add(
      "disclosure_unbound",
      layout.disclosures,
      phrase("the file is missing or not whole lines of text"),
    );
  let before = "";
  for (const line of text.split("\n").slice(0, -1)) {
    const read = readDisclosure(line);
    if (!read || line <= before)
      ledger.add("disclosure_unbound", layout.disclosures, phrase("a line that is no disclosure, or not in order"));
    else disclosures.set(disclosureDigest(line), read.value);
    before = line;
  }
}
