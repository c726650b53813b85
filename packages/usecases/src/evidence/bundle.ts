import { createHash } from "node:crypto";
import { jcs, utf8 } from "@countersign/canonical";
import { blob, disclosures, leavesOf, newestCheckpoint, type Reader, type Row, tiles } from "@countersign/db";
import {
  type BundleManifest,
  type DecisionDocument,
  decisionDocument,
  decisionHtml,
  decodeLeaf,
  layout,
  type Leaf,
  type Member,
  readDisclosure,
  replay,
  type State,
} from "@countersign/record";
import { formatProof, inclusionProof, tilePath, tileSubtrees, tileWidth } from "@countersign/tlog";
import { streamsInScope } from "./streams.ts";

export interface BundleDraft {
  manifest: BundleManifest;
  manifestBytes: Uint8Array;
  members: Member[];
  document: DecisionDocument;
  size: number;
}

/** Everything of a bundle but the export's own leaf: read from one snapshot, told as of the newest checkpoint. */
export async function draftBundle(
  reader: Reader,
  model: Row<"model">,
  version: Row<"version">,
): Promise<BundleDraft | null> {
  const checkpoint = await newestCheckpoint(reader);
  if (!checkpoint) return null;
  const streams = await streamsInScope(reader, version);
  const stored = await leavesOf(reader, streams, checkpoint.size);
  const leaves = stored.map(({ bytes }) => parsed(bytes));
  const hashTiles = await tiles(reader);
  const { state, heads } = replay(leaves);
  const disclosed = await disclosures(
    reader,
    leaves.flatMap((leaf) => leaf.core.pii),
  );
  const text = textOf(disclosed);
  const document = decisionDocument(state, leaves, version.id, checkpoint.size, text);
  if (!document) return null;
  const subtrees = tileSubtrees((level, n) => hashTiles.get(`${level}/${n}`) ?? null);
  const members: Member[] = [
    { path: layout.checkpoint, bytes: utf8(checkpoint.note) },
    ...stored.flatMap(({ idx, bytes }) => [
      { path: layout.leaf(idx), bytes },
      {
        path: layout.proof(idx),
        bytes: utf8(
          formatProof({
            index: idx,
            proof: inclusionProof(idx, checkpoint.size, subtrees),
            checkpoint: checkpoint.note,
          }),
        ),
      },
    ]),
    ...levelZero(hashTiles, checkpoint.size),
    {
      path: layout.disclosures,
      bytes: utf8(
        [...disclosed.values()]
          .toSorted()
          .map((encoded) => `${encoded}\n`)
          .join(""),
      ),
    },
    ...(await blobMembers(reader, state, version.id)),
    { path: layout.decisionJson, bytes: utf8(jcs(document)) },
    { path: layout.decisionHtml, bytes: utf8(decisionHtml(document)) },
  ];
  const manifest: BundleManifest = {
    bundle: 1,
    log: leaves[0]?.log ?? "",
    size: checkpoint.size,
    scope: { model: model.key, version: version.id, number: version.number, identity: version.identity ?? "" },
    heads: Object.fromEntries([...heads].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    members: members
      .map(({ path, bytes }) => ({
        path,
        sha256: createHash("sha256").update(bytes).digest("hex"),
        size: bytes.length,
      }))
      .toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  };
  return { manifest, manifestBytes: utf8(jcs(manifest)), members, document, size: checkpoint.size };
}

function parsed(bytes: Uint8Array): Leaf {
  const decoded = decodeLeaf(bytes);
  if (!decoded.ok) throw new Error(`a leaf of this log does not parse: ${decoded.problem}`);
  return decoded.leaf;
}

const textOf =
  (disclosed: Map<string, string>) =>
  (digest: string): string => {
    const encoded = disclosed.get(digest);
    return (encoded && readDisclosure(encoded)?.value) ?? "erased";
  };

/** The level-0 hash tiles of the tree: the verifier computes the root from every leaf hash, also of leaves it does not see. */
function levelZero(hashTiles: Map<string, Uint8Array>, size: number): Member[] {
  return Array.from({ length: Math.ceil(size / tileWidth) }, (_, n) => {
    const width = Math.min(tileWidth, size - n * tileWidth);
    const bytes = hashTiles.get(`0/${n}`)?.subarray(0, 32 * width);
    if (!bytes) throw new Error(`the tile 0/${n} is not there`);
    return { path: layout.tile(tilePath({ level: 0, n, width })), bytes };
  });
}

/** Documents that rows in scope name by digest. */
async function blobMembers(reader: Reader, state: State, versionId: string): Promise<Member[]> {
  const reviews = [...state.review.values()]
    .filter((review) => review.version_id === versionId)
    .map((review) => review.id);
  const mine = <T extends { review_id: string }>(table: Map<string, T>): T[] =>
    [...table.values()].filter((row) => reviews.includes(row.review_id));
  const version = state.version.get(versionId);
  const wanted = new Set(
    [
      version?.submission_sha256,
      version?.manifest_sha256,
      ...[...state.policy_revision.values()].map((revision) => revision.sha256),
      ...mine(state.round).map((round) => round.evidence_sha256),
      ...mine(state.check_run).map((run) => run.result_sha256),
      ...mine(state.decision).map((decision) => decision.statement_sha256),
    ].filter((sha256) => typeof sha256 === "string"),
  );
  const members: Member[] = [];
  for (const sha256 of [...wanted].toSorted()) {
    const bytes = await blob(reader, sha256);
    if (!bytes) throw new Error(`the document ${sha256} is not stored`);
    members.push({ path: layout.blob(sha256), bytes: new Uint8Array(bytes) });
  }
  return members;
}
