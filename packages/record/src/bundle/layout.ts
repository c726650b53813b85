/** Where things stand in an evidence bundle, version 1. */
export const layout = {
  manifest: "manifest.json",
  decisionJson: "decision.json",
  decisionHtml: "decision.html",
  disclosures: "disclosures.ndjson",
  checkpoint: "log/checkpoint",
  leaf: (idx: number): string => `log/leaf/${pad(idx)}.json`,
  proof: (idx: number): string => `log/proof/${pad(idx)}.tlog-proof`,
  /** `path`: the tile's path of C2SP tlog-tiles, such as `tile/0/x001/234`. */
  tile: (path: string): string => `log/${path}`,
  blob: (sha256: string): string => `blob/${sha256}.json`,
  /** The export's own leaf and its proof: made after the manifest, so beside it and not in it. */
  exportLeaf: "export/leaf.json",
  exportProof: "export/leaf.tlog-proof",
  /** Base64 hashes, a line each: the bundle's tree is a prefix of the one that the export's proof leads to (RFC 6962 §2.1.2). */
  exportConsistency: "export/consistency.txt",
} as const;

const pad = (idx: number): string => String(idx).padStart(12, "0");

/** Members that the manifest does not list. */
export const besideManifest: readonly string[] = [
  layout.manifest,
  layout.exportLeaf,
  layout.exportProof,
  layout.exportConsistency,
];

/** What a bundle holds and of what; canonical JSON. Its SHA-256 stands in the export's own leaf. */
export interface BundleManifest {
  bundle: 1;
  /** Origin of the log. */
  log: string;
  /** Size of the tree that the bundle is told as of. */
  size: number;
  scope: { model: string; version: string; number: number; identity: string };
  /** Streams in scope with the number of their last event at `size`. */
  heads: Record<string, number>;
  members: { path: string; sha256: string; size: number }[];
}
