import { fromUtf8, jcs } from "@countersign/canonical";
import { decodeLeaf, layout, type Leaf, type Row } from "@countersign/record";
import { leafHash, type NoteKey, parseHash, parseProof, verifyConsistency, verifyInclusion } from "@countersign/tlog";
import { phrase } from "@countersign/words";
import type { Ledger } from "../report.ts";
import { type Head, signedHead } from "./checkpoint.ts";
import type { Bundle } from "./container.ts";

/**
 * V4. The export's own record names this manifest and these ends of streams, and is in the log after the state that the
 * bundle tells. Whoever changes a listed file, drops an act or leaves a stream out would have to change that record.
 */
export function exportLogged(bundle: Bundle, head: Head, keys: readonly NoteKey[], ledger: Ledger): Leaf | null {
  ledger.begin("V4");
  const { members, manifest } = bundle;
  const bytes = members.get(layout.exportLeaf) ?? new Uint8Array();
  const decoded = decodeLeaf(bytes.length > 65_535 ? new Uint8Array() : bytes);
  if (!decoded.ok) return ledger.add("export_form", layout.exportLeaf, decoded);
  const { leaf } = decoded;
  const [first, more] = leaf.core.rows;
  const image =
    leaf.core.act === "evidence.exported" && !more ? (first?.row as Row<"evidence_export"> | undefined) : undefined;
  if (!image) return ledger.add("export_form", layout.exportLeaf, phrase("it records no export"));
  if (image.manifest_sha256 !== bundle.manifestSha256) ledger.add("export_other_manifest", layout.manifest);
  if (jcs(image.heads) !== jcs(Object.entries(manifest.heads))) ledger.add("export_other_heads", layout.exportLeaf);
  if (image.version_id !== manifest.scope.version || image.log_size !== manifest.size || leaf.log !== manifest.log) {
    ledger.add("export_other_manifest", layout.exportLeaf, phrase("it is of another version, size or log"));
  }
  placeInLog(bundle, leaf, bytes, head, keys, ledger);
  return leaf;
}

function placeInLog(
  { members }: Bundle,
  leaf: Leaf,
  bytes: Uint8Array,
  head: Head,
  keys: readonly NoteKey[],
  ledger: Ledger,
): void {
  const parsed = parseProof(fromUtf8(members.get(layout.exportProof) ?? new Uint8Array()) ?? "");
  if (!parsed.ok) return void ledger.add("export_not_logged", layout.exportProof, parsed);
  const { index, proof, extra } = parsed.proof;
  const signed = signedHead(parsed.proof.checkpoint, keys);
  if (!signed.ok) return void ledger.add("export_not_logged", layout.exportProof, signed);
  const { origin, size, root } = signed.head.checkpoint;
  const included = verifyInclusion({ index, size, leaf: leafHash(bytes), proof, root });
  if (!included || extra !== undefined || index !== leaf.idx || origin !== leaf.log)
    ledger.add("export_not_logged", layout.exportProof);
  if (index < head.checkpoint.size)
    ledger.add("export_not_logged", layout.exportProof, phrase("it stands before the state that the bundle tells"));
  const between = consistency(members.get(layout.exportConsistency));
  const { checkpoint } = head;
  const grew =
    checkpoint.size > 0 &&
    between !== null &&
    origin === checkpoint.origin &&
    verifyConsistency({ size1: checkpoint.size, size2: size, root1: checkpoint.root, root2: root, proof: between });
  if (!grew) ledger.add("trees_inconsistent", layout.exportConsistency);
}

/** Hashes of the consistency proof, a line each in base64, or null. */
function consistency(bytes: Uint8Array | undefined): Uint8Array[] | null {
  const text = fromUtf8(bytes ?? new Uint8Array());
  if (bytes === undefined || text === null || bytes.length > 64 * 45 || (text !== "" && !text.endsWith("\n")))
    return null;
  const hashes = text.split("\n").slice(0, -1).map(parseHash);
  return hashes.every((hash) => hash !== null) ? hashes : null;
}
