import { fromUtf8, type Json, jcsBytes, utf8 } from "@countersign/canonical";
import {
  type BundleManifest,
  decisionDocument,
  decisionHtml,
  decodeLeaf,
  disclosureDigest,
  documentDigest,
  encodeLeaf,
  layout,
  type Leaf,
  readDisclosure,
  readZip,
  replay,
  writeZip,
} from "@countersign/record";
import {
  consistencyProof,
  formatProof,
  inclusionProof,
  leafHash,
  memorySubtrees,
  type NoteSigner,
  parseProof,
  sha256,
  signCheckpoint,
  tileHashes,
  tilePath,
  toBase64,
  treeRoot,
} from "@countersign/tlog";

/** A bundle taken apart, as a forger holds it: everything in it can be edited before it is put together again. */
export interface Opened {
  leaves: Leaf[];
  /** Hash of every leaf of the log, also of those outside the bundle. */
  hashes: Uint8Array[];
  note: string;
  disclosures: string[];
  blobs: Map<string, Json>;
  manifest: BundleManifest;
  exported: Leaf;
  exportNote: string;
  /** Members to put in as they are, over those that are derived; null leaves one out. */
  force: Map<string, Uint8Array | null>;
  /** Streams that the manifest's heads leave out. */
  forgetHeads: string[];
  /** What the forger leaves as it was: the manifest, the export's own record with its proof. */
  keep: ("manifest" | "export")[];
  /** The export stands in another history than the bundle's. */
  fork: boolean;
  /** What the export's own record says of itself, over what is true. */
  exportSays: Partial<Leaf>;
  /** Other bytes for what stands beside the manifest. */
  beside: Map<string, (true_: Uint8Array) => Uint8Array>;
  original: ReadonlyMap<string, Uint8Array>;
}

const need = <T>(value: T | null | undefined): T => {
  if (value === null || value === undefined) throw new Error("the bundle to forge from is not whole");
  return value;
};

export function open(bundle: Uint8Array): Opened {
  const zip = readZip(bundle);
  if (!zip.ok) throw new Error(zip.problem);
  const text = (path: string): string => need(fromUtf8(need(zip.members.get(path))));
  const leaf = (path: string): Leaf => {
    const read = decodeLeaf(need(zip.members.get(path)));
    if (!read.ok) throw new Error(read.problem);
    return read.leaf;
  };
  const paths = [...zip.members.keys()];
  const tiles = paths.filter((path) => path.startsWith("log/tile/0/")).toSorted();
  const proof = parseProof(text(layout.exportProof));
  if (!proof.ok) throw new Error(proof.problem);
  return {
    leaves: paths
      .filter((path) => path.startsWith("log/leaf/"))
      .toSorted()
      .map(leaf),
    hashes: tiles.flatMap((path) => tileHashes(need(zip.members.get(path)))),
    note: text(layout.checkpoint),
    disclosures: text(layout.disclosures).split("\n").slice(0, -1),
    blobs: new Map(
      paths
        .filter((path) => path.startsWith("blob/"))
        .map((path) => [path.slice(5, 69), JSON.parse(text(path)) as Json]),
    ),
    manifest: JSON.parse(text(layout.manifest)) as BundleManifest,
    exported: leaf(layout.exportLeaf),
    exportNote: proof.proof.checkpoint,
    force: new Map(),
    forgetHeads: [],
    keep: [],
    fork: false,
    exportSays: {},
    beside: new Map(),
    original: zip.members,
  };
}

/**
 * Puts a bundle together with every hash recomputed: leaves into the tree, proofs, readable copies, manifest, the export's
 * own record. Without a signer the old signatures stay, which is all that a forger without a key can do.
 */
export function close(opened: Opened, signer: NoteSigner | null): Uint8Array {
  const { leaves, blobs, exported } = opened;
  const hashes = [...opened.hashes];
  for (const leaf of leaves) hashes[leaf.idx] = leafHash(encodeLeaf(leaf));
  const size = hashes.length;
  const subtrees = memorySubtrees(hashes);
  const sign = (n: number, of: typeof subtrees): string =>
    signer ? signCheckpoint({ origin: signer.name, size: n, root: treeRoot(n, of) }, [signer]) : "";
  const note = sign(size, subtrees) || opened.note;
  const { state, heads } = replay(leaves);
  const texts = new Map(
    opened.disclosures.map((encoded) => [disclosureDigest(encoded), readDisclosure(encoded)?.value ?? ""]),
  );
  const document = need(
    decisionDocument(state, leaves, opened.manifest.scope.version, size, (digest) => texts.get(digest) ?? "erased"),
  );
  const members = new Map<string, Uint8Array>([
    [layout.checkpoint, utf8(note)],
    [
      layout.disclosures,
      utf8(
        opened.disclosures
          .toSorted()
          .map((line) => `${line}\n`)
          .join(""),
      ),
    ],
    ...[...blobs.values()].map((blob): [string, Uint8Array] => [layout.blob(documentDigest(blob)), jcsBytes(blob)]),
    ...leaves.flatMap((leaf): [string, Uint8Array][] => [
      [layout.leaf(leaf.idx), encodeLeaf(leaf)],
      [
        layout.proof(leaf.idx),
        utf8(formatProof({ index: leaf.idx, proof: inclusionProof(leaf.idx, size, subtrees), checkpoint: note })),
      ],
    ]),
    ...Array.from({ length: Math.ceil(size / 256) }, (_, n): [string, Uint8Array] => {
      const own = hashes.slice(n * 256, n * 256 + 256);
      return [
        layout.tile(tilePath({ level: 0, n, width: own.length })),
        Uint8Array.from(own.flatMap((hash) => [...hash])),
      ];
    }),
    [layout.decisionJson, jcsBytes(document)],
    [layout.decisionHtml, utf8(decisionHtml(document))],
  ]);
  for (const [path, bytes] of opened.force)
    if (bytes) members.set(path, bytes);
    else members.delete(path);
  const named = Object.fromEntries(
    [...heads].filter(([stream]) => !opened.forgetHeads.includes(stream)).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
  const manifest: BundleManifest = opened.keep.includes("manifest")
    ? opened.manifest
    : {
        ...opened.manifest,
        size,
        heads: named,
        members: [...members]
          .map(([path, bytes]) => ({ path, sha256: hexOf(bytes), size: bytes.length }))
          .toSorted((a, b) => (a.path < b.path ? -1 : 1)),
      };
  const leaf: Leaf = structuredClone({ ...exported, idx: signer ? size : exported.idx, ...opened.exportSays });
  const row = need(leaf.core.rows[0]).row;
  Object.assign(row, { manifest_sha256: hexOf(jcsBytes(manifest)), heads: Object.entries(named), log_size: size });
  const after = memorySubtrees([
    ...(opened.fork ? [new Uint8Array(32), ...hashes.slice(1)] : hashes),
    leafHash(encodeLeaf(leaf)),
  ]);
  const exportSize = size + 1;
  const beside = new Map<string, Uint8Array>([
    [layout.exportLeaf, encodeLeaf(leaf)],
    [
      layout.exportProof,
      utf8(
        formatProof({
          index: signer ? size : leaf.idx,
          proof: inclusionProof(size, exportSize, after),
          checkpoint: sign(exportSize, after) || opened.exportNote,
        }),
      ),
    ],
    [
      layout.exportConsistency,
      utf8(
        consistencyProof(size, exportSize, after)
          .map((hash) => `${toBase64(hash)}\n`)
          .join(""),
      ),
    ],
  ]);
  if (opened.keep.includes("export"))
    for (const path of beside.keys()) beside.set(path, need(opened.original.get(path)));
  for (const [path, change] of opened.beside) beside.set(path, change(need(beside.get(path))));
  return writeZip(
    [...members, ...beside, [layout.manifest, jcsBytes(manifest)] as const].map(([path, bytes]) => ({ path, bytes })),
  );
}

const hexOf = (bytes: Uint8Array): string =>
  [...sha256(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
